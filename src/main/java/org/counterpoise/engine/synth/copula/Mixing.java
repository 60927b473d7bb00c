package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.stats.Normal;

import java.util.random.RandomGenerator;

/// What makes an elliptical distribution of a normal one: a random factor common to all numbers of
/// a row. Always 1 for the normal distribution itself.
interface Mixing {

    /// From a standard normal number to the number of the same rank in this distribution.
    double outward(double z);

    /// From this distribution to the standard normal number of the same rank.
    double inward(double x);

    /// Draws one number of this distribution, held to an interval.
    double truncated(double from, double to, RandomGenerator random);

    /// Draws the common factor.
    double factor(RandomGenerator random);

    /// Draws the common factor given some numbers of the row.
    ///
    /// @param squares their squared Mahalanobis length
    /// @param count how many they are
    double factorGiven(double squares, int count, RandomGenerator random);

    /// The normal distribution.
    Mixing NONE =
            new Mixing() {
                @Override
                public double outward(double z) {
                    return z;
                }

                @Override
                public double inward(double x) {
                    return x;
                }

                @Override
                public double truncated(double from, double to, RandomGenerator random) {
                    return Normal.truncated(from, to, random);
                }

                @Override
                public double factor(RandomGenerator random) {
                    return 1;
                }

                @Override
                public double factorGiven(double squares, int count, RandomGenerator random) {
                    return 1;
                }
            };
}
