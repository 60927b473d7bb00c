package org.counterpoise.engine.stats.mixed;

import org.apache.commons.numbers.gamma.LogGamma;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.LogisticFit;

import java.util.Arrays;
import java.util.List;

/// The log-likelihood of a logistic model with a random intercept, by Laplace's approximation, with
/// its gradient. A group's intercept is σ v with v standard normal.
///
/// Groups are worked through in blocks whose sums are added in order, so that the same numbers come
/// out whatever the number of threads.
final class LaplaceLikelihood {
    private static final int MOST_STEPS = 100;
    private static final int ROWS_PER_BLOCK = 4_096;

    private final int p;
    private final int[] starts;
    private final int[] blocks;
    private final Progress progress;

    // In the order of the groups.
    private final double[] x;
    private final int[] successes;
    private final int[] trials;

    /// The likeliest v of each group where the likelihood was last looked at: the next search
    /// begins there.
    private final double[] modes;

    LaplaceLikelihood(
            double[][] x,
            int[] successes,
            int[] trials,
            int[] groups,
            int count,
            Progress progress) {
        MixedDesign.Order order = MixedDesign.order(groups, count);
        int[] rows = order.rows();
        this.p = x.length;
        this.starts = order.starts();
        this.progress = progress;
        this.x = new double[rows.length * p];
        this.successes = new int[rows.length];
        this.trials = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < p; k++) {
                this.x[i * p + k] = x[k][rows[i]];
            }
            this.successes[i] = successes[rows[i]];
            this.trials[i] = trials[rows[i]];
        }
        this.modes = new double[count];
        this.blocks = blocks(starts);
    }

    /// Where each block of groups begins, and the end.
    private static int[] blocks(int[] starts) {
        int[] blocks = new int[starts.length];
        int count = 0;
        for (int g = 0; g + 1 < starts.length; g++) {
            if (count == 0 || starts[g] - starts[blocks[count - 1]] >= ROWS_PER_BLOCK) {
                blocks[count++] = g;
            }
        }
        blocks[count] = starts.length - 1;
        return Arrays.copyOf(blocks, count + 1);
    }

    /// @param value without the binomial coefficients
    /// @param gradient by β, then by σ
    record Point(double value, double[] gradient) {}

    /// The logarithm of the binomial coefficients.
    double constant() {
        double sum = 0;
        for (int i = 0; i < trials.length; i++) {
            if (trials[i] > 1) {
                sum +=
                        LogGamma.value(trials[i] + 1.0)
                                - LogGamma.value(successes[i] + 1.0)
                                - LogGamma.value(trials[i] - successes[i] + 1.0);
            }
        }
        return sum;
    }

    /// @param parameters β, then σ, whose sign does not matter
    Point at(double[] parameters) {
        List<Sums> sums = summed(parameters, false);
        double value = 0;
        double[] gradient = new double[p + 1];
        for (Sums block : sums) {
            value += block.value;
            for (int k = 0; k <= p; k++) {
                gradient[k] += block.gradient[k];
            }
        }
        return new Point(value, gradient);
    }

    /// The second derivatives by β.
    double[][] curvature(double[] parameters) {
        double[][] h = new double[p][p];
        for (Sums block : summed(parameters, true)) {
            for (int k = 0; k < p; k++) {
                for (int l = 0; l < p; l++) {
                    h[k][l] += block.curvature[k * p + l];
                }
            }
        }
        return h;
    }

    private List<Sums> summed(double[] parameters, boolean curved) {
        progress.check();
        return Parallel.map(
                blocks.length - 1,
                progress.silent(),
                "",
                block -> {
                    Sums sums = new Sums(parameters, curved);
                    for (int g = blocks[block]; g < blocks[block + 1]; g++) {
                        sums.add(g);
                    }
                    return sums;
                });
    }

    /// The sums of one block of groups.
    private final class Sums {
        private final double[] beta;
        private final double sigma;
        private final boolean curved;
        private final double[] gradient = new double[p + 1];
        private final double[] curvature;
        private final Tilts tilts;
        private double[] eta = new double[0];
        private double value;

        Sums(double[] beta, boolean curved) {
            this.beta = beta;
            this.sigma = beta[p];
            this.curved = curved;
            this.curvature = new double[curved ? p * p : 0];
            this.tilts = new Tilts(p);
        }

        void add(int g) {
            int from = starts[g];
            int n = starts[g + 1] - from;
            if (eta.length < n) {
                eta = new double[n];
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                int at = (from + i) * p;
                for (int k = 0; k < p; k++) {
                    sum += beta[k] * x[at + k];
                }
                eta[i] = sum;
            }
            modes[g] = mode(from, n, modes[g]);
            if (curved) {
                curve(from, n, modes[g]);
            } else {
                slope(from, n, modes[g]);
            }
        }

        /// The likeliest v of a group, where σ Σ(k − n π) = v: a falling function, by Newton's
        /// method within a bracket.
        private double mode(int from, int n, double start) {
            if (sigma == 0) {
                return 0;
            }
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.POSITIVE_INFINITY;
            double v = start;
            for (int step = 0; step < MOST_STEPS; step++) {
                double slope = -v;
                double curvature = 1;
                for (int i = 0; i < n; i++) {
                    double pi = LogisticFit.logistic(eta[i] + sigma * v);
                    slope += sigma * (successes[from + i] - trials[from + i] * pi);
                    curvature += sigma * sigma * trials[from + i] * pi * (1 - pi);
                }
                if (slope > 0) {
                    low = v;
                } else {
                    high = v;
                }
                double next = v + slope / curvature;
                if (!(next > low && next < high)
                        && low > Double.NEGATIVE_INFINITY
                        && high < Double.POSITIVE_INFINITY) {
                    next = (low + high) / 2;
                }
                if (Math.abs(next - v) <= 1e-12 * (1 + Math.abs(v))) {
                    return next;
                }
                v = next;
            }
            return v;
        }

        /// Adds a group's share of the value and the gradient.
        private void slope(int from, int n, double v) {
            double own = -v * v / 2;
            double residuals = 0;
            double weights = 0;
            double changes = 0;
            for (int i = 0; i < n; i++) {
                double linear = eta[i] + sigma * v;
                // One power serves the probability and the logarithm.
                double e = Math.exp(-Math.abs(linear));
                double pi = linear >= 0 ? 1 / (1 + e) : e / (1 + e);
                own +=
                        successes[from + i] * linear
                                - trials[from + i] * (Math.max(linear, 0) + Math.log1p(e));
                residuals += successes[from + i] - trials[from + i] * pi;
                double weight = trials[from + i] * pi * (1 - pi);
                weights += weight;
                changes += weight * (1 - 2 * pi);
                eta[i] = pi;
            }
            double h = 1 + sigma * sigma * weights;
            double half = sigma * sigma / (2 * h);
            double drag = sigma * sigma * changes / h;
            for (int i = 0; i < n; i++) {
                double pi = eta[i];
                double weight = trials[from + i] * pi * (1 - pi);
                double factor =
                        successes[from + i]
                                - trials[from + i] * pi
                                - half * weight * (1 - 2 * pi - drag);
                int at = (from + i) * p;
                for (int k = 0; k < p; k++) {
                    gradient[k] += factor * x[at + k];
                }
            }
            double dv = (residuals - sigma * v * weights) / h;
            gradient[p] +=
                    residuals * v
                            - (2 * sigma * weights + sigma * sigma * changes * (v + sigma * dv))
                                    / (2 * h);
            value += own - Math.log(h) / 2;
        }

        /// Adds a group's share of the second derivatives by β, where its v follows β.
        private void curve(int from, int n, double v) {
            tilts.begin();
            for (int i = 0; i < n; i++) {
                double pi = LogisticFit.logistic(eta[i] + sigma * v);
                tilts.row(trials[from + i], pi, x, (from + i) * p);
            }
            tilts.end(sigma);
            for (int i = 0; i < n; i++) {
                double pi = LogisticFit.logistic(eta[i] + sigma * v);
                tilts.outer(trials[from + i], pi, x, (from + i) * p, curvature);
            }
            tilts.rest(curvature);
        }
    }
}
