package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;

/// Logistic regression of successes on one covariate per choice, with a random intercept for the
/// choice: `kⱼ ~ Binomial(nⱼ, logit⁻¹(β₀ + β₁xⱼ + uⱼ))`, `uⱼ ~ N(0, σ²)`.
///
/// The likelihood is integrated over uⱼ by adaptive Gauss–Hermite quadrature with 15 points
/// (Pinheiro and Bates 1995, doi:10.1080/10618600.1995.10474663); one point would be Laplace's
/// approximation. β₁ is tested by the likelihood ratio.
///
/// @param intercept β₀
/// @param slope β₁, log odds per unit of x
/// @param slopeInterval Wald interval from the observed information
/// @param sigma σ, log odds
/// @param p of β₁ = 0, likelihood ratio with one degree of freedom
/// @param logLikelihood at the maximum
/// @param shrunken per choice, the success that the model expects: between the choice's own and
///     that of choices as popular
/// @param shrunkenIntervals per choice, with σ averaged out over its likelihood
public record RandomInterceptLogit(
        double intercept,
        double slope,
        Interval slopeInterval,
        double sigma,
        double p,
        double logLikelihood,
        double[] shrunken,
        Interval[] shrunkenIntervals) {

    /// Nodes above 0 and weights of the Gauss–Hermite rule with 15 points, for the weight e^−x²
    /// (Abramowitz and Stegun, table 25.10).
    private static final double[] NODES = {
        0,
        0.565069583255575748,
        1.136115585210920666,
        1.719992575186488932,
        2.325732486173857745,
        2.967166927905603248,
        3.669950373404452534,
        4.499990707309391553
    };

    private static final double[] WEIGHTS = {
        0.564100308726417532,
        0.412028687498898627,
        0.158488915795935746,
        0.030780033872546082,
        0.002778068842912775,
        0.000100004441232499,
        1.05911554771106663e-6,
        1.52247580425351702e-9
    };

    private static final double LOWEST_LOG_SIGMA = -6;

    /// Fits.
    ///
    /// @param successes per choice, 0 to its trials
    /// @param trials per choice, at least 1
    /// @param x the covariate, finite, not all the same
    /// @param confidence of the intervals
    public static RandomInterceptLogit fit(
            long[] successes, long[] trials, double[] x, double confidence, Progress progress) {
        double mean = Arrays.stream(x).average().orElse(0);
        double[] centred = Arrays.stream(x).map(value -> value - mean).toArray();
        double all = (double) Arrays.stream(successes).sum() / Arrays.stream(trials).sum();
        double start = Math.log((all + 1e-3) / (1 - all + 1e-3));
        Minimum full =
                Minimum.of(
                        t -> {
                            progress.check();
                            return loss(successes, trials, centred, t[0], t[1], t[2]);
                        },
                        new double[] {start, 0, -0.5},
                        0.5);
        Minimum without =
                Minimum.of(
                        t -> {
                            progress.check();
                            return loss(successes, trials, centred, t[0], 0, t[1]);
                        },
                        new double[] {start, -0.5},
                        0.5);
        double[] t = full.point();
        double sigma = Math.exp(Math.max(t[2], LOWEST_LOG_SIGMA));
        double error = slopeError(successes, trials, centred, t);
        double z = Normal.z(confidence);
        double ratio = Math.max(0, 2 * (without.value() - full.value()));
        ShrunkenShares shares =
                ShrunkenShares.of(successes, trials, centred, t[0], t[1], confidence, progress);
        return new RandomInterceptLogit(
                t[0] - t[1] * mean,
                t[1],
                new Interval(t[1] - z * error, t[1] + z * error, confidence, "Wald"),
                sigma,
                ChiSquaredDistribution.of(1).survivalProbability(ratio),
                -full.value(),
                shares.share(),
                shares.intervals());
    }

    /// The negative log-likelihood, without the binomial coefficients.
    static double loss(
            long[] successes, long[] trials, double[] x, double b0, double b1, double logSigma) {
        if (logSigma > 5 || Math.abs(b0) > 40 || Math.abs(b1) > 40) {
            return Double.POSITIVE_INFINITY;
        }
        double sigma = Math.exp(Math.max(logSigma, LOWEST_LOG_SIGMA));
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum -= logIntegral(successes[j], trials[j], b0 + b1 * x[j], sigma);
        }
        return sum;
    }

    /// `ln ∫ p(k | η + u) φ(u; 0, σ²) du`.
    private static double logIntegral(long k, long n, double eta, double sigma) {
        double mode = mode(k, n, eta, sigma);
        double scale = Math.sqrt(2 / curvature(n, eta + mode, sigma));
        double top = joint(k, n, eta, sigma, mode);
        double sum = WEIGHTS[0];
        for (int i = 1; i < NODES.length; i++) {
            double node = NODES[i];
            double offset = scale * node;
            sum +=
                    WEIGHTS[i]
                            * (Math.exp(joint(k, n, eta, sigma, mode + offset) - top + node * node)
                                    + Math.exp(
                                            joint(k, n, eta, sigma, mode - offset)
                                                    - top
                                                    + node * node));
        }
        return top + Math.log(sum * scale / (sigma * Math.sqrt(2 * Math.PI)));
    }

    private static double joint(long k, long n, double eta, double sigma, double u) {
        double linear = eta + u;
        double log1p =
                linear > 0 ? linear + Math.log1p(Math.exp(-linear)) : Math.log1p(Math.exp(linear));
        return k * linear - n * log1p - u * u / (2 * sigma * sigma);
    }

    static double curvature(long n, double linear, double sigma) {
        double p = LogisticFit.logistic(linear);
        return n * p * (1 - p) + 1 / (sigma * sigma);
    }

    /// The likeliest u, where `k − n·logit⁻¹(η + u) − u/σ² = 0`: a falling function, by Newton's
    /// method within a bracket.
    static double mode(long k, long n, double eta, double sigma) {
        double variance = sigma * sigma;
        double low = (k - n) * variance;
        double high = k * variance;
        double u = 0;
        for (int i = 0; i < 60; i++) {
            double p = LogisticFit.logistic(eta + u);
            double slope = k - n * p - u / variance;
            if (slope > 0) {
                low = u;
            } else {
                high = u;
            }
            double next = u + slope / (n * p * (1 - p) + 1 / variance);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - u) <= 1e-12 * (1 + Math.abs(u))) {
                return next;
            }
            u = next;
        }
        return u;
    }

    /// Standard error of the slope from second differences of the loss; at the border σ = 0 the
    /// row of σ is left out.
    private static double slopeError(long[] k, long[] n, double[] x, double[] t) {
        int size = t[2] <= LOWEST_LOG_SIGMA + 1 ? 2 : 3;
        double[][] hessian = new double[size][size];
        double h = 1e-3;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                hessian[i][j] =
                        (shifted(k, n, x, t, i, h, j, h)
                                        - shifted(k, n, x, t, i, h, j, -h)
                                        - shifted(k, n, x, t, i, -h, j, h)
                                        + shifted(k, n, x, t, i, -h, j, -h))
                                / (4 * h * h);
                hessian[j][i] = hessian[i][j];
            }
        }
        double minor = minor(hessian, size);
        double determinant = determinant(hessian, size);
        return Math.sqrt(minor / determinant);
    }

    private static double shifted(
            long[] k, long[] n, double[] x, double[] t, int i, double hi, int j, double hj) {
        double[] s = t.clone();
        s[i] += hi;
        s[j] += hj;
        return loss(k, n, x, s[0], s[1], s[2]);
    }

    /// The determinant without the slope's row and column.
    private static double minor(double[][] a, int size) {
        return size == 2 ? a[0][0] : a[0][0] * a[2][2] - a[0][2] * a[0][2];
    }

    private static double determinant(double[][] a, int size) {
        if (size == 2) {
            return a[0][0] * a[1][1] - a[0][1] * a[0][1];
        }
        return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[1][2])
                - a[0][1] * (a[0][1] * a[2][2] - a[1][2] * a[0][2])
                + a[0][2] * (a[0][1] * a[1][2] - a[1][1] * a[0][2]);
    }
}
