package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.CohenKappa;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about the labels of several raters.
final class LabelFindings {
    private final Dataset data;
    private final LabelStudy study;
    private final Raters raters;
    private final LabelSettings settings;
    private final LabelFigures figures;

    LabelFindings(Dataset data, LabelStudy study, LabelSettings settings) {
        this.data = data;
        this.study = study;
        this.raters = study.raters();
        this.settings = settings;
        this.figures = new LabelFigures(study, settings);
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        all.add(overall());
        int test = 0;
        for (LabelStudy.Pair pair : study.pairs()) {
            all.add(pair(pair, study.adjusted()[test++]));
        }
        for (LabelStudy.ByGroup by : study.groups()) {
            all.add(agreement(by, study.adjusted()[test++]));
            for (LabelStudy.Direction direction : by.directions()) {
                all.add(direction(by, direction, study.adjusted()[test++]));
            }
        }
        return all;
    }

    static String name(LabelStudy.Alpha alpha) {
        return "Krippendorff's alpha, " + alpha.scale().name().toLowerCase(Locale.ROOT);
    }

    static Interval interval(LabelStudy.Direction direction, int group, double confidence) {
        double half = Normal.z(confidence) * direction.errors()[group];
        double mean = direction.means()[group];
        return new Interval(mean - half, mean + half, confidence, "normal");
    }

    private boolean named(double adjusted) {
        return adjusted < settings.level();
    }

    // ---- all raters -------------------------------------------------------------------------

    /// Judged by the ordinal alpha where categories have an order, else by the nominal one.
    private Finding overall() {
        LabelStudy.Alpha alpha = study.alpha().get(raters.ordered() ? 1 : 0);
        Interval interval = alpha.interval();
        boolean low = interval.upper() < settings.lowest();
        boolean sure = interval.lower() >= settings.lowest();
        Severity severity = low ? Severity.WARNING : sure ? Severity.OK : Severity.NOTE;
        String headline =
                "The raters agree on "
                        + NumberText.percent(study.observed().value())
                        + " of pairs of labels; "
                        + name(alpha)
                        + ", is "
                        + NumberText.short3(alpha.value())
                        + ".";
        String explanation =
                interval.defined()
                        ? "Alpha counts agreement beyond chance, and lies between "
                                + NumberText.short3(interval.lower())
                                + " and "
                                + NumberText.short3(interval.upper())
                                + ". "
                                + (low
                                        ? "Labels that agree so little are no ground for conclusions."
                                        : sure
                                                ? "That is enough for tentative conclusions; 0.8 is"
                                                        + " asked for firm ones."
                                                : "More units must be labelled twice to tell whether"
                                                        + " that is enough.")
                        : "Alpha has no interval, as too few labels differ.";
        return new Finding(
                "agreement",
                severity,
                headline,
                explanation,
                Optional.of(Measure.of(name(alpha), alpha.value(), interval, study.units())),
                Optional.of(
                        new Threshold(
                                settings.lowest(),
                                "alpha of at least " + NumberText.short3(settings.lowest()),
                                "Krippendorff 2004")),
                low
                        ? List.of(
                                Remedy.of(
                                        "Write down what each label means, and have raters who do"
                                                + " not know the group label again",
                                        Remedy.Action.COLLECT,
                                        names()))
                        : List.of(),
                coefficients(),
                List.of(figures.coefficients()));
    }

    private String[] names() {
        return raters.columns().stream().map(column -> column.name()).toArray(String[]::new);
    }

