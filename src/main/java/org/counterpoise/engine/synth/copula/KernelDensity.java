package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.synth.Precision;

import java.util.Optional;

/// A column smoothed by a Gaussian kernel between its smallest and largest value.
///
/// The bandwidth is Silverman's `0.9 min(s, IQR/1.34) n^(-1/5)`; mass that would leak over an end
/// is reflected at it (Silverman 1986, Density Estimation, 3.31 and 2.10). Values are counted into
/// cells of at most a quarter bandwidth first.
final class KernelDensity {
    private static final int MOST_CELLS = 1 << 15;
    private static final double REACH = 4;

    private final double smallest;
    private final double width;
    private final double[] cumulative;

    private KernelDensity(StepScores steps, double bandwidth) {
        double[] values = steps.distinct();
        smallest = values[0];
        double range = values[values.length - 1] - smallest;
        int cells = (int) Math.clamp(Math.ceil(4 * range / bandwidth), 64, MOST_CELLS);
        width = range / cells;
        double[] counts = new double[cells];
        for (int k = 0; k < values.length; k++) {
            counts[Math.min(cells - 1, (int) ((values[k] - smallest) / width))] +=
                    steps.counts()[k];
        }
        cumulative = cumulative(smoothed(counts, bandwidth / width));
    }

    /// The marginal of a column, if it is continuous enough to be smoothed.
    static Optional<Marginal> marginal(StepScores steps, Precision precision) {
        double bandwidth = BestFit.suits(steps) ? bandwidth(steps) : 0;
        if (!(bandwidth > 0)) {
            return Optional.empty();
        }
        double[] values = steps.distinct();
        KernelDensity density = new KernelDensity(steps, bandwidth);
        return Optional.of(
                new FittedMarginal(
                        "kernel",
                        0,
                        density::quantile,
                        values[0],
                        values[values.length - 1],
                        precision));
    }

    private static double bandwidth(StepScores steps) {
        double n = 0;
        double sum = 0;
        for (int k = 0; k < steps.distinct().length; k++) {
            n += steps.counts()[k];
            sum += steps.counts()[k] * (steps.distinct()[k] - steps.distinct()[0]);
        }
        double mean = steps.distinct()[0] + sum / n;
        double squares = 0;
        for (int k = 0; k < steps.distinct().length; k++) {
            double off = steps.distinct()[k] - mean;
            squares += steps.counts()[k] * off * off;
        }
        double deviation = Math.sqrt(squares / (n - 1));
        double spread = (quantile(steps, .75 * n) - quantile(steps, .25 * n)) / 1.34;
        return .9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * Math.pow(n, -.2);
    }

    private static double quantile(StepScores steps, double rank) {
        double below = 0;
        int k = 0;
        while (k < steps.counts().length - 1 && below + steps.counts()[k] < rank) {
            below += steps.counts()[k];
            k++;
        }
        return steps.distinct()[k];
    }

    private static double[] smoothed(double[] counts, double bandwidth) {
        int reach = (int) Math.ceil(REACH * bandwidth);
        double[] kernel = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = Math.exp(-.5 * i * i / (bandwidth * bandwidth));
        }
        double[] smooth = new double[counts.length];
        for (int from = 0; from < counts.length; from++) {
            if (counts[from] > 0) {
                for (int i = -reach; i <= reach; i++) {
                    smooth[reflected(from + i, counts.length)] +=
                            counts[from] * kernel[Math.abs(i)];
                }
            }
        }
        return smooth;
    }

    private static int reflected(int cell, int cells) {
        int at = Math.floorMod(cell, 2 * cells);
        return at < cells ? at : 2 * cells - 1 - at;
    }

    private static double[] cumulative(double[] mass) {
        double[] sums = new double[mass.length + 1];
        for (int i = 0; i < mass.length; i++) {
            sums[i + 1] = sums[i] + mass[i];
        }
        double total = sums[mass.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    private double quantile(double u) {
        int low = 0;
        int high = cumulative.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] <= u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double mass = cumulative[high] - cumulative[low];
        double fraction = mass > 0 ? Math.clamp((u - cumulative[low]) / mass, 0, 1) : .5;
        return smallest + (low + fraction) * width;
    }
}
