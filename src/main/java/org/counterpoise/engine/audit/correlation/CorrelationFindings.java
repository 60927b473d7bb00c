package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Correlation;
import org.counterpoise.engine.stats.NormalityTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is said about correlations.
final class CorrelationFindings {
    private static final int MOST_TOLD = 12;

    private final PairTable table;
    private final List<Pair> pairs;
    private final PairJudgement judgement;
    private final CorrelationSettings settings;
    private final CorrelationFigures figures;
    private final Progress progress;

    CorrelationFindings(
            PairTable table, List<Pair> pairs, PairJudgement judgement, Progress progress) {
        this.table = table;
        this.pairs = pairs;
        this.judgement = judgement;
        this.settings = table.settings();
        this.figures = new CorrelationFigures(table);
        this.progress = progress;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        List<PairJudgement.Trap> traps = judgement.traps();
        findings.add(overview(traps));
        traps.stream().limit(MOST_TOLD).forEach(trap -> findings.add(trap(trap)));
        int told = 0;
        for (int p = 0; p < pairs.size() && told < MOST_TOLD; p++) {
            if (judgement.notMonotone(p)) {
                findings.add(notMonotone(p));
                told++;
            }
        }
        List<Pair> one = pairs.stream().filter(judgement::oneRow).toList();
        if (!one.isEmpty()) {
            findings.add(outliers(one));
        }
        findings.add(normality());
        return findings;
    }

    private Finding overview(List<PairJudgement.Trap> traps) {
        return new Finding(
                "pairs",
                Severity.OK,
                traps.isEmpty()
                        ? "No correlation of " + pairs.size() + " is clearly another within strata."
                        : traps.size()
                                + " of "
                                + pairs.size()
                                + " correlations are others within strata than over all.",
                "Every pair of columns with Pearson's, Spearman's and Kendall's coefficient. A large"
                        + " difference between the first two points to outliers or a bent relation.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                evidence(),
                List.of(figures.matrix(pairs)));
    }

