package org.counterpoise.engine.budget;

import org.counterpoise.engine.budget.Ledger.Spent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// What (ε, δ) differential privacy several uses of mechanisms amount to.
///
/// Rényi divergences of composed steps add. They are converted by Canonne, Kamath and Steinke 2020
/// (arXiv:2004.00010, proposition 12): ε = ρ(α) + log((α − 1)/α) − (log δ + log α)/(α − 1), the
/// least over a grid of orders. Holds for clipped contributions and Poisson sampling only: shuffled
/// batches, unclipped gradients, or ranges and categories read from the data are not covered.
public final class RenyiAccount {
    /// 1.1 to 10.9 in steps of 0.1, then 12 to 63.
    private static final double[] ORDERS =
            DoubleStream.concat(
                            DoubleStream.iterate(11, i -> i < 110, i -> i + 1).map(i -> i / 10),
                            DoubleStream.iterate(12, i -> i < 64, i -> i + 1))
                    .toArray();

    private RenyiAccount() {}

    /// A bound.
    ///
    /// @param epsilon at least 0
    /// @param delta the chance with which ε need not hold
    /// @param order of the Rényi divergence that gives the bound
    /// @param atEnd whether that is the least or greatest order tried, so that the bound may be
    ///     loose
    public record Bound(double epsilon, double delta, double order, boolean atEnd) {}

    /// What all uses together cost.
    ///
    /// @param delta over 0 and under 1; below one over the number of records to mean anything
    public static Bound bound(List<Spent> spent, double delta) {
        double[] divergences = new double[ORDERS.length];
        for (Spent use : spent) {
            for (int i = 0; i < ORDERS.length; i++) {
                divergences[i] += use.steps() * use.mechanism().renyi(ORDERS[i]);
            }
        }
        return convert(ORDERS, divergences, delta);
    }

    /// The best bound that divergences of several orders give.
    static Bound convert(double[] orders, double[] divergences, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta " + delta);
        }
        if (Arrays.stream(divergences).allMatch(divergence -> divergence == 0)) {
            return new Bound(0, delta, orders[0], false);
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < orders.length; i++) {
            double a = orders[i];
            double epsilon =
                    divergences[i]
                            + Math.log((a - 1) / a)
                            - (Math.log(delta) + Math.log(a)) / (a - 1);
            if (epsilon < least) {
                least = epsilon;
                best = i;
            }
        }
        return new Bound(
                Math.max(0, least), delta, orders[best], best == 0 || best == orders.length - 1);
    }

    /// The least noise multiplier with which `steps` steps cost no more than a target.
    ///
    /// @param epsilon target, over 0
    /// @return to four digits, rounded up
    public static double noise(double epsilon, double delta, double q, long steps) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon " + epsilon);
        }
        double high = 1;
        while (epsilon(high, q, steps, delta) > epsilon) {
            high *= 2;
            if (high > 1e9) {
                throw new IllegalArgumentException("no noise suffices for epsilon " + epsilon);
            }
        }
        double low = high;
        while (low > 1e-3 && epsilon(low, q, steps, delta) <= epsilon) {
            low /= 2;
        }
        while (high - low > 5e-5 * high) {
            double middle = (low + high) / 2;
            if (epsilon(middle, q, steps, delta) <= epsilon) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double epsilon(double sigma, double q, long steps, double delta) {
        return bound(List.of(new Spent(new SampledGaussian(q, sigma), steps)), delta).epsilon();
    }
}
