package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.AgreementLimits;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.QuantileLimits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about one pair of measurements.
final class PairFindings {
    private final PairStudy study;
    private final PairTests tests;
    private final AgreementSettings settings;
    private final Pairs pairs;
    private final String prefix;
    private final AgreementFigures figures;

    /// @param several whether there are other pairs, so that ids name this one
    PairFindings(PairStudy study, PairTests tests, AgreementSettings settings, boolean several) {
        this.study = study;
        this.tests = tests;
        this.settings = settings;
        this.pairs = study.pairs();
        this.prefix = several ? pairs.first().name() + "," + pairs.second().name() + "/" : "";
        this.figures = new AgreementFigures(study, settings);
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        all.add(limits());
        all.add(trend());
        for (int attribute = 0; attribute < study.groups().size(); attribute++) {
            all.add(group(attribute));
        }
        all.add(new LineFinding(study, settings, prefix).finding());
        all.add(concordance());
        return all;
    }

    private boolean named(double adjusted) {
        return adjusted < settings.level();
    }

    private String told(double difference) {
        return NumberText.short3(pairs.told(difference)) + pairs.unit();
    }

    // ---- limits -----------------------------------------------------------------------------

    private Finding limits() {
        AgreementLimits limits = study.limits();
        Interval lower = limits.lowerInterval(settings.confidence(), settings.limits());
        Interval upper = limits.upperInterval(settings.confidence(), settings.limits());
        Interval bias = limits.biasInterval(settings.confidence());
        Severity verdict =
                judged(
                        study.quantiles().map(QuantileLimits::lowerInterval).orElse(lower),
                        study.quantiles().map(QuantileLimits::upperInterval).orElse(upper));
        Optional<Threshold> threshold =
                settings.acceptable() > 0
                        ? Optional.of(
                                new Threshold(
                                        settings.acceptable(),
                                        "differences of at most "
                                                + NumberText.short3(settings.acceptable())
                                                + pairs.unit(),
                                        "set by you"))
                        : Optional.empty();
        return new Finding(
                prefix + "limits",
                verdict,
                headline(),
                explanation(lower, upper),
                Optional.of(
                        Measure.of(
                                        "bias",
                                        pairs.told(limits.bias()),
                                        new Interval(
                                                pairs.told(bias.lower()),
                                                pairs.told(bias.upper()),
                                                settings.confidence(),
                                                bias.method()),
                                        pairs.n())
                                .withTest(
                                        pairs.repeated() ? "t-test over subjects" : "paired t-test",
                                        limits.p(),
                                        tests.bias())),
                threshold,
                verdict.compareTo(Severity.WARNING) >= 0
                        ? List.of(
                                Remedy.of(
                                        "Do not put "
                                                + pairs.first().title()
                                                + " in the place of "
                                                + pairs.second().title()
                                                + " before the difference is explained",
                                        Remedy.Action.COLLECT,
                                        pairs.first().name(),
                                        pairs.second().name()))
                        : List.of(),
                table(bias, lower, upper),
                List.of(figures.level(), figures.histogram()));
    }

    /// Without an acceptable difference nothing is judged. Else both limits must lie within it with
    /// their whole intervals, and it is serious if one lies beyond with its whole interval.
    private Severity judged(Interval lower, Interval upper) {
        double most = settings.acceptable();
        if (most == 0) {
            return Severity.NOTE;
        } else if (!lower.defined() || !upper.defined()) {
            return Severity.WARNING;
        }
        boolean within = pairs.told(upper.upper()) <= most && pairs.told(lower.lower()) >= -most;
        boolean beyond = pairs.told(upper.lower()) > most || pairs.told(lower.upper()) < -most;
        return within ? Severity.OK : beyond ? Severity.SERIOUS : Severity.WARNING;
    }

    private String headline() {
        AgreementLimits limits = study.limits();
        String second = pairs.second().title();
        double bias = pairs.told(limits.bias());
        String size = NumberText.short3(Math.abs(bias)) + pairs.unit();
        String first = pairs.first().title();
        String text =
                Character.toUpperCase(first.charAt(0))
                        + first.substring(1)
                        + " reads "
                        + (bias == 0
                                ? "the same as " + second + " on average"
                                : size
                                        + (bias < 0 ? " lower than " : " higher than ")
                                        + second
                                        + " on average");
        if (Double.isNaN(limits.deviation())) {
            return text + "; one pair shows no limits of agreement.";
        }
        return text
                + "; most differences lie between "
                + told(limits.lower())
                + " and "
                + told(limits.upper())
                + ".";
    }

