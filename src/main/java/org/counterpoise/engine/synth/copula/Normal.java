package org.counterpoise.engine.synth.copula;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.random.RandomGenerator;

/// The standard normal distribution, whole and truncated.
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    static double density(double z) {
        return STANDARD.density(z);
    }

    static double cumulative(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /// The probability of an interval, accurate in both tails.
    static double probability(double from, double to) {
        if (!(from < to)) {
            return 0;
        }
        return from > 0
                ? STANDARD.survivalProbability(from) - STANDARD.survivalProbability(to)
                : STANDARD.cumulativeProbability(to) - STANDARD.cumulativeProbability(from);
    }

    /// Draws from the normal distribution truncated to an interval, by inversion in the lower tail.
    static double truncated(double from, double to, RandomGenerator random) {
        if (from > 0) {
            return -truncated(-to, -from, random);
        }
        double low = STANDARD.cumulativeProbability(from);
        double width = STANDARD.cumulativeProbability(to) - low;
        double u = random.nextDouble();
        if (!(width > 0)) {
            // Both ends are so far out that their probabilities cannot be told apart.
            return to < 0 && Double.isFinite(to) ? to : Math.max(from, -40);
        }
        return Math.clamp(STANDARD.inverseCumulativeProbability(low + u * width), from, to);
    }
}
