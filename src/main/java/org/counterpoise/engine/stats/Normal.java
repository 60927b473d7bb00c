package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.random.RandomGenerator;

/// The standard normal distribution, whole and truncated.
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /// How many standard errors a two-sided interval extends, e.g. 1.96 for 0.95.
    public static double z(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /// The confidence of an interval that extends `z` standard errors to both sides, e.g. 0.95 for
    /// 1.96. The inverse of [#z].
    public static double confidence(double z) {
        return 1 - 2 * STANDARD.survivalProbability(z);
    }

    /// The value of Student's t that is as unlikely as `z`: how far an interval extends whose
    /// standard error is itself estimated. Wallace's approximation (Ann Math Stat 30:1121, 1959),
    /// within 0.1 % from 7 degrees of freedom on and a little too far.
    ///
    /// @param z at least 0
    /// @param freedom degrees of freedom, at least 1
    public static double student(double z, double freedom) {
        double corrected = z * (8 * freedom + 3) / (8 * freedom + 1);
        return Math.sqrt(freedom * Math.expm1(corrected * corrected / freedom));
    }

    /// The chance of a value below `x`.
    public static double below(double x) {
        return STANDARD.cumulativeProbability(x);
    }

    /// The value that is not exceeded with this chance, e.g. 0.84 for 0.8.
    public static double quantile(double chance) {
        return STANDARD.inverseCumulativeProbability(chance);
    }

    /// The two-sided p-value of a standard score.
    public static double twoSided(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /// The density at `z`.
    public static double density(double z) {
        return STANDARD.density(z);
    }

    /// The probability of an interval, accurate in both tails.
    public static double probability(double from, double to) {
        if (!(from < to)) {
            return 0;
        }
        return from > 0
                ? STANDARD.survivalProbability(from) - STANDARD.survivalProbability(to)
                : STANDARD.cumulativeProbability(to) - STANDARD.cumulativeProbability(from);
    }

    /// Draws from the normal distribution truncated to an interval, by inversion in the lower tail.
    public static double truncated(double from, double to, RandomGenerator random) {
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