    private String explanation(Interval lower, Interval upper) {
        StringBuilder text = new StringBuilder();
        if (lower.defined() && upper.defined()) {
            text.append("The limits lie ")
                    .append(NumberText.short3(settings.z()))
                    .append(" standard deviations from the bias; with ")
                    .append(NumberText.count(pairs.n()))
                    .append(" pairs they are known to lie between ")
                    .append(told(lower.lower()))
                    .append(" and ")
                    .append(told(lower.upper()))
                    .append(", and between ")
                    .append(told(upper.lower()))
                    .append(" and ")
                    .append(told(upper.upper()))
                    .append(". ");
        }
        if (settings.acceptable() == 0) {
            text.append(
                    "Say in the settings which difference would not matter, and this is judged"
                            + " against it. ");
        }
        if (study.normality().p() < settings.level()) {
            text.append("The differences are not normal (Anderson–Darling, ")
                    .append(NumberText.p(study.normality().p()))
                    .append("); ")
                    .append(
                            study.quantiles()
                                    .map(this::quantiles)
                                    .orElse("the intervals of the limits are rough. "));
        }
        return text.isEmpty() ? "Collect more pairs." : text.toString().strip();
    }

    private String quantiles(QuantileLimits quantiles) {
        return NumberText.percent(Normal.confidence(settings.z()))
                + " of them lie between "
                + told(quantiles.lower())
                + " and "
                + told(quantiles.upper())
                + (settings.acceptable() > 0 ? ", by which this is judged. " : ". ");
    }

