package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pictures of pairs.
final class CorrelationFigures {
    private static final int MOST_POINTS = 600;
    private static final int MOST_SERIES = 6;
    private static final int STEPS = 60;

    private final PairTable table;

    CorrelationFigures(PairTable table) {
        this.table = table;
    }

    /// All rank correlations.
    Figure matrix(List<Pair> pairs) {
        int size = table.columns().size();
        double[][] values = new double[size][size];
        for (int i = 0; i < size; i++) {
            values[i][i] = 1;
        }
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double value = pairs.get(next++).spearman().value();
                values[i][j] = value;
                values[j][i] = value;
            }
        }
        List<String> names = table.columns().stream().map(c -> c.title()).toList();
        return new Figure.Heatmap(
                "Rank correlations",
                "Spearman's correlation of every two columns.",
                "Spearman's correlation",
                names,
                names,
                values,
                -1,
                1,
                true);
    }

    /// Over all, pooled and in each stratum.
    Figure forest(Pair pair, Stratified by) {
        double confidence = table.settings().confidence();
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        rows.add(row("over all", by.total(), confidence, true));
        rows.add(row(by.byStrata() ? "within strata" : by.title(), by.within(), confidence, false));
        for (int s = 0; s < by.strata().size(); s++) {
            rows.add(row(by.strata().get(s), by.each().get(s), confidence, false));
        }
        return new Figure.Intervals(
                "Correlation of " + pair.title() + " by " + by.phrase(table.data()),
                "Spearman's correlation over all rows, the mean within strata, and each stratum,"
                        + " with intervals.",
                "Spearman's correlation",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "none")),
                Optional.empty());
    }

    private static Figure.Intervals.Row row(
            String label, Correlation value, double confidence, boolean flagged) {
        Interval interval = value.interval(confidence);
        return new Figure.Intervals.Row(
                label, value.value(), interval.lower(), interval.upper(), value.n(), flagged);
    }

    /// Points by stratum, the largest strata apart.
    Figure strata(Pair pair, Stratified by) {
        List<Figure.Scatter.Series> series = new ArrayList<>();
        for (PairTable.Attribute attribute : table.attributes()) {
            if (attribute.column().equals(by.by())) {
                for (int s = 0; s < Math.min(MOST_SERIES, attribute.names().size()); s++) {
                    int stratum = s;
                    int[] rows =
                            present(pair)
                                    .filter(row -> attribute.codes()[row] == stratum)
                                    .limit(MOST_POINTS / MOST_SERIES)
                                    .toArray();
                    series.add(points(attribute.names().get(s), Hue.GROUP, pair, rows));
                }
            }
        }
        return new Figure.Scatter(
                pair.title() + " by " + by.phrase(table.data()),
                "A random sample of rows, by stratum.",
                pair.first().title(),
                pair.second().title(),
                series);
    }

    /// Points with a smoother through them.
    Figure smoothed(Pair pair) {
        int[] rows = present(pair).limit(MOST_POINTS).toArray();
        double[] x = IntStream.of(rows).mapToDouble(row -> pair.x()[row]).toArray();
        double[] y = IntStream.of(rows).mapToDouble(row -> pair.y()[row]).toArray();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] at = new double[rows.length == 0 ? 0 : STEPS];
        double[] smooth = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = sorted[0] + (sorted[sorted.length - 1] - sorted[0]) * i / (STEPS - 1.0);
            smooth[i] = local(x, y, at[i], (sorted[sorted.length - 1] - sorted[0]) / 12);
        }
        return new Figure.Scatter(
                pair.title(),
                "A random sample of rows, and their local mean (a Gaussian kernel of a twelfth of"
                        + " the range).",
                pair.first().title(),
                pair.second().title(),
                List.of(
                        points("rows", Hue.NEUTRAL, pair, rows),
                        new Figure.Scatter.Series("local mean", Hue.FLAGGED, at, smooth)));
    }

    /// The Nadaraya–Watson mean.
    private static double local(double[] x, double[] y, double at, double width) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - at) / width;
            double weight = Math.exp(-z * z / 2);
            sum += weight * y[i];
            weights += weight;
        }
        return sum / weights;
    }

    private static IntStream present(Pair pair) {
        return IntStream.range(0, pair.x().length)
                .filter(row -> !Double.isNaN(pair.x()[row]) && !Double.isNaN(pair.y()[row]));
    }

    private static Figure.Scatter.Series points(String name, Hue hue, Pair pair, int[] rows) {
        return new Figure.Scatter.Series(
                name,
                hue,
                IntStream.of(rows).mapToDouble(row -> pair.x()[row]).toArray(),
                IntStream.of(rows).mapToDouble(row -> pair.y()[row]).toArray());
    }
}
