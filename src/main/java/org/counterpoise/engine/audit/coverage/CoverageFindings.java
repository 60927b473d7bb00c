package org.counterpoise.engine.audit.coverage;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about coverage: one finding per attribute or crossing.
///
/// @param remote per row of the space
/// @param adjusted p-values, Holm-adjusted over all
record CoverageFindings(
        Dataset data,
        CoverageSettings settings,
        Space space,
        boolean[] remote,
        List<Reach> all,
        double[] adjusted) {
    private static final double POINT = 0.01;
    private static final int MOST_ROWS = 30;

    List<Finding> findings() {
        return IntStream.range(0, all.size()).mapToObj(this::finding).toList();
    }

    long flagged() {
        return IntStream.range(0, all.size()).filter(this::flagged).count();
    }

    private boolean flagged(int i) {
        return adjusted[i] < settings.level()
                && all.get(i).gap().value() > settings.maxGap() * POINT;
    }

    private Finding finding(int i) {
        Reach reach = all.get(i);
        return new Finding(
                reach.strata().id(),
                severity(i),
                headline(i),
                explanation(i),
                Optional.of(
                        Measure.of(
                                        "largest gap of remote shares",
                                        reach.gap().value(),
                                        reach.gap().interval(),
                                        reach.rows())
                                .withTest(
                                        "studentised range of pairs",
                                        reach.gap().p(),
                                        adjusted[i])),
                Optional.of(threshold()),
                flagged(i) ? List.of(remedy(reach)) : List.of(),
                evidence(reach),
                List.of(figure(reach)));
    }

    private Severity severity(int i) {
        double limit = settings.maxGap() * POINT;
        if (flagged(i)) {
            double sure = all.get(i).gap().interval().lower();
            return sure > 2 * limit ? Severity.SERIOUS : Severity.WARNING;
        }
        return all.get(i).gap().value() > limit ? Severity.NOTE : Severity.OK;
    }

    private Threshold threshold() {
        return new Threshold(
                settings.maxGap() * POINT,
                "a gap of at most "
                        + NumberText.short3(settings.maxGap())
                        + " percentage points, or one within chance",
                settings.maxGap() == new CoverageAudit().defaults().maxGap()
                        ? "our default"
                        : "set by you");
    }

    private String headline(int i) {
        Reach reach = all.get(i);
        String title = reach.strata().title(data);
        if (!reach.gap().defined()) {
            return "There are not two groups by " + title + " to compare.";
        }
        if (!flagged(i)) {
            return "Groups by "
                    + title
                    + " do not clearly differ in how many others are like them.";
        }
        int high = reach.gap().highest();
        int low = reach.gap().lowest();
        return NumberText.percent(reach.shares().get(high).value())
                + " of "
                + reach.strata().names().get(high)
                + " lie where there are few other rows, "
                + NumberText.percent(reach.shares().get(low).value())
                + " of "
                + reach.strata().names().get(low)
                + " ("
                + title
                + ").";
    }

    private String explanation(int i) {
        Reach reach = all.get(i);
        Interval interval = reach.gap().interval();
        if (!interval.defined()) {
            return "Groups under "
                    + settings.smallestGroup()
                    + " rows are put together, so that none is singled out.";
        }
        String text =
                "The largest gap is "
                        + NumberText.points(reach.gap().value())
                        + " ("
                        + NumberText.short3(settings.confidence() * 100)
                        + "% interval "
                        + NumberText.points(interval.lower())
                        + " to "
                        + NumberText.points(interval.upper())
                        + "; "
                        + NumberText.p(adjusted[i])
                        + ", Holm-adjusted).";
        return flagged(i)
                ? text + " What is learned from these data is least sure for them. " + where(reach)
                : text;
    }

    /// The column in which the remote rows of the remotest group stand out most.
    private String where(Reach reach) {
        int group = reach.gap().highest();
        int best = 0;
        double furthest = -1;
        for (int c = 0; c < space.columns().size(); c++) {
            double[] values = space.points()[c];
            double[] sizes =
                    IntStream.range(0, values.length)
                            .filter(
                                    row ->
                                            remote[row]
                                                    && reach.strata().codes()[space.rows()[row]]
                                                            == group)
                            .mapToDouble(row -> Math.abs(values[row]))
                            .sorted()
                            .toArray();
            double middle = sizes.length == 0 ? -1 : Quantiles.ofSorted(sizes, 0.5);
            if (middle > furthest) {
                furthest = middle;
                best = c;
            }
        }
        return "Their remote rows stand out most in "
                + space.columns().get(best).title()
                + ", where half of them lie more than "
                + NumberText.fixed(furthest, 1)
                + " robust standard deviations from the median.";
    }

    private Remedy remedy(Reach reach) {
        return Remedy.of(
                "Collect more rows like the remote ones of "
                        + reach.strata().names().get(reach.gap().highest()),
                Remedy.Action.COLLECT,
                reach.strata().grouping().columns().toArray(String[]::new));
    }

    private Evidence evidence(Reach reach) {
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < reach.shares().size(); g++) {
            Proportion share = reach.shares().get(g);
            Interval interval = share.wilson(settings.confidence());
            rows.add(
                    List.of(
                            reach.strata().names().get(g),
                            share.n(),
                            share.count(),
                            Evidence.cell(share.value(), share.n()),
                            Evidence.cell(interval.lower(), share.n()),
                            Evidence.cell(interval.upper(), share.n()),
                            Evidence.cell(reach.medians()[g], share.n())));
        }
        return new Evidence(
                "Remote rows by " + reach.strata().title(data),
                List.of("group", "n", "remote", "share", "lower", "upper", "median distance"),
                rows);
    }

    private Figure figure(Reach reach) {
        return new Figure.Intervals(
                "Remote rows by " + reach.strata().title(data),
                "Share of each group's rows that lie remotest, with Wilson intervals.",
                "remote rows",
                true,
                IntStream.range(0, Math.min(MOST_ROWS, reach.shares().size()))
                        .mapToObj(g -> row(reach, g))
                        .toList(),
                Optional.of(
                        new Figure.Intervals.Reference(
                                new Proportion(
                                                reach.shares().stream()
                                                        .mapToLong(Proportion::count)
                                                        .sum(),
                                                reach.rows())
                                        .value(),
                                "everyone")),
                Optional.empty());
    }

    private Figure.Intervals.Row row(Reach reach, int g) {
        Proportion share = reach.shares().get(g);
        Interval interval = share.wilson(settings.confidence());
        return new Figure.Intervals.Row(
                reach.strata().names().get(g),
                share.value(),
                interval.lower(),
                interval.upper(),
                share.n(),
                false);
    }
}
