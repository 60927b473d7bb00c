package org.counterpoise.engine.synth.copula;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.stats.Normal;

import java.util.stream.IntStream;

/// What correlation of two columns' normal scores a t copula implies, ties and all.
///
/// Given the common factor `s`, the latent numbers are `s` times correlated normal numbers, so the
/// scores have the covariance `Σ a[n](s) b[n](s) ρⁿ` with Hermite coefficients as in [StepScores];
/// its mean over equally likely values of the factor is the covariance under the t copula.
final class StudentMoments {
    private static final int FACTORS = 24;
    private static final int TERMS = StepScores.TERMS;

    /// Normal scores closer together than this are taken as one.
    private static final double STEP = 0.04;

    private final StudentMixing mixing;
    private final double[] factors;

    StudentMoments(StudentMixing mixing) {
        this.mixing = mixing;
        ChiSquaredDistribution w = ChiSquaredDistribution.of(mixing.freedom());
        factors =
                IntStream.range(0, FACTORS)
                        .mapToDouble(k -> w.inverseCumulativeProbability((k + .5) / FACTORS))
                        .map(value -> Math.sqrt(mixing.freedom() / value))
                        .toArray();
    }

    /// Hermite coefficients by factor, and the variance of the scores.
    record Coefficients(double[][] byFactor, double variance) {

        /// The latent correlation at which the scores of two columns have the observed correlation.
        double match(Coefficients other, double observed) {
            double[] products = new double[TERMS + 1];
            for (int k = 0; k < byFactor.length; k++) {
                for (int n = 0; n <= TERMS; n++) {
                    products[n] += byFactor[k][n] * other.byFactor[k][n] / byFactor.length;
                }
            }
            double target = observed * Math.sqrt(variance * other.variance);
            return LatentCorrelation.root(rho -> polynomial(products, rho), target);
        }

        private static double polynomial(double[] products, double rho) {
            double sum = 0;
            for (int n = TERMS; n >= 0; n--) {
                sum = sum * rho + products[n];
            }
            return sum;
        }
    }

    Coefficients of(StepScores exact) {
        StepScores.Steps steps = exact.coarse(STEP);
        double[] thresholds = steps.thresholds();
        double[] outward = new double[thresholds.length];
        for (int k = 0; k < outward.length; k++) {
            outward[k] = mixing.outward(thresholds[k]);
        }
        double[][] coefficients = new double[FACTORS][];
        for (int f = 0; f < FACTORS; f++) {
            coefficients[f] = hermite(outward, steps.scores(), factors[f]);
        }
        return new Coefficients(coefficients, steps.variance());
    }

    /// `a[0] = E score`, `a[n] = Σ Δscore · φ(t) · h[n-1](t) / √n` at the thresholds over `factor`.
    private static double[] hermite(double[] thresholds, double[] scores, double factor) {
        double[] a = new double[TERMS + 1];
        a[0] = scores[0];
        for (int k = 0; k < thresholds.length; k++) {
            double t = thresholds[k] / factor;
            double rise = scores[k + 1] - scores[k];
            a[0] += rise * Normal.below(-t);
            double weight = rise * Normal.density(t);
            double previous = 0;
            double h = 1;
            for (int n = 1; n <= TERMS; n++) {
                a[n] += weight * h / Math.sqrt(n);
                double next = (t * h - Math.sqrt(n - 1) * previous) / Math.sqrt(n);
                previous = h;
                h = next;
            }
        }
        return a;
    }
}
