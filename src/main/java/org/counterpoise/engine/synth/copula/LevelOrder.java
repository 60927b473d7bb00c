package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the levels of nominal columns in an order, as a Gaussian copula can only learn
/// associations that rise or fall along a line.
///
/// Each nominal column of three or more levels is ordered by the mean normal score, within each
/// level, of the other column it is most associated with (largest correlation ratio η²). Two
/// passes, so that nominal columns can order each other, as in reciprocal averaging (Hill 1973,
/// doi:10.2307/2258931).
final class LevelOrder {
    private static final int PASSES = 2;

    private final List<Axis> axes;
    private final List<Scored> scored;

    /// @param axes changed in place
    /// @param scored of each axis; changed in place
    LevelOrder(List<Axis> axes, List<Scored> scored) {
        this.axes = axes;
        this.scored = scored;
    }

    void run(Progress progress) {
        for (int pass = 0; pass < PASSES; pass++) {
            for (int column = 0; column < axes.size(); column++) {
                progress.check();
                if (axes.get(column).unordered()) {
                    reorder(column, progress);
                }
            }
        }
    }

    private void reorder(int column, Progress progress) {
        Axis axis = axes.get(column);
        double bestRatio = 0;
        double[] bestMeans = {};
        for (int other = 0; other < axes.size(); other++) {
            progress.check();
            if (other != column) {
                double[] means = means(axis, scored.get(other).rows());
                double ratio = correlationRatio(axis, scored.get(other).rows(), means);
                if (ratio > bestRatio) {
                    bestRatio = ratio;
                    bestMeans = means;
                }
            }
        }
        if (bestRatio > 0) {
            double[] means = bestMeans;
            int[] order =
                    Arrays.stream(axis.order())
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer code) -> means[code]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            Axis ordered = axis.withOrder(order);
            axes.set(column, ordered);
            scored.set(column, Scored.of(ordered.x(), progress));
        }
    }

    /// Mean score per code, 0 (the overall mean) where no row has both.
    private static double[] means(Axis axis, double[] score) {
        int size = Arrays.stream(axis.order()).max().orElse(-1) + 1;
        double[] sums = new double[size];
        int[] counts = new int[size];
        for (int row = 0; row < score.length; row++) {
            int code = axis.codes()[row];
            if (code >= 0 && !Double.isNaN(score[row])) {
                sums[code] += score[row];
                counts[code]++;
            }
        }
        return IntStream.range(0, size)
                .mapToDouble(code -> counts[code] == 0 ? 0 : sums[code] / counts[code])
                .toArray();
    }

    /// Variance between levels over total variance; scores have mean 0 up to missing values.
    private static double correlationRatio(Axis axis, double[] score, double[] means) {
        double between = 0;
        double total = 0;
        for (int row = 0; row < score.length; row++) {
            int code = axis.codes()[row];
            if (code >= 0 && !Double.isNaN(score[row])) {
                between += means[code] * means[code];
                total += score[row] * score[row];
            }
        }
        return total > 0 ? between / total : 0;
    }
}
