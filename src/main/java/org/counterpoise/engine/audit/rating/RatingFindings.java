package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.mixed.Contrast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said about the scores of one set of systems.
///
/// @param sourceP adjusted p of the average difference
/// @param interactionP adjusted p of unequal differences
record RatingFindings(
        RatingStudy study, RatingSettings settings, double sourceP, double interactionP) {

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        if (cells().systems().size() > 1) {
            all.add(favour());
        }
        all.add(source());
        if (!study.ranks().isEmpty()) {
            all.add(ranks());
        }
        all.add(items());
        return all;
    }

    private Cells cells() {
        return study.cells();
    }

    private String source(int s) {
        return cells().table().sources().get(s);
    }

    private String unit() {
        return study.logistic() ? " log odds" : "";
    }

    private String id(String what) {
        return what + "/" + cells().id();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String amount(double value) {
        return NumberText.short3(Math.abs(value));
    }

    private Threshold threshold() {
        return new Threshold(
                settings.level(), "no difference below this adjusted p", "our default");
    }

    // ---- favour -----------------------------------------------------------------------------

    private Finding favour() {
        boolean named = interactionP < settings.level();
        int source = 0;
        int system = 0;
        for (int s = 0; s < study.favours().size(); s++) {
            for (int k = 0; k < cells().systems().size(); k++) {
                double size = Math.abs(study.favours().get(s).get(k).value());
                if (size > Math.abs(study.favours().get(source).get(system).value())) {
                    source = s;
                    system = k;
                }
            }
        }
        Contrast most = study.favours().get(source).get(system);
        Interval interval = most.interval(settings.confidence());
        String headline =
                named
                        ? capital(source(source + 1))
                                + " scores "
                                + cells().title()
                                + " = "
                                + cells().systems().get(system)
                                + " "
                                + amount(most.value())
                                + unit()
                                + (most.value() > 0 ? " higher" : " lower")
                                + " than its difference from "
                                + source(0)
                                + " elsewhere would have it."
                        : "No source is seen to favour any level of " + cells().title() + ".";
        return new Finding(
                id("favour"),
                named ? Severity.WARNING : Severity.OK,
                headline,
                named
                        ? "Sources differ by unequal amounts ("
                                + NumberText.p(interactionP)
                                + ", adjusted): whoever compares levels of "
                                + cells().title()
                                + " by the scores of one source may find a difference that the other"
                                + " does not see."
                        : "The difference between sources is about the same everywhere, as far as "
                                + NumberText.count(cells().table().n())
                                + " scores can show.",
                Optional.of(
                        Measure.of("largest favour", most.value(), interval, cells().table().n())
                                .withTest(
                                        study.logistic()
                                                ? "Wald's test of source × system"
                                                : "F test of source × system",
                                        study.interactionP(),
                                        interactionP)),
                Optional.of(threshold()),
                named
                        ? List.of(
                                Remedy.of(
                                        "Have people judge a sample of "
                                                + cells().systems().get(system)
                                                + " blindly before you rely on "
                                                + source(source + 1),
                                        Remedy.Action.COLLECT,
                                        cells().id()))
                        : List.of(),
                differences(),
                List.of(forest()));
    }

    private Evidence differences() {
        List<List<Object>> rows = new ArrayList<>();
        int[] once = new int[cells().table().items()];
        Arrays.fill(once, 1);
        double[][] means = cells().means(once);
        for (int s = 1; s < cells().sources(); s++) {
            for (int k = 0; k < cells().systems().size(); k++) {
                long n = cells().count(s, k);
                Contrast contrast = study.differences().get(s - 1).get(k);
                Interval interval = contrast.interval(settings.confidence());
                rows.add(
                        List.of(
                                source(s),
                                cells().systems().get(k),
                                n,
                                Evidence.cell(means[0][k], n),
                                Evidence.cell(means[s][k], n),
                                Evidence.cell(contrast.value(), n),
                                Evidence.cell(interval.lower(), n),
                                Evidence.cell(interval.upper(), n)));
            }
        }
        return new Evidence(
                "How much higher each source scores than " + source(0) + ", items held equal",
                List.of(
                        "source",
                        cells().title(),
                        "n",
                        "mean of " + source(0),
                        "mean of source",
                        "difference" + unit(),
                        "lower",
                        "upper"),
                rows);
    }

    private Figure forest() {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int s = 1; s < cells().sources(); s++) {
            double average = study.average().get(s - 1).value();
            for (int k = 0; k < cells().systems().size(); k++) {
                Contrast contrast = study.differences().get(s - 1).get(k);
                Interval interval = contrast.interval(settings.confidence());
                String system = cells().systems().get(k);
                rows.add(
                        new Figure.Intervals.Row(
                                cells().sources() > 2 ? source(s) + ", " + system : system,
                                contrast.value(),
                                interval.lower(),
                                interval.upper(),
                                cells().count(s, k),
                                interactionP < settings.level() && !interval.contains(average)));
            }
        }
        return new Figure.Intervals(
                "Differences between sources by " + cells().title(),
                "One line per level: how much higher a source scores than "
                        + source(0)
                        + ", with its interval. Equal differences are no favour.",
                "difference from " + source(0) + unit(),
                false,
                rows,
                Optional.of(
                        cells().sources() > 2
                                ? new Figure.Intervals.Reference(0, "no difference")
                                : new Figure.Intervals.Reference(
                                        study.average().getFirst().value(), "on average")),
                Optional.empty());
    }

    // ---- sources ----------------------------------------------------------------------------

    private Finding source() {
        boolean named = sourceP < settings.level();
        int most = 0;
        for (int s = 1; s < study.average().size(); s++) {
            double size = Math.abs(study.average().get(s).value());
            most = size > Math.abs(study.average().get(most).value()) ? s : most;
        }
        Contrast contrast = study.average().get(most);
        Interval interval = contrast.interval(settings.confidence());
        List<List<Object>> rows = new ArrayList<>();
        long n = cells().table().n();
        for (int s = 1; s < cells().sources(); s++) {
            Contrast one = study.average().get(s - 1);
            Interval own = one.interval(settings.confidence());
            rows.add(
                    List.of(
                            source(s),
                            Evidence.cell(one.value(), n),
                            Evidence.cell(own.lower(), n),
                            Evidence.cell(own.upper(), n),
                            Evidence.cell(one.p(), n)));
        }
        return new Finding(
                id("source"),
                named ? Severity.WARNING : Severity.OK,
                named
                        ? capital(source(most + 1))
                                + " scores "
                                + amount(contrast.value())
                                + unit()
                                + (contrast.value() > 0 ? " higher" : " lower")
                                + " than "
                                + source(0)
                                + " on average."
                        : "Sources are not seen to differ on average.",
                named
                        ? "A limit set on the scores of one source does not hold for the other ("
                                + NumberText.p(sourceP)
                                + ", adjusted)."
                        : "Any difference is likely to lie within "
                                + NumberText.interval(interval)
                                + unit()
                                + ".",
                Optional.of(
                        Measure.of("average difference", contrast.value(), interval, n)
                                .withTest("Wald's test", study.sourceP(), sourceP)),
                Optional.of(threshold()),
                List.of(),
                new Evidence(
                        "How much higher each source scores than "
                                + source(0)
                                + ", over levels of "
                                + cells().title(),
                        List.of("source", "difference" + unit(), "lower", "upper", "p"),
                        rows),
                List.of());
    }

    // ---- ranks ------------------------------------------------------------------------------

    private Finding ranks() {
        RankAgreement worst = study.ranks().getFirst();
        List<List<Object>> rows = new ArrayList<>();
        long n = cells().systems().size();
        for (RankAgreement one : study.ranks()) {
            worst = one.tau() < worst.tau() ? one : worst;
            rows.add(
                    List.of(
                            source(one.first()),
                            source(one.second()),
                            Evidence.cell(one.tau(), n),
                            Evidence.cell(one.interval().lower(), n),
                            Evidence.cell(one.interval().upper(), n)));
        }
        int[] once = new int[cells().table().items()];
        Arrays.fill(once, 1);
        double[][] means = cells().means(once);
        return new Finding(
                id("ranks"),
                Severity.NOTE,
                Double.isNaN(worst.tau())
                        ? "The order of systems is undefined, as their means are the same."
                        : "The order in which "
                                + source(worst.first())
                                + " and "
                                + source(worst.second())
                                + " put "
                                + n
                                + " levels of "
                                + cells().title()
                                + " agrees with tau = "
                                + NumberText.short3(worst.tau())
                                + ".",
                "Kendall's tau is 1 if both put them in the same order, 0 if one order says nothing"
                        + " of the other. It is low, too, where levels hardly differ.",
                Optional.of(
                        worst.interval().defined()
                                ? Measure.of("Kendall's tau-b", worst.tau(), worst.interval(), n)
                                : Measure.of("Kendall's tau-b", worst.tau(), n)),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Order of levels of " + cells().title(),
                        List.of("source", "source", "tau-b", "lower", "upper"),
                        rows),
                List.of(
                        new Figure.Scatter(
                                "Mean scores by two sources",
                                "One dot per level of " + cells().title() + ".",
                                "mean of " + source(worst.first()),
                                "mean of " + source(worst.second()),
                                List.of(
                                        new Figure.Scatter.Series(
                                                cells().title(),
                                                Hue.REAL,
                                                means[worst.first()],
                                                means[worst.second()])))));
    }

    // ---- items ------------------------------------------------------------------------------

    private Finding items() {
        long n = cells().table().n();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("items", Evidence.cell(study.itemDeviation(), n)));
        if (!Double.isNaN(study.slopeDeviation())) {
            rows.add(
                    List.of(
                            "difference of sources between items",
                            Evidence.cell(study.slopeDeviation(), n)));
        }
        if (!Double.isNaN(study.raterDeviation())) {
            rows.add(List.of("raters", Evidence.cell(study.raterDeviation(), n)));
        }
        if (!study.logistic()) {
            rows.add(List.of("one score", Evidence.cell(study.residual(), n)));
        }
        return new Finding(
                id("items"),
                Severity.NOTE,
                study.logistic()
                        ? "Items differ with a standard deviation of "
                                + NumberText.short3(study.itemDeviation())
                                + " log odds."
                        : NumberText.percent(study.icc())
                                + " of the variance that is left lies between items.",
                "Scores of one item are alike; the model takes that into account ("
                        + (Double.isNaN(study.slopeDeviation())
                                ? "likelihood-ratio test of no difference between items, "
                                : "likelihood-ratio test that the difference does not vary, ")
                        + NumberText.p(study.itemP())
                        + ").",
                Optional.of(
                        study.logistic()
                                ? Measure.of("deviation of items", study.itemDeviation(), n)
                                : Measure.of("intraclass correlation", study.icc(), n)),
                Optional.empty(),
                List.of(),
                new Evidence("Standard deviations", List.of("between", "standard deviation"), rows),
                List.of());
    }
}
