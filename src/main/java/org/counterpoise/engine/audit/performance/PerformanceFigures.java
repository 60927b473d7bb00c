package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.stats.Calibration;
import org.counterpoise.engine.stats.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The pictures and the table of one attribute or crossing.
///
/// @param title of the attribute or crossing
record PerformanceFigures(GroupResults results, String title) {

    /// More groups than this cannot be told apart in one picture: the smallest are left out.
    private static final int MOST_ROWS = 30;

    private static final int MOST_CURVES = 7;

    /// One metric per group with its interval, the reference group's value as a line.
    ///
    /// @param metricTitle its name on the axis
    /// @param concern values that are a concern
    /// @param flagged groups drawn as flagged
    Figure intervals(
            String metric,
            String metricTitle,
            Optional<Figure.Intervals.Concern> concern,
            List<Integer> flagged) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int g : largest(MOST_ROWS)) {
            Estimate estimate = results.estimate(g, metric);
            rows.add(
                    new Figure.Intervals.Row(
                            results.groups().get(g).label(),
                            estimate.value(),
                            estimate.interval().lower(),
                            estimate.interval().upper(),
                            estimate.n(),
                            flagged.contains(g)));
        }
        Estimate reference = results.estimate(results.reference(), metric);
        String label = results.groups().get(results.reference()).label();
        return new Figure.Intervals(
                metricTitle + " by " + title,
                metricTitle
                        + " of each group with its interval; the line is the reference group, "
                        + label
                        + ".",
                metricTitle,
                results.results().getFirst().measured(metric).metric().share(),
                rows,
                reference.defined()
                        ? Optional.of(new Figure.Intervals.Reference(reference.value(), label))
                        : Optional.empty(),
                concern);
    }

    /// ROC curves of the largest groups.
    Figure roc() {
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int g : largest(MOST_CURVES)) {
            var curve = results.results().get(g).roc();
            if (curve.x().length > 0) {
                series.add(
                        new Figure.Curves.Series(
                                results.groups().get(g).label(),
                                Hue.GROUP,
                                curve.x(),
                                curve.y(),
                                false));
            }
        }
        return new Figure.Curves(
                "ROC curves by " + title,
                "True against false positive rate at every threshold, one curve per group; higher"
                        + " is better, the diagonal is chance.",
                "false positive rate",
                "true positive rate",
                true,
                series);
    }

    /// Observed against predicted risk of the largest groups.
    Figure calibration() {
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int g : largest(MOST_CURVES)) {
            List<Calibration.Bin> bins = results.results().get(g).calibration();
            if (!bins.isEmpty()) {
                series.add(
                        new Figure.Curves.Series(
                                results.groups().get(g).label(),
                                Hue.GROUP,
                                bins.stream().mapToDouble(Calibration.Bin::score).toArray(),
                                bins.stream().mapToDouble(bin -> bin.positives().value()).toArray(),
                                true));
            }
        }
        return new Figure.Curves(
                "Calibration by " + title,
                "Observed share of positives against the mean predicted risk, in bins of equally"
                        + " many rows; on the diagonal predictions mean what they say.",
                "predicted risk",
                "observed share",
                true,
                series);
    }

    private int[] largest(int most) {
        return IntStream.range(0, results.size())
                .boxed()
                .sorted(
                        (a, b) ->
                                Integer.compare(
                                        results.groups().get(b).count(),
                                        results.groups().get(a).count()))
                .limit(most)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// One metric per group compared with the reference group.
    Evidence comparison(String metric, String metricTitle) {
        List<List<Object>> rows = new ArrayList<>();
        for (int g = 0; g < results.size(); g++) {
            Estimate e = results.estimate(g, metric);
            var difference = results.differenceInterval(g, results.reference(), metric);
            boolean reference = g == results.reference();
            rows.add(
                    List.of(
                            results.groups().get(g).label() + (reference ? " (reference)" : ""),
                            e.n(),
                            Evidence.cell(e.value(), e.n()),
                            Evidence.cell(e.interval().lower(), e.n()),
                            Evidence.cell(e.interval().upper(), e.n()),
                            reference
                                    ? "—"
                                    : Evidence.cell(
                                            results.difference(g, results.reference(), metric),
                                            e.n()),
                            reference ? "—" : Evidence.cell(difference.lower(), e.n()),
                            reference ? "—" : Evidence.cell(difference.upper(), e.n()),
                            reference
                                    ? "—"
                                    : Evidence.cell(results.ratioToReference(g, metric), e.n())));
        }
        return new Evidence(
                metricTitle + " by " + title,
                List.of(
                        "group",
                        "n",
                        metricTitle,
                        "lower",
                        "upper",
                        "difference",
                        "difference lower",
                        "difference upper",
                        "ratio"),
                rows,
                results.groups().stream().map(Grouping.Group::cell).toList());
    }
}