    private Evidence coefficients() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("share of agreeing pairs", study.observed()));
        for (LabelStudy.Alpha alpha : study.alpha()) {
            rows.add(row(name(alpha), alpha.value(), alpha.interval(), study.units()));
        }
        rows.add(row("Fleiss' kappa", study.fleiss()));
        rows.add(row("Gwet's AC1", study.ac1()));
        return new Evidence(
                "Agreement of " + raters.count() + " raters",
                List.of("coefficient", "value", "lower", "upper", "units"),
                rows);
    }

    private static List<Object> row(String name, Estimate estimate) {
        return row(name, estimate.value(), estimate.interval(), estimate.n());
    }

    private static List<Object> row(String name, double value, Interval interval, long n) {
        return List.of(
                name,
                Evidence.cell(value, n),
                Evidence.cell(interval.lower(), n),
                Evidence.cell(interval.upper(), n),
                n);
    }

    // ---- two raters -------------------------------------------------------------------------

    private Finding pair(LabelStudy.Pair pair, double adjusted) {
        String first = raters.title(pair.first());
        String second = raters.title(pair.second());
        CohenKappa kappa = pair.kappas().getFirst();
        Interval interval = kappa.interval(settings.confidence());
        int most = mostDisputed(pair);
        boolean more = gap(pair, most) > 0;
        String kappaText =
                Double.isNaN(kappa.value())
                        ? "Cohen's kappa is undefined, as both use one category only."
                        : "Cohen's kappa is "
                                + NumberText.short3(kappa.value())
                                + (interval.defined() ? " " + NumberText.interval(interval) : "")
                                + weighted(pair)
                                + ". Their label distributions lie "
                                + NumberText.short3(pair.jensenShannon())
                                + " bits apart (Jensen–Shannon divergence).";
        String headline =
                named(adjusted)
                        ? second
                                + " labels "
                                + (more ? "more" : "fewer")
                                + " units \""
                                + raters.categories().get(most)
                                + "\" than "
                                + first
                                + " does: "
                                + NumberText.points(gap(pair, most))
                                + "."
                        : first + " and " + second + " use each label about equally often.";
        return new Finding(
                "raters/" + names()[pair.first()] + "," + names()[pair.second()],
                named(adjusted) ? Severity.WARNING : Severity.OK,
                headline,
                kappaText
                        + (named(adjusted)
                                ? " Chance hardly makes labels of the same units so uneven."
                                : ""),
                Optional.of(
                        Measure.of("Cohen's kappa", kappa.value(), interval, kappa.n())
                                .withTest(
                                        "Stuart–Maxwell, marginal homogeneity",
                                        pair.homogeneity().p(),
                                        adjusted)),
                Optional.of(level()),
                named(adjusted)
                        ? List.of(
                                Remedy.of(
                                        "Review together the units on which both differ",
                                        Remedy.Action.COLLECT,
                                        names()[pair.first()],
                                        names()[pair.second()]))
                        : List.of(),
                table(pair, first, second),
                List.of(figures.confusion(pair)));
    }

    private Threshold level() {
        return new Threshold(
                settings.level(),
                "adjusted p of at least " + NumberText.short3(settings.level()),
                "set by you");
    }

    private String weighted(LabelStudy.Pair pair) {
        return pair.kappas().size() < 3
                ? ""
                : "; weighted by squared differences it is "
                        + NumberText.short3(pair.kappas().get(2).value());
    }

    /// How much larger the share of the second's labels in a category is.
    private static double gap(LabelStudy.Pair pair, int category) {
        long gap = 0;
        for (int c = 0; c < pair.table().length; c++) {
            gap += pair.table()[c][category] - pair.table()[category][c];
        }
        return (double) gap / pair.kappas().getFirst().n();
    }

    private static int mostDisputed(LabelStudy.Pair pair) {
        return IntStream.range(0, pair.table().length)
                .reduce(
                        0,
                        (a, b) -> Math.abs(gap(pair, b)) > Math.abs(gap(pair, a)) + 1e-12 ? b : a);
    }

    private Evidence table(LabelStudy.Pair pair, String first, String second) {
        List<String> columns = new ArrayList<>(List.of(first));
        raters.categories().forEach(category -> columns.add(second + ": " + category));
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < pair.table().length; c++) {
            List<Object> row = new ArrayList<>(List.of(raters.categories().get(c)));
            Arrays.stream(pair.table()[c]).forEach(row::add);
            rows.add(row);
        }
        return new Evidence("Units by the labels of both", columns, rows);
    }

    // ---- groups -----------------------------------------------------------------------------

    private Finding agreement(LabelStudy.ByGroup by, double adjusted) {
        String column = by.grouping().columns().getFirst();
        String title = data.schema().column(column).title();
        int low = extreme(by, -1);
        int high = extreme(by, 1);
        Estimate least = by.observed().get(low);
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            List<Object> row = new ArrayList<>(row(by.labels().get(g), by.observed().get(g)));
            row.add(Evidence.cell(by.alpha()[g], by.observed().get(g).n()));
            rows.add(row);
        }
        return new Finding(
                "agreement/" + column,
                named(adjusted) ? Severity.WARNING : Severity.OK,
                named(adjusted)
                        ? "The raters agree less where "
                                + title
                                + " is "
                                + by.labels().get(low)
                                + ": on "
                                + NumberText.percent(least.value())
                                + " of pairs of labels, against "
                                + NumberText.percent(by.observed().get(high).value())
                                + " where it is "
                                + by.labels().get(high)
                                + "."
                        : "Agreement differs between groups of "
                                + title
                                + " by no more than chance explains.",
                "Labels of a group on which raters agree less are noisier, and so is a model that is"
                        + " trained or judged on them.",
                Optional.of(
                        Measure.of(
                                        "share of agreeing pairs, " + by.labels().get(low),
                                        least.value(),
                                        least.interval(),
                                        least.n())
                                .withTest("Welch", by.agreement().p(), adjusted)),
                Optional.of(level()),
                named(adjusted)
                        ? List.of(
                                Remedy.of(
                                        "Have this group's units labelled once more",
                                        Remedy.Action.COLLECT,
                                        column))
                        : List.of(),
                new Evidence(
                        "Agreement by " + title,
                        List.of(title, "agreeing pairs", "lower", "upper", "units", "alpha"),
                        rows),
                List.of(figures.agreement(by, title)));
    }

    private static int extreme(LabelStudy.ByGroup by, int sign) {
        return IntStream.range(0, by.labels().size())
                .reduce(
                        0,
                        (a, b) ->
                                sign * by.observed().get(b).value()
                                                > sign * by.observed().get(a).value()
                                        ? b
                                        : a);
    }

    private static int farthest(double[] means, double from) {
        return IntStream.range(0, means.length)
                .filter(g -> !Double.isNaN(means[g]))
                .reduce((a, b) -> Math.abs(means[b] - from) > Math.abs(means[a] - from) ? b : a)
                .orElse(0);
    }

    private Finding direction(
            LabelStudy.ByGroup by, LabelStudy.Direction direction, double adjusted) {
        LabelStudy.Pair pair = study.pairs().get(direction.pair());
        String column = by.grouping().columns().getFirst();
        String title = data.schema().column(column).title();
        String first = raters.title(pair.first());
        String second = raters.title(pair.second());
        double[] means = direction.means();
        IntStream groups = IntStream.range(0, means.length).filter(g -> !Double.isNaN(means[g]));
        int most =
                groups.reduce((a, b) -> Math.abs(means[b]) > Math.abs(means[a]) ? b : a).orElse(0);
        int other = farthest(means, means[most]);
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < means.length; g++) {
            rows.add(
                    row(
                            by.labels().get(g),
                            means[g],
                            interval(direction, g, settings.confidence()),
                            by.observed().get(g).n()));
        }
        String scale =
                raters.ordered()
                        ? "on the scale of the labels"
                        : "in the share labelled \"" + raters.categories().get(1) + "\"";
        return new Finding(
                "direction/" + column + "/" + names()[pair.first()] + "," + names()[pair.second()],
                named(adjusted) ? Severity.WARNING : Severity.OK,
                named(adjusted)
                        ? second
                                + " is "
                                + NumberText.short3(Math.abs(means[most]))
                                + (means[most] > 0 ? " above " : " below ")
                                + first
                                + " where "
                                + title
                                + " is "
                                + by.labels().get(most)
                                + ", and "
                                + NumberText.short3(Math.abs(means[other]))
                                + (means[other] > 0 ? " above" : " below")
                                + " where it is "
                                + by.labels().get(other)
                                + "."
                        : second
                                + " differs from "
                                + first
                                + " in the same way in each group of "
                                + title
                                + ", as far as can be seen.",
                "Differences are those of the second rater from the first, "
                        + scale
                        + (named(adjusted)
                                ? "; a rater who is stricter with one group puts bias in the labels."
                                : "."),
                Optional.of(
                        Measure.of(
                                        "mean difference, " + by.labels().get(most),
                                        means[most],
                                        interval(direction, most, settings.confidence()),
                                        by.observed().get(most).n())
                                .withTest("Welch", direction.test().p(), adjusted)),
                Optional.of(level()),
                named(adjusted)
                        ? List.of(
                                Remedy.of(
                                        "Have units labelled again by raters who do not see "
                                                + title,
                                        Remedy.Action.COLLECT,
                                        column))
                        : List.of(),
                new Evidence(
                        "Difference of " + second + " from " + first + " by " + title,
                        List.of(title, "mean difference", "lower", "upper", "units"),
                        rows),
                List.of(figures.direction(by, direction, title, second + " − " + first)));
    }
}
