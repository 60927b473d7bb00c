package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;

/// Success per choice between the choice's own and that of choices as popular, with intervals that
/// count how little is known of the model as well.
///
/// Given σ, the log odds of choice j are nearly normal: mean at the mode of its posterior, variance
/// `1/c + s²·xⱼ'Vxⱼ` with the curvature c at the mode, V the covariance of β₀ and β₁, and
/// `s = 1/(cσ²)` how far the choice follows the line. σ is then averaged out over its likelihood,
/// flat in σ; taking its maximum as known makes the intervals of small data far too short, and of
/// no width where that maximum is 0 (Morris 1983, doi:10.1080/01621459.1983.10477920).
///
/// @param share per choice, 0 to 1
/// @param intervals per choice
record ShrunkenShares(double[] share, Interval[] intervals) {
    private static final double LEAST = 0.02;
    private static final int COARSE = 24;
    private static final double RATIO = 1.3;
    private static final int FINE = 9;

    /// Below this share of the largest likelihood σ is not worth a step: e⁻⁷.
    private static final double NEGLIGIBLE = 7;

    private static final double H = 1e-3;
    private static final int NEWTON_STEPS = 2;

    /// @param x centred covariate
    /// @param b0 intercept at the maximum, for centred x
    /// @param b1 slope at the maximum
    static ShrunkenShares of(
            long[] successes,
            long[] trials,
            double[] x,
            double b0,
            double b1,
            double confidence,
            Progress progress) {
        Fitted[] fits = fits(successes, trials, x, b0, b1, progress);
        double[] share = new double[x.length];
        Interval[] intervals = new Interval[x.length];
        double tail = (1 - confidence) / 2;
        double[] mean = new double[fits.length];
        double[] deviation = new double[fits.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < fits.length; i++) {
                Fitted fit = fits[i];
                double variance = fit.sigma * fit.sigma;
                double line = fit.b0 + fit.b1 * x[j];
                double u = RandomInterceptLogit.mode(successes[j], trials[j], line, fit.sigma);
                double c = RandomInterceptLogit.curvature(trials[j], line + u, fit.sigma);
                double follows = 1 / (c * variance);
                mean[i] = line + u;
                deviation[i] = Math.sqrt(1 / c + follows * follows * fit.variance(x[j]));
            }
            share[j] = LogisticFit.logistic(quantile(fits, mean, deviation, 0.5));
            intervals[j] =
                    new Interval(
                            LogisticFit.logistic(quantile(fits, mean, deviation, tail)),
                            LogisticFit.logistic(quantile(fits, mean, deviation, 1 - tail)),
                            confidence,
                            "empirical Bayes, σ averaged out");
        }
        return new ShrunkenShares(share, intervals);
    }

    /// The line at one σ.
    ///
    /// @param weight of this σ
    /// @param v00 variance of the intercept
    /// @param v01 their covariance
    /// @param v11 variance of the slope
    private record Fitted(
            double sigma, double weight, double b0, double b1, double v00, double v01, double v11) {

        double variance(double x) {
            return v00 + 2 * x * v01 + x * x * v11;
        }

        Fitted weighing(double share) {
            return new Fitted(sigma, share, b0, b1, v00, v01, v11);
        }
    }

    private static Fitted[] fits(
            long[] k, long[] n, double[] x, double b0, double b1, Progress progress) {
        double[] coarse = new double[COARSE];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < COARSE; i++) {
            progress.check();
            double logSigma = Math.log(LEAST) + i * Math.log(RATIO);
            coarse[i] = RandomInterceptLogit.loss(k, n, x, b0, b1, logSigma);
            least = Math.min(least, coarse[i]);
        }
        int from = 0;
        while (coarse[from] > least + NEGLIGIBLE) {
            from++;
        }
        int to = COARSE - 1;
        while (coarse[to] > least + NEGLIGIBLE) {
            to--;
        }
        double low = Math.log(LEAST) + Math.max(0, from - 1) * Math.log(RATIO);
        double high = Math.log(LEAST) + Math.min(COARSE - 1, to + 1) * Math.log(RATIO);
        Fitted[] fits = new Fitted[FINE];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < FINE; i++) {
            progress.check();
            fits[i] = fitted(k, n, x, b0, b1, low + (high - low) * i / (FINE - 1));
            largest = Math.max(largest, fits[i].weight);
        }
        double sum = 0;
        for (Fitted fit : fits) {
            sum += Math.exp(fit.weight - largest);
        }
        for (int i = 0; i < FINE; i++) {
            fits[i] = fits[i].weighing(Math.exp(fits[i].weight - largest) / sum);
        }
        return fits;
    }

    /// The likeliest line at one σ by Newton's method; its weight is still a logarithm: the
    /// likelihood with the line integrated out (Laplace), times σ for steps even in log σ.
    private static Fitted fitted(
            long[] k, long[] n, double[] x, double b0, double b1, double logSigma) {
        double a = b0;
        double b = b1;
        double f = 0;
        double aa = 1;
        double ab = 0;
        double bb = 1;
        for (int step = 0; step <= NEWTON_STEPS; step++) {
            f = RandomInterceptLogit.loss(k, n, x, a, b, logSigma);
            double up = RandomInterceptLogit.loss(k, n, x, a + H, b, logSigma);
            double down = RandomInterceptLogit.loss(k, n, x, a - H, b, logSigma);
            double right = RandomInterceptLogit.loss(k, n, x, a, b + H, logSigma);
            double left = RandomInterceptLogit.loss(k, n, x, a, b - H, logSigma);
            double both = RandomInterceptLogit.loss(k, n, x, a + H, b + H, logSigma);
            double neither = RandomInterceptLogit.loss(k, n, x, a - H, b - H, logSigma);
            aa = (up - 2 * f + down) / (H * H);
            bb = (right - 2 * f + left) / (H * H);
            ab = (both + neither - up - down - right - left + 2 * f) / (2 * H * H);
            double determinant = aa * bb - ab * ab;
            if (step == NEWTON_STEPS || !(determinant > 0)) {
                break;
            }
            double ga = (up - down) / (2 * H);
            double gb = (right - left) / (2 * H);
            a -= Math.clamp((bb * ga - ab * gb) / determinant, -1, 1);
            b -= Math.clamp((aa * gb - ab * ga) / determinant, -1, 1);
        }
        double determinant = Math.max(aa * bb - ab * ab, Double.MIN_NORMAL);
        return new Fitted(
                Math.exp(logSigma),
                -f - Math.log(determinant) / 2 + logSigma,
                a,
                b,
                bb / determinant,
                -ab / determinant,
                aa / determinant);
    }

    /// Where the mixture of normals reaches a chance, by bisection.
    private static double quantile(
            Fitted[] fits, double[] mean, double[] deviation, double chance) {
        double z = Math.abs(Normal.quantile(Math.min(chance, 1 - chance))) + 1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < fits.length; i++) {
            low = Math.min(low, mean[i] - z * deviation[i]);
            high = Math.max(high, mean[i] + z * deviation[i]);
        }
        while (high - low > 1e-9 * (1 + Math.abs(low))) {
            double middle = (low + high) / 2;
            double below = 0;
            for (int i = 0; i < fits.length; i++) {
                below += fits[i].weight * Normal.below((middle - mean[i]) / deviation[i]);
            }
            if (below < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
