package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows that carry a support vector machine with a Gaussian kernel, C = 1 and gamma one over
/// the sum of the columns' variances.
///
/// Solved by sequential minimal optimisation with the maximal violating pair (Keerthi et al. 2001,
/// doi:10.1162/089976601300014493) to a tolerance of 0.001. Without chance, so the same everywhere.
final class SupportVectors {
    private static final double COST = 1;
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_STEPS_PER_ROW = 50;
    private static final int ASK_EVERY = 16;

    private final int[] rows;
    private final int[] sign;
    private final Metric metric;
    private final double gamma;
    private final float[][] kernel;
    private final double[] alpha;
    private final double[] gradient;

    private SupportVectors(Metric metric, int[] own, int[] others) {
        this.metric = metric;
        this.rows = IntStream.concat(Arrays.stream(own), Arrays.stream(others)).toArray();
        this.sign = IntStream.range(0, rows.length).map(i -> i < own.length ? 1 : -1).toArray();
        double variance = metric.variance(rows);
        this.gamma = variance > 0 ? 1 / variance : 1;
        this.kernel = new float[rows.length][];
        this.alpha = new double[rows.length];
        this.gradient = new double[rows.length];
        Arrays.fill(gradient, -1);
    }

    /// Those of `own` that carry the border to `others`, ascending as given.
    static int[] of(Metric metric, int[] own, int[] others, Progress progress) {
        SupportVectors machine = new SupportVectors(metric, own, others);
        machine.solve(progress);
        return IntStream.range(0, own.length)
                .filter(i -> machine.alpha[i] > 1e-8)
                .map(i -> own[i])
                .toArray();
    }

    private void solve(Progress progress) {
        long most = (long) MOST_STEPS_PER_ROW * rows.length;
        boolean improving = true;
        for (long step = 0; step < most && improving; step++) {
            if (step % ASK_EVERY == 0) {
                progress.check();
            }
            improving = improve();
        }
    }

    /// Moves the pair of multipliers that breaks the optimality conditions most.
    ///
    /// @return whether there was one beyond the tolerance
    private boolean improve() {
        int up = -1;
        int low = -1;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double value = -sign[i] * gradient[i];
            boolean canRise = sign[i] > 0 ? alpha[i] < COST : alpha[i] > 0;
            boolean canFall = sign[i] > 0 ? alpha[i] > 0 : alpha[i] < COST;
            if (canRise && value > highest) {
                highest = value;
                up = i;
            }
            if (canFall && value < lowest) {
                lowest = value;
                low = i;
            }
        }
        if (up < 0 || low < 0 || highest - lowest < TOLERANCE) {
            return false;
        }
        float[] first = row(up);
        float[] second = row(low);
        double curvature = Math.max(2 - 2 * first[low], 1e-12);
        double step = (highest - lowest) / curvature;
        step = Math.min(step, sign[up] > 0 ? COST - alpha[up] : alpha[up]);
        step = Math.min(step, sign[low] > 0 ? alpha[low] : COST - alpha[low]);
        alpha[up] = Math.clamp(alpha[up] + sign[up] * step, 0, COST);
        alpha[low] = Math.clamp(alpha[low] - sign[low] * step, 0, COST);
        for (int i = 0; i < rows.length; i++) {
            gradient[i] += sign[i] * step * (first[i] - second[i]);
        }
        return true;
    }

    private float[] row(int i) {
        if (kernel[i] == null) {
            float[] values = new float[rows.length];
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) Math.exp(-gamma * metric.squared(rows[i], rows[j]));
            }
            kernel[i] = values;
        }
        return kernel[i];
    }
}
