package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.synth.Precision;

/// A column's own distribution.
///
/// A value that occurs several times is drawn as it is, as often as it occurs. A value that occurs
/// once stands for the range halfway to its neighbours, if gaps are filled: values in between are
/// drawn, rounded to the column's decimals. The smallest and largest value are never passed.
final class EmpiricalMarginal implements Marginal {
    private static final int BUCKETS = 1024;

    private final StepScores steps;
    private final Precision precision;
    private final boolean fillGaps;
    /// For latent numbers from `-FARTHEST` up in equal buckets: thresholds below the bucket.
    private final int[] below = new int[BUCKETS + 1];

    EmpiricalMarginal(StepScores steps, Precision precision, boolean fillGaps) {
        this.steps = steps;
        this.precision = precision;
        this.fillGaps = fillGaps;
        double[] thresholds = steps.thresholds();
        int k = 0;
        for (int bucket = 0; bucket <= BUCKETS; bucket++) {
            double start = -FARTHEST + bucket * (2 * FARTHEST / BUCKETS);
            while (k < thresholds.length && thresholds[k] <= start) {
                k++;
            }
            below[bucket] = k;
        }
    }

    @Override
    public String name() {
        return "empirical";
    }

    @Override
    public double value(double z) {
        int k = position(z);
        double[] values = steps.distinct();
        if (!fillGaps || steps.counts()[k] > 1 || k == 0 || k == values.length - 1) {
            return values[k];
        }
        double[] thresholds = steps.thresholds();
        double fraction = (z - thresholds[k - 1]) / (thresholds[k] - thresholds[k - 1]);
        double low = values[k - 1] / 2 + values[k] / 2;
        double high = values[k] / 2 + values[k + 1] / 2;
        return precision.round(low + Math.clamp(fraction, 0, 1) * (high - low));
    }

    /// How many thresholds are at most `z`.
    private int position(double z) {
        double place = (z + FARTHEST) * (BUCKETS / (2 * FARTHEST));
        int bucket = (int) Math.clamp(place, 0, BUCKETS - 1);
        double[] thresholds = steps.thresholds();
        int low = place < 0 ? 0 : below[bucket];
        int high = place >= BUCKETS ? thresholds.length : below[bucket + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] <= z) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
