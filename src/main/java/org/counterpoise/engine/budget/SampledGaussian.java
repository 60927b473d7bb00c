package org.counterpoise.engine.budget;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.counterpoise.engine.finding.NumberText;

/// Rényi differential privacy of one step of the sampled Gaussian mechanism: every record takes
/// part with a chance `q`, and noise of `sigma` times the sensitivity is added (Mironov, Talwar and
/// Zhang 2019, arXiv:1908.10530). Neighbouring tables differ by one record added or removed.
///
/// @param q sampling rate, over 0 to 1
/// @param sigma noise multiplier, over 0
public record SampledGaussian(double q, double sigma) implements Mechanism {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /// Terms of a series smaller than this on the log scale do not count.
    private static final double NEGLIGIBLE = -30;

    private static final int MOST_TERMS = 100_000;

    public SampledGaussian {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("sampling rate " + q);
        }
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("noise multiplier " + sigma);
        }
    }

    @Override
    public String words() {
        return "Gaussian noise, σ = "
                + NumberText.short3(sigma)
                + (q == 1 ? "" : ", sampling rate " + NumberText.short3(q));
    }

    /// @param alpha over 1, whole or not
    @Override
    public double renyi(double alpha) {
        if (!(alpha > 1)) {
            throw new IllegalArgumentException("order " + alpha);
        } else if (q == 1) {
            return alpha / (2 * sigma * sigma);
        }
        double logMoment = alpha == Math.rint(alpha) ? whole((int) alpha) : fractional(alpha);
        return logMoment / (alpha - 1);
    }

    /// log Σᵢ C(α, i)(1 − q)^(α − i) qⁱ exp((i² − i)/(2σ²)).
    private double whole(int alpha) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= alpha; i++) {
            double choose =
                    LogGamma.value(alpha + 1.0)
                            - LogGamma.value(i + 1.0)
                            - LogGamma.value(alpha - i + 1.0);
            sum =
                    logAdd(
                            sum,
                            choose
                                    + i * Math.log(q)
                                    + (alpha - i) * Math.log1p(-q)
                                    + ((double) i * i - i) / (2 * sigma * sigma));
        }
        return sum;
    }

    /// Two series over the halves of the line left and right of z₀ = σ² log(1/q − 1) + ½ (§3.3 of
    /// the paper), whose binomial coefficients alternate in sign.
    private double fractional(double alpha) {
        double z0 = sigma * sigma * Math.log(1 / q - 1) + 0.5;
        double logQ = Math.log(q);
        double logRest = Math.log1p(-q);
        double positive = Double.NEGATIVE_INFINITY;
        double negative = Double.NEGATIVE_INFINITY;
        double logChoose = 0;
        int sign = 1;
        for (int i = 0; i < MOST_TERMS; i++) {
            double j = alpha - i;
            double below =
                    logChoose
                            + i * logQ
                            + j * logRest
                            + ((double) i * i - i) / (2 * sigma * sigma)
                            + logBelow((z0 - i) / sigma);
            double above =
                    logChoose
                            + j * logQ
                            + i * logRest
                            + (j * j - j) / (2 * sigma * sigma)
                            + logBelow((j - z0) / sigma);
            double term = logAdd(below, above);
            if (sign > 0) {
                positive = logAdd(positive, term);
            } else {
                negative = logAdd(negative, term);
            }
            if (i > alpha && Math.max(below, above) < NEGLIGIBLE) {
                break;
            }
            double factor = (alpha - i) / (i + 1);
            sign = factor < 0 ? -sign : sign;
            logChoose += Math.log(Math.abs(factor));
        }
        return positive + Math.log1p(-Math.exp(negative - positive));
    }

    /// log Φ(x), by the continued fraction of Mills' ratio where Φ itself would vanish.
    private static double logBelow(double x) {
        if (x > -25) {
            return Math.log(STANDARD.cumulativeProbability(x));
        }
        double t = -x;
        double fraction = t;
        for (int k = 60; k >= 1; k--) {
            fraction = t + k / fraction;
        }
        return -t * t / 2 - 0.5 * Math.log(2 * Math.PI) - Math.log(fraction);
    }

    private static double logAdd(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY
                ? most
                : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }
}
