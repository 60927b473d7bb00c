package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Roc;

import java.util.Arrays;
import java.util.List;

/// What any threshold on a score would decide in each group.
///
/// Scores are sorted once, per group and outcome; what a threshold does is then found by bisection,
/// so that it can follow a moving hand on millions of rows.
public final class Thresholds {
    private static final int CURVE_POINTS = 200;

    private final List<String> labels;
    private final double[][] positives;
    private final double[][] negatives;
    private final List<Roc.Curve> curves;

    private Thresholds(List<String> labels, double[][] positives, double[][] negatives) {
        this.labels = List.copyOf(labels);
        this.positives = positives;
        this.negatives = negatives;
        this.curves =
                java.util.stream.IntStream.range(0, positives.length)
                        .mapToObj(g -> curve(positives[g], negatives[g]))
                        .toList();
    }

    /// @param scores per row, NaN for none
    public static Thresholds of(
            BinaryOutcome outcome, double[] scores, Grouping grouping, Progress progress) {
        int groups = grouping.groups().size();
        byte[] y = outcome.values();
        int[] codes = grouping.codes();
        int[][] sizes = new int[2][groups];
        for (int row = 0; row < y.length; row++) {
            if ((y[row] | codes[row]) >= 0 && !Double.isNaN(scores[row])) {
                sizes[y[row]][codes[row]]++;
            }
        }
        double[][][] sorted = new double[2][groups][];
        for (int c = 0; c < 2; c++) {
            for (int g = 0; g < groups; g++) {
                sorted[c][g] = new double[sizes[c][g]];
            }
        }
        int[][] next = new int[2][groups];
        for (int row = 0; row < y.length; row++) {
            if ((y[row] | codes[row]) >= 0 && !Double.isNaN(scores[row])) {
                int at = next[y[row]][codes[row]]++;
                sorted[y[row]][codes[row]][at] = scores[row] + 0.0;
            }
        }
        Parallel.map(
                2 * groups,
                progress,
                "Sorting scores",
                i -> {
                    Arrays.sort(sorted[i % 2][i / 2]);
                    return i;
                });
        return new Thresholds(
                grouping.groups().stream().map(Grouping.Group::label).toList(),
                sorted[1],
                sorted[0]);
    }

    private static Roc.Curve curve(double[] positives, double[] negatives) {
        byte[] y = new byte[positives.length + negatives.length];
        Arrays.fill(y, 0, positives.length, (byte) 1);
        double[] scores = Arrays.copyOf(positives, y.length);
        System.arraycopy(negatives, 0, scores, positives.length, negatives.length);
        return Roc.of(y, scores).curve(CURVE_POINTS);
    }

    /// The groups' names, in order.
    public List<String> labels() {
        return labels;
    }

    /// Decisions in a group if a score of at least `threshold` counts as positive.
    public Confusion at(int group, double threshold) {
        int hits = atLeast(positives[group], threshold);
        int alarms = atLeast(negatives[group], threshold);
        return new Confusion(
                hits, alarms, negatives[group].length - alarms, positives[group].length - hits);
    }

    private static int atLeast(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }

    /// The ROC curve of a group, without points if it has one outcome only.
    public Roc.Curve curve(int group) {
        return curves.get(group);
    }

    /// The lowest score of all, 0 without scores.
    public double lowest() {
        return bound(Math::min, 0);
    }

    /// The highest score of all, 1 without scores.
    public double highest() {
        return bound(Math::max, 1);
    }

    private double bound(java.util.function.DoubleBinaryOperator better, double none) {
        double best = Double.NaN;
        for (double[][] side : new double[][][] {positives, negatives}) {
            for (double[] scores : side) {
                if (scores.length > 0) {
                    double first = better.applyAsDouble(scores[0], scores[scores.length - 1]);
                    best = Double.isNaN(best) ? first : better.applyAsDouble(best, first);
                }
            }
        }
        return Double.isFinite(best) ? best : none;
    }
}
