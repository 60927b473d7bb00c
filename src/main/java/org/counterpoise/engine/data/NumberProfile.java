package org.counterpoise.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Describes a column of numbers from one sorted copy of it.
final class NumberProfile {
    private static final double CUT = 3.5;

    /// Makes the median absolute deviation of a normal distribution its standard deviation.
    private static final double MAD_SCALE = 1.4826;

    /// The same for the mean absolute deviation: √(π/2).
    private static final double MEAN_DEVIATION_SCALE = 1.2533141373155001;

    private static final int MAX_BINS = 50;

    private NumberProfile() {}

    static ColumnProfile of(ColumnInfo info, double[] values) {
        double[] sorted = sorted(values);
        int missing = (int) Arrays.stream(values).filter(Double::isNaN).count();
        int distinct = distinct(sorted);
        Optional<ColumnProfile.Summary> summary =
                sorted.length == 0 ? Optional.empty() : Optional.of(summary(sorted));
        return new ColumnProfile(
                info.name(),
                info.type(),
                missing,
                distinct,
                summary,
                distinct <= ColumnProfile.TOP ? top(sorted, info.type()) : List.of(),
                summary.map(s -> histogram(sorted, s, info.type())));
    }

    /// The finite values, ascending.
    static double[] sorted(double[] values) {
        double[] sorted = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sorted[n++] = value + 0.0;
            }
        }
        sorted = Arrays.copyOf(sorted, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int distinct(double[] sorted) {
        int distinct = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    private static List<ColumnProfile.LevelCount> top(double[] sorted, ColumnType type) {
        List<ColumnProfile.LevelCount> top = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            top.add(new ColumnProfile.LevelCount(CellText.of(sorted[from], type), to - from));
            from = to;
        }
        top.sort(Comparator.comparingInt(level -> -level.count()));
        return top;
    }

    private static ColumnProfile.Summary summary(double[] sorted) {
        int n = sorted.length;
        double mean = mean(sorted);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return new ColumnProfile.Summary(
                n,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[n - 1],
                mean,
                n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
                distinct(sorted) > 2 ? outliers(sorted) : 0);
    }

    /// The mean about the first value, so that large offsets such as dates lose no digits.
    private static double mean(double[] sorted) {
        double sum = 0;
        for (double value : sorted) {
            sum += value - sorted[0];
        }
        return sorted[0] + sum / sorted.length;
    }

    /// Type 7 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566).
    static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) at;
        double fraction = at - below;
        return fraction == 0
                ? sorted[below]
                : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }

    private static int outliers(double[] sorted) {
        double median = quantile(sorted, 0.5);
        double[] deviations = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            deviations[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(deviations);
        double mad = quantile(deviations, 0.5);
        double scale = mad > 0 ? MAD_SCALE * mad : MEAN_DEVIATION_SCALE * mean(deviations);
        int outliers = 0;
        for (double deviation : deviations) {
            outliers += deviation > CUT * scale ? 1 : 0;
        }
        return outliers;
    }

    private static ColumnProfile.Histogram histogram(
            double[] sorted, ColumnProfile.Summary summary, ColumnType type) {
        double range = summary.max() - summary.min();
        double[] edges;
        if (range == 0) {
            edges = new double[] {summary.min() - 0.5, summary.min() + 0.5};
        } else if (type == ColumnType.INTEGER && range < MAX_BINS) {
            edges = equal(summary.min() - 0.5, summary.max() + 0.5, (int) range + 1);
        } else {
            edges = equal(summary.min(), summary.max(), bins(summary, range));
        }
        int[] counts = new int[edges.length - 1];
        int bin = 0;
        for (double value : sorted) {
            while (bin < counts.length - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return new ColumnProfile.Histogram(edges, counts);
    }

    /// Freedman and Diaconis (1981); Sturges (1926) where the quartiles coincide.
    private static int bins(ColumnProfile.Summary summary, double range) {
        double width = 2 * (summary.q3() - summary.q1()) / Math.cbrt(summary.count());
        double bins = width > 0 ? range / width : 1 + Math.log(summary.count()) / Math.log(2);
        return (int) Math.clamp(Math.ceil(bins), 1, MAX_BINS);
    }

    private static double[] equal(double from, double to, int bins) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? to : from + (to - from) * i / bins;
        }
        return edges;
    }
}