    private Evidence table(Interval bias, Interval lower, Interval upper) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("bias", study.limits().bias(), bias));
        rows.add(row("lower limit", study.limits().lower(), lower));
        rows.add(row("upper limit", study.limits().upper(), upper));
        study.quantiles()
                .ifPresent(
                        q -> {
                            rows.add(row("lower quantile", q.lower(), q.lowerInterval()));
                            rows.add(row("upper quantile", q.upper(), q.upperInterval()));
                        });
        return new Evidence(
                pairs.title() + (pairs.unit().isEmpty() ? "" : " (" + pairs.unit().strip() + ")"),
                List.of("", "value", "lower", "upper", "n"),
                rows);
    }

    private List<Object> row(String name, double value, Interval interval) {
        int n = pairs.n();
        return List.of(
                name,
                Evidence.cell(pairs.told(value), n),
                Evidence.cell(pairs.told(interval.lower()), n),
                Evidence.cell(pairs.told(interval.upper()), n),
                n);
    }

    // ---- change with size -------------------------------------------------------------------

    private Finding trend() {
        boolean sloped = named(tests.slope());
        boolean growing = named(tests.spread());
        String headline =
                sloped && growing
                        ? "Both the bias and the spread of differences change with the size of what is"
                                + " measured."
                        : sloped
                                ? "The bias changes with the size of what is measured."
                                : growing
                                        ? "Differences spread more widely at "
                                                + (study.spread().slope() > 0 ? "large" : "small")
                                                + " values."
                                        : "Neither bias nor spread is seen to change with the size of"
                                                + " what is measured.";
        String explanation =
                sloped || growing
                        ? "One pair of limits for all sizes misleads; the figure shows limits that"
                                + " follow the mean."
                                + (settings.ratio()
                                        ? ""
                                        : " Ratios may be steadier: see the settings.")
                        : "The same limits hold for small and large values, as far as "
                                + NumberText.count(pairs.n())
                                + " pairs can show.";
        return new Finding(
                prefix + "trend",
                sloped || growing ? Severity.WARNING : Severity.OK,
                headline,
                explanation,
                Optional.of(
                        Measure.of("slope of the difference", study.trend().slope(), pairs.n())
                                .withTest("t-test", study.trend().p(), tests.slope())),
                Optional.of(
                        new Threshold(
                                settings.level(),
                                "no slope and no growing spread below this adjusted p",
                                "our default")),
                List.of(),
                new Evidence(
                        "Lines over the mean of both measurements",
                        List.of("line", "intercept", "slope", "p", "adjusted p"),
                        List.of(
                                line(
                                        "difference",
                                        study.trend().intercept(),
                                        study.trend().slope(),
                                        study.trend().p(),
                                        tests.slope()),
                                line(
                                        "absolute residual",
                                        study.spread().intercept(),
                                        study.spread().slope(),
                                        study.spread().p(),
                                        tests.spread()))),
                sloped || growing ? List.of(figures.following(growing)) : List.of());
    }

    private List<Object> line(
            String name, double intercept, double slope, double p, double adjusted) {
        int n = pairs.n();
        return List.of(
                name,
                Evidence.cell(intercept, n),
                Evidence.cell(slope, n),
                Evidence.cell(p, n),
                Evidence.cell(adjusted, n));
    }

    // ---- groups -----------------------------------------------------------------------------

    private Finding group(int attribute) {
        PairStudy.ByGroup by = study.groups().get(attribute);
        String column = by.grouping().columns().getFirst();
        boolean biased = named(tests.biasBy(attribute));
        boolean wider = named(tests.spreadBy(attribute));
        int low = 0;
        int high = 0;
        for (int g = 1; g < by.labels().size(); g++) {
            low = by.limits().get(g).bias() < by.limits().get(low).bias() ? g : low;
            high = by.limits().get(g).bias() > by.limits().get(high).bias() ? g : high;
        }
        String spread =
                "from "
                        + told(by.limits().get(low).bias())
                        + " for "
                        + by.labels().get(low)
                        + " to "
                        + told(by.limits().get(high).bias())
                        + " for "
                        + by.labels().get(high);
        String headline =
                biased
                        ? "The bias differs by " + column + ": " + spread + "."
                        : wider
                                ? "Measurements agree less well in some groups of "
                                        + column
                                        + " than in others."
                                : "The bias is not seen to differ by "
                                        + column
                                        + ": "
                                        + spread
                                        + ".";
        return new Finding(
                prefix + "group/" + column,
                biased || wider ? Severity.WARNING : Severity.OK,
                headline,
                biased || wider
                        ? "One correction for everyone would be wrong for some; see the limits of each"
                                + " group in the table."
                        : "Groups have limits of their own in the table; small groups leave room for"
                                + " differences that were not seen.",
                Optional.of(
                        Measure.of(
                                        "widest difference of biases",
                                        by.limits().get(high).bias() - by.limits().get(low).bias(),
                                        pairs.n())
                                .withTest(
                                        "Welch's test of equal bias",
                                        by.bias().p(),
                                        tests.biasBy(attribute))),
                Optional.of(
                        new Threshold(
                                settings.level(),
                                "no difference of bias or spread below this adjusted p",
                                "our default")),
                List.of(),
                groupTable(by, column, attribute),
                List.of(figures.groups(by, column), figures.groupLimits(by, column)));
    }

    private Evidence groupTable(PairStudy.ByGroup by, String column, int attribute) {
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < by.labels().size(); g++) {
            AgreementLimits one = by.limits().get(g);
            Interval bias = one.biasInterval(settings.confidence());
            rows.add(
                    List.of(
                            by.labels().get(g),
                            one.n(),
                            Evidence.cell(pairs.told(one.bias()), one.n()),
                            Evidence.cell(pairs.told(bias.lower()), one.n()),
                            Evidence.cell(pairs.told(bias.upper()), one.n()),
                            Evidence.cell(pairs.told(one.lower()), one.n()),
                            Evidence.cell(pairs.told(one.upper()), one.n())));
        }
        return new Evidence(
                pairs.title()
                        + " by "
                        + column
                        + "; spread: "
                        + NumberText.p(tests.spreadBy(attribute))
                        + ", adjusted",
                List.of(column, "n", "bias", "lower", "upper", "lower limit", "upper limit"),
                rows);
    }

    // ---- concordance ------------------------------------------------------------------------

    private Finding concordance() {
        double value = study.concordance().value();
        Interval interval = study.concordance().interval();
        return new Finding(
                prefix + "concordance",
                Severity.NOTE,
                Double.isNaN(value)
                        ? "Concordance is undefined, as nothing varies."
                        : "Concordance of "
                                + pairs.title()
                                + " is "
                                + NumberText.short3(value)
                                + ".",
                "Lin's coefficient is 1 if all pairs are equal. It is higher the more the people"
                        + " differ, so compare it only between studies of like people.",
                Optional.of(
                        interval.defined()
                                ? Measure.of("concordance correlation", value, interval, pairs.n())
                                : Measure.of("concordance correlation", value, pairs.n())),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Concordance",
                        List.of("value", "lower", "upper", "n"),
                        List.of(
                                List.of(
                                        Evidence.cell(value, pairs.n()),
                                        Evidence.cell(interval.lower(), pairs.n()),
                                        Evidence.cell(interval.upper(), pairs.n()),
                                        pairs.n()))),
                List.of());
    }
}
