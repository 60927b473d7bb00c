package org.counterpoise.engine.validate.fidelity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.validate.AlignedColumn;

import java.util.Arrays;

/// How far one synthetic column is from the real one.
///
/// @param numeric whether it holds numbers; then `distance` is Kolmogorov–Smirnov over the values
///     that are present, else total variation over the levels with missing as one of them
/// @param distance 0 to 1, NaN if it cannot be computed
/// @param p of the test that both tables were drawn from one distribution: Kolmogorov–Smirnov, or
///     chi-square of homogeneity
/// @param jensenShannon distance, base 2, over common cells
/// @param hellinger distance over common cells, 0 to 1
/// @param stability population stability index over common cells, at least 0
/// @param wasserstein in standard deviations of the real column; NaN for categories
/// @param missingReal share of missing values, 0 to 1
/// @param missingSynthetic share of missing values, 0 to 1
record ColumnShape(
        String name,
        boolean numeric,
        double distance,
        double p,
        double jensenShannon,
        double hellinger,
        double stability,
        double wasserstein,
        double missingReal,
        double missingSynthetic) {
    /// What SDMetrics counts for a level that the real table lacks.
    private static final double UNSEEN = 1e-6;

    private static final double LEAST_EXPECTED = 5;

    /// 1 − distance: what SDMetrics calls KSComplement and TVComplement.
    double similarity() {
        return 1 - distance;
    }

    double missingDifference() {
        return missingSynthetic - missingReal;
    }

    /// @param cut both tables in the same cells
    /// @param sdmetrics whether unseen levels count as they do in SDMetrics
    static ColumnShape of(CutColumn cut, boolean sdmetrics) {
        long[] real = counts(cut.real(), cut.cells());
        long[] synthetic = counts(cut.synthetic(), cut.cells());
        double[] p = Distances.shares(real);
        double[] q = Distances.shares(synthetic);
        double jensenShannon = Distances.jensenShannonDistance(p, q);
        double hellinger = Distances.hellinger(p, q);
        double stability = Distances.populationStability(p, q);
        double missingReal = last(p);
        double missingSynthetic = last(q);
        return switch (cut.column()) {
            case AlignedColumn.Numbers numbers -> {
                double[] a = Distances.sortedPresent(numbers.values()[0]);
                double[] b = Distances.sortedPresent(numbers.values()[1]);
                double distance = Distances.kolmogorovSmirnovSorted(a, b);
                yield new ColumnShape(
                        cut.name(),
                        true,
                        distance,
                        Distances.kolmogorovSmirnovP(distance, a.length, b.length),
                        jensenShannon,
                        hellinger,
                        stability,
                        Distances.normalisedWassersteinSorted(a, b),
                        missingReal,
                        missingSynthetic);
            }
            case AlignedColumn.Codes codes ->
                    new ColumnShape(
                            cut.name(),
                            false,
                            levelDistance(real, synthetic, sdmetrics),
                            homogeneityP(real, synthetic),
                            jensenShannon,
                            hellinger,
                            stability,
                            Double.NaN,
                            missingReal,
                            missingSynthetic);
        };
    }

    private static double last(double[] shares) {
        return shares[shares.length - 1];
    }

    static long[] counts(int[] codes, int cells) {
        long[] counts = new long[cells];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /// Total variation over levels.
    ///
    /// @param sdmetrics whether unseen levels count as they do in SDMetrics
    static double levelDistance(long[] real, long[] synthetic, boolean sdmetrics) {
        double[] p = Arrays.stream(real).asDoubleStream().toArray();
        for (int i = 0; sdmetrics && i < p.length; i++) {
            p[i] = p[i] == 0 && synthetic[i] > 0 ? UNSEEN : p[i];
        }
        double total = Arrays.stream(p).sum();
        double[] shares = Arrays.stream(p).map(count -> count / total).toArray();
        return Distances.totalVariation(shares, Distances.shares(synthetic));
    }

    /// Pearson's chi-square test that two rows of counts come from one distribution. Cells of which
    /// fewer than five are expected in either row count as one (Cochran 1954).
    private static double homogeneityP(long[] first, long[] second) {
        double all = Arrays.stream(first).sum() + (double) Arrays.stream(second).sum();
        double share = Math.min(Arrays.stream(first).sum(), Arrays.stream(second).sum()) / all;
        long[] a = new long[first.length + 1];
        long[] b = new long[first.length + 1];
        for (int i = 0; i < first.length; i++) {
            int cell = (first[i] + second[i]) * share < LEAST_EXPECTED ? first.length : i;
            a[cell] += first[i];
            b[cell] += second[i];
        }
        double n = Arrays.stream(a).sum();
        double m = Arrays.stream(b).sum();
        double statistic = 0;
        int used = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] + b[i] > 0) {
                double difference = a[i] * Math.sqrt(m / n) - b[i] * Math.sqrt(n / m);
                statistic += difference * difference / (a[i] + b[i]);
                used++;
            }
        }
        if (used < 2 || Double.isNaN(statistic)) {
            return n > 0 && m > 0 ? 1 : Double.NaN;
        }
        return ChiSquaredDistribution.of(used - 1).survivalProbability(statistic);
    }
}
