package org.counterpoise.engine.stats.mixed;

import org.apache.commons.numbers.gamma.LogGamma;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.LogisticFit;

/// The log-likelihood of a logistic model with a random intercept, by Laplace's approximation, with
/// its gradient. A group's intercept is σ v with v standard normal.
final class LaplaceLikelihood {
    private static final int MOST_STEPS = 100;

    private final double[][] x;
    private final int[] successes;
    private final int[] trials;
    private final int[] rows;
    private final int[] starts;
    private final Progress progress;

    LaplaceLikelihood(
            double[][] x,
            int[] successes,
            int[] trials,
            int[] groups,
            int count,
            Progress progress) {
        this.x = x;
        this.successes = successes;
        this.trials = trials;
        this.progress = progress;
        MixedDesign.Order order = MixedDesign.order(groups, count);
        rows = order.rows();
        starts = order.starts();
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
        int p = x.length;
        double sigma = parameters[p];
        double[] eta = new double[successes.length];
        for (int k = 0; k < p; k++) {
            progress.check();
            double b = parameters[k];
            double[] column = x[k];
            for (int i = 0; i < eta.length; i++) {
                eta[i] += b * column[i];
            }
        }
        double value = 0;
        double[] gradient = new double[p + 1];
        // What each row's covariates are multiplied by in the gradient; in the place of η.
        for (int g = 0; g + 1 < starts.length; g++) {
            if (g % 64 == 0) {
                progress.check();
            }
            double v = mode(g, eta, sigma);
            value += group(g, eta, sigma, v, gradient);
        }
        for (int k = 0; k < p; k++) {
            double[] column = x[k];
            double sum = 0;
            for (int i = 0; i < eta.length; i++) {
                sum += eta[i] * column[i];
            }
            gradient[k] = sum;
        }
        return new Point(value, gradient);
    }

    /// The likeliest v of a group, where σ Σ(k − n π) = v: a falling function, by Newton's method
    /// within a bracket.
    private double mode(int g, double[] eta, double sigma) {
        if (sigma == 0) {
            return 0;
        }
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double v = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = -v;
            double curvature = 1;
            for (int i = starts[g]; i < starts[g + 1]; i++) {
                int row = rows[i];
                double pi = LogisticFit.logistic(eta[row] + sigma * v);
                slope += sigma * (successes[row] - trials[row] * pi);
                curvature += sigma * sigma * trials[row] * pi * (1 - pi);
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

    /// A group's share of the value; replaces η by the factors of the gradient and adds that of σ.
    private double group(int g, double[] eta, double sigma, double v, double[] gradient) {
        double value = -v * v / 2;
        double residuals = 0;
        double weights = 0;
        double changes = 0;
        for (int i = starts[g]; i < starts[g + 1]; i++) {
            int row = rows[i];
            double linear = eta[row] + sigma * v;
            double pi = LogisticFit.logistic(linear);
            double log1p =
                    linear > 0
                            ? linear + Math.log1p(Math.exp(-linear))
                            : Math.log1p(Math.exp(linear));
            value += successes[row] * linear - trials[row] * log1p;
            residuals += successes[row] - trials[row] * pi;
            double weight = trials[row] * pi * (1 - pi);
            weights += weight;
            changes += weight * (1 - 2 * pi);
        }
        double h = 1 + sigma * sigma * weights;
        double half = sigma * sigma / (2 * h);
        double drag = sigma * sigma * changes / h;
        for (int i = starts[g]; i < starts[g + 1]; i++) {
            int row = rows[i];
            double pi = LogisticFit.logistic(eta[row] + sigma * v);
            double weight = trials[row] * pi * (1 - pi);
            eta[row] = successes[row] - trials[row] * pi - half * weight * (1 - 2 * pi - drag);
        }
        double dv = (residuals - sigma * v * weights) / h;
        gradient[x.length] +=
                residuals * v
                        - (2 * sigma * weights + sigma * sigma * changes * (v + sigma * dv))
                                / (2 * h);
        return value - Math.log(h) / 2;
    }
}
