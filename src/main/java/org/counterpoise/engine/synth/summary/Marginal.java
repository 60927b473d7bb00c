package org.counterpoise.engine.synth.summary;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.counterpoise.engine.stats.Normal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// How a number follows from a latent standard normal number.
interface Marginal {
    /// Never falls as `z` rises.
    double value(double z);

    /// What was assumed, for the report.
    String name();

    /// The distribution with a mean and a standard deviation between bounds, by the method of
    /// moments: beta between two bounds, gamma from one, else normal.
    ///
    /// @param low negative infinity for none
    /// @param high infinity for none
    /// @throws IllegalArgumentException if no such distribution exists; its message says why
    static Marginal ofMoments(double mean, double deviation, double low, double high) {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException("a standard deviation is 0 or more");
        }
        if (mean < low || mean > high) {
            throw new IllegalArgumentException("the mean lies outside its bounds");
        }
        if (deviation == 0) {
            return new Shaped("constant", _ -> mean);
        }
        boolean below = low > Double.NEGATIVE_INFINITY;
        boolean above = high < Double.POSITIVE_INFINITY;
        if (below && above) {
            double width = high - low;
            double m = (mean - low) / width;
            double v = deviation * deviation / (width * width);
            double size = m * (1 - m) / v - 1;
            if (!(size > 0)) {
                throw new IllegalArgumentException(
                        "no distribution between these bounds spreads so widely");
            }
            BetaDistribution beta = BetaDistribution.of(m * size, (1 - m) * size);
            return new Shaped("beta", z -> low + width * at(beta, z));
        } else if (below || above) {
            double off = below ? mean - low : high - mean;
            if (!(off > 0)) {
                throw new IllegalArgumentException("the mean lies on its bound");
            }
            double scale = deviation * deviation / off;
            GammaDistribution gamma = GammaDistribution.of(off / scale, scale);
            return below
                    ? new Shaped("gamma", z -> low + at(gamma, z))
                    : new Shaped("gamma, mirrored", z -> high - at(gamma, -z));
        }
        return new Shaped("normal", z -> mean + deviation * z);
    }

    private static double at(ContinuousDistribution distribution, double z) {
        return z < 0
                ? distribution.inverseCumulativeProbability(Normal.below(z))
                : distribution.inverseSurvivalProbability(Normal.below(-z));
    }

    /// The distribution with these quantiles: between them values rise linearly with the latent
    /// number, so that quantiles of a normal distribution give that one back. Beyond the outermost
    /// the last slope goes on, up to the bounds.
    ///
    /// @param chances ascending, each above 0 and below 1, at least 2
    /// @param values never falling, by chance
    static Marginal ofQuantiles(double[] chances, double[] values, double low, double high) {
        double[] z = Arrays.stream(chances).map(Normal::quantile).toArray();
        return new Shaped(
                "through its quantiles",
                x -> {
                    int i = 1;
                    while (i < z.length - 1 && x > z[i]) {
                        i++;
                    }
                    double slope = (values[i] - values[i - 1]) / (z[i] - z[i - 1]);
                    return Math.clamp(values[i - 1] + slope * (x - z[i - 1]), low, high);
                });
    }

    /// A marginal given by its function.
    record Shaped(String name, DoubleUnaryOperator function) implements Marginal {
        @Override
        public double value(double z) {
            return function.applyAsDouble(z);
        }
    }
}
