package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.DoubleSort;
import org.counterpoise.engine.stats.EmpiricalDifference;
import org.counterpoise.engine.stats.KolmogorovSmirnov;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.stats.TwoSampleTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How numbers differ between early and late rows.
///
/// @param difference of the distribution functions
/// @param kolmogorovSmirnov exact where both sides are small
/// @param effect Wasserstein distance in standard deviations of the early values (of all values if
///     these do not vary)
/// @param mean shift of the mean in the same unit
/// @param interval of `mean`, with the variances of both sides
/// @param p of the test that decides
/// @param cells quantile bins of the early values
record NumberShift(
        ColumnInfo column,
        EmpiricalDifference difference,
        KolmogorovSmirnov kolmogorovSmirnov,
        double effect,
        double mean,
        Interval interval,
        double p,
        Cells cells)
        implements Shift {

    /// @param reference finite, ascending
    /// @param recent finite, ascending
    static NumberShift of(
            ColumnInfo column, double[] reference, double[] recent, DriftSettings settings) {
        EmpiricalDifference difference = EmpiricalDifference.ofSorted(reference, recent);
        KolmogorovSmirnov ks = KolmogorovSmirnov.of(difference, reference, recent);
        Moments before = Moments.of(reference);
        Moments after = Moments.of(recent);
        double unit = before.deviation() > 0 ? before.deviation() : together(before, after);
        double error =
                Math.sqrt(before.variance() / reference.length + after.variance() / recent.length);
        double mean = (after.mean() - before.mean()) / unit;
        double half = Normal.z(settings.confidence()) * error / unit;
        double effect = difference.wasserstein() == 0 ? 0 : difference.wasserstein() / unit;
        return new NumberShift(
                column,
                difference,
                ks,
                effect,
                difference.wasserstein() == 0 ? 0 : mean,
                new Interval(mean - half, mean + half, settings.confidence(), "Welch, normal"),
                settings.test() == TwoSampleTest.KOLMOGOROV_SMIRNOV
                        ? ks.p()
                        : settings.test().p(difference),
                cells(column, reference, recent, settings.bins()));
    }

    /// Mean and variance (n − 1).
    private record Moments(int n, double mean, double variance) {
        static Moments of(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Moments(values.length, mean, squares / (values.length - 1));
        }

        double deviation() {
            return Math.sqrt(variance);
        }
    }

    private static double together(Moments a, Moments b) {
        double n = (double) a.n() + b.n();
        double mean = (a.n() * a.mean() + b.n() * b.mean()) / n;
        double squares = 0;
        for (Moments side : List.of(a, b)) {
            squares += side.n() > 1 ? side.variance() * (side.n() - 1) : 0;
            squares += side.n() * (side.mean() - mean) * (side.mean() - mean);
        }
        return Math.sqrt(squares / (n - 1));
    }

    /// Cuts at the distinct inner quantiles of the reference; a value on a cut is above it.
    private static Cells cells(ColumnInfo column, double[] reference, double[] recent, int bins) {
        double[] cuts = new double[reference.length == 0 ? 0 : bins - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = Quantiles.ofSorted(reference, (i + 1.0) / bins);
        }
        cuts = Arrays.stream(cuts).distinct().toArray();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i <= cuts.length; i++) {
            String from = i == 0 ? "" : text(column, cuts[i - 1]);
            String to = i == cuts.length ? "" : text(column, cuts[i]);
            labels.add(
                    cuts.length == 0
                            ? "all"
                            : i == 0
                                    ? "below " + to
                                    : i == cuts.length ? "from " + from : from + " to " + to);
        }
        return new Cells(List.copyOf(labels), counts(reference, cuts), counts(recent, cuts));
    }

    private static String text(ColumnInfo column, double value) {
        return column.type() == ColumnType.DATE || column.type() == ColumnType.DATE_TIME
                ? CellText.of(value, column.type())
                : NumberText.short3(value);
    }

    private static long[] counts(double[] sorted, double[] cuts) {
        long[] counts = new long[cuts.length + 1];
        int from = 0;
        for (int i = 0; i < cuts.length; i++) {
            int to = below(sorted, cuts[i]);
            counts[i] = (long) to - from;
            from = to;
        }
        counts[cuts.length] = (long) sorted.length - from;
        return counts;
    }

    /// How many values lie below a cut.
    private static int below(double[] sorted, double cut) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < cut) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The finite values of some rows, ascending.
    static double[] sorted(double[] values, int[] rows) {
        double[] present = new double[rows.length];
        int n = 0;
        for (int row : rows) {
            double value = values[row];
            if (Double.isFinite(value)) {
                // Adding zero turns -0.0 into 0.0, which sorting would otherwise keep apart.
                present[n++] = value + 0.0;
            }
        }
        double[] sorted = n == present.length ? present : Arrays.copyOf(present, n);
        DoubleSort.sort(sorted);
        return sorted;
    }

    @Override
    public long reference() {
        return difference.n();
    }

    @Override
    public long recent() {
        return difference.m();
    }

    @Override
    public boolean matters(DriftSettings settings) {
        return effect >= settings.shift();
    }
}