    private Evidence evidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            Pair pair = pairs.get(p);
            long n = pair.spearman().n();
            Interval pearson = pair.pearson().interval(settings.confidence());
            Interval spearman = pair.spearman().interval(settings.confidence());
            Interval kendall = pair.kendall().interval(settings.confidence());
            rows.add(
                    List.of(
                            pair.title(),
                            n,
                            Evidence.cell(pair.pearson().value(), n),
                            NumberText.interval(pearson),
                            Evidence.cell(pair.spearman().value(), n),
                            NumberText.interval(spearman),
                            Evidence.cell(pair.kendall().value(), n),
                            NumberText.interval(kendall),
                            Evidence.cell(
                                    pair.distance().map(d -> d.value()).orElse(Double.NaN), n),
                            Evidence.cell(judgement.distanceP()[p], n),
                            Evidence.cell(pair.without(), n)));
        }
        return new Evidence(
                "Every pair of columns",
                List.of(
                        "columns",
                        "n",
                        "Pearson",
                        "interval",
                        "Spearman",
                        "interval ",
                        "Kendall",
                        "interval  ",
                        "distance correlation",
                        "its adjusted p",
                        "Pearson without one row"),
                rows);
    }

    private Finding trap(PairJudgement.Trap trap) {
        Pair pair = trap.pair();
        Stratified by = trap.by();
        String where = by.byStrata() ? "within " + by.phrase(table.data()) : "with " + by.title();
        String total = NumberText.fixed(by.total().value(), 2);
        String within = NumberText.fixed(by.within().value(), 2);
        String headline =
                switch (trap.verdict()) {
                    case REVERSED ->
                            pair.title() + " go together the other way round " + where + ": ";
                    case CONFOUNDED ->
                            "Much of the correlation of "
                                    + pair.title()
                                    + " is gone "
                                    + where
                                    + ": ";
                    default -> pair.title() + " hang together more " + where + ": ";
                };
        List<Figure> pictures = new ArrayList<>(List.of(figures.forest(pair, by)));
        if (by.byStrata()) {
            pictures.add(figures.strata(pair, by));
        }
        return new Finding(
                "pair/" + pair.key() + "/" + by.by(),
                switch (trap.verdict()) {
                    case REVERSED -> Severity.SERIOUS;
                    case CONFOUNDED -> Severity.WARNING;
                    default -> Severity.NOTE;
                },
                headline + total + " over all, " + within + " there.",
                explanation(by),
                Optional.of(
                        Measure.of(
                                "Spearman's correlation "
                                        + (by.byStrata()
                                                ? "within strata"
                                                : "with confounders held"),
                                by.within().value(),
                                by.within().interval(settings.confidence()),
                                by.within().n())),
                Optional.of(
                        new Threshold(
                                settings.strength(),
                                "a change under "
                                        + NumberText.short3(settings.strength())
                                        + ", or intervals that overlap",
                                settings.strength() == new CorrelationAudit().defaults().strength()
                                        ? "our default"
                                        : "set by you")),
                List.of(
                        Remedy.of(
                                "Report the correlation within strata, or adjust for what explains"
                                        + " it",
                                Remedy.Action.MITIGATE,
                                pair.first().name(),
                                pair.second().name())),
                strata(by),
                pictures);
    }

    private String explanation(Stratified by) {
        StringBuilder text = new StringBuilder();
        text.append("Over all rows ")
                .append(told(by.total()))
                .append("; ")
                .append(by.byStrata() ? "the mean of the strata " : "with confounders held ")
                .append(told(by.within()))
                .append(". ");
        if (by.byStrata()) {
            text.append("Between strata it ")
                    .append(by.heterogeneity().p() < settings.level() ? "differs" : "is alike")
                    .append(" (I² ")
                    .append(NumberText.percent(by.heterogeneity().inconsistency()))
                    .append(", ")
                    .append(NumberText.p(by.heterogeneity().p()))
                    .append("). ");
        }
        text.append(
                "If the strata come before both columns, as a batch or a site does, trust what holds"
                        + " within them; if they follow from both, trust what holds over all.");
        return text.toString();
    }

    private String told(Correlation value) {
        Interval interval = value.interval(settings.confidence());
        return NumberText.estimate(value.value(), interval.lower(), interval.upper());
    }

    private Evidence strata(Stratified by) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(line("over all", by.total()));
        rows.add(line(by.byStrata() ? "within strata" : by.title(), by.within()));
        for (int s = 0; s < by.strata().size(); s++) {
            rows.add(line(by.strata().get(s), by.each().get(s)));
        }
        return new Evidence(
                "Spearman's correlation by " + by.phrase(table.data()),
                List.of("stratum", "n", "correlation", "lower", "upper", "p"),
                rows);
    }

    private List<Object> line(String name, Correlation value) {
        Interval interval = value.interval(settings.confidence());
        return List.of(
                name,
                value.n(),
                Evidence.cell(value.value(), value.n()),
                Evidence.cell(interval.lower(), value.n()),
                Evidence.cell(interval.upper(), value.n()),
                Evidence.cell(value.p(), value.n()));
    }

    private Finding notMonotone(int index) {
        Pair pair = pairs.get(index);
        double distance = pair.distance().map(d -> d.value()).orElse(Double.NaN);
        double p = pair.distance().map(d -> d.p()).orElse(Double.NaN);
        return new Finding(
                "bent/" + pair.key(),
                Severity.WARNING,
                pair.title() + " hang together in a way that no correlation shows.",
                "Distance correlation is "
                        + NumberText.fixed(distance, 2)
                        + " ("
                        + NumberText.p(judgement.distanceP()[index])
                        + " adjusted) where Spearman's is "
                        + NumberText.fixed(pair.spearman().value(), 2)
                        + ": look at the picture before calling them unrelated.",
                Optional.of(
                        Measure.of("distance correlation", distance, pair.spearman().n())
                                .withTest(
                                        "chi-square test of independence",
                                        p,
                                        judgement.distanceP()[index])),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of(figures.smoothed(pair)));
    }

    private Finding outliers(List<Pair> one) {
        Pair worst = one.getFirst();
        List<List<Object>> rows = new ArrayList<>();
        for (Pair pair : one) {
            double change = Math.abs(pair.pearson().value() - pair.without());
            if (change > Math.abs(worst.pearson().value() - worst.without())) {
                worst = pair;
            }
            rows.add(
                    List.of(
                            pair.title(),
                            pair.pearson().n(),
                            pair.pearson().value(),
                            Evidence.cell(pair.without(), pair.pearson().n()),
                            Evidence.cell(pair.spearman().value(), pair.pearson().n()),
                            Evidence.cell(pair.x()[pair.outlier()], 1),
                            Evidence.cell(pair.y()[pair.outlier()], 1)));
        }
        return new Finding(
                "outliers",
                Severity.NOTE,
                "One row decides much of the Pearson correlation of "
                        + worst.title()
                        + ": "
                        + NumberText.fixed(worst.pearson().value(), 2)
                        + " with it, "
                        + NumberText.fixed(worst.without(), 2)
                        + " without.",
                one.size()
                        + " of "
                        + pairs.size()
                        + " pairs change by at least "
                        + NumberText.short3(settings.strength())
                        + " when their most influential row is left out. Spearman's and Kendall's"
                        + " coefficients are little moved by it.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Pairs that one row decides",
                        List.of(
                                "columns",
                                "n",
                                "Pearson",
                                "without the row",
                                "Spearman",
                                "first value",
                                "second value"),
                        rows),
                List.of(figures.smoothed(worst)));
    }

    private Finding normality() {
        List<List<Object>> rows = new ArrayList<>();
        int not = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            progress.check();
            double[] values =
                    Arrays.stream(table.values().get(c)).filter(v -> !Double.isNaN(v)).toArray();
            NormalityTest shapiro = NormalityTest.shapiroWilk(values);
            NormalityTest anderson = NormalityTest.andersonDarling(values);
            not += anderson.p() < settings.level() / table.columns().size() ? 1 : 0;
            rows.add(
                    List.of(
                            table.columns().get(c).title(),
                            values.length,
                            Evidence.cell(shapiro.statistic(), values.length),
                            Evidence.cell(shapiro.p(), values.length),
                            Evidence.cell(anderson.statistic(), values.length),
                            Evidence.cell(anderson.p(), values.length)));
        }
        return new Finding(
                "normality",
                not > 0 ? Severity.NOTE : Severity.OK,
                not > 0
                        ? not
                                + " of "
                                + table.columns().size()
                                + " columns are not normal, so rank correlations are judged here."
                        : "No column is clearly other than normal.",
                "Shapiro–Wilk's test on up to 5,000 rows and Anderson–Darling's on all; in large"
                        + " tables they find departures that do not matter.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Tests of normality",
                        List.of(
                                "column",
                                "n",
                                "Shapiro–Wilk W",
                                "Shapiro–Wilk p",
                                "Anderson–Darling A²",
                                "Anderson–Darling p"),
                        rows),
                List.of());
    }
}
