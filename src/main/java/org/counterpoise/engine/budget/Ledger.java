package org.counterpoise.engine.budget;

import org.counterpoise.engine.budget.Composition.Guarantee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was spent on the same records, and what it amounts to.
///
/// Whatever learns from the records without noise has no guarantee: ε is infinite, for it and for
/// everything together.
///
/// @param entries in the order they were spent
public record Ledger(List<Entry> entries) {

    public Ledger {
        entries = List.copyOf(entries);
    }

    /// One use of the records.
    ///
    /// @param name of what was released, e.g. a model
    /// @param spent the noise added on the way; empty if there was none
    public record Entry(String name, List<Spent> spent) {
        public Entry {
            spent = List.copyOf(spent);
        }

        /// Whether single records are hidden at all.
        public boolean guaranteed() {
            return !spent.isEmpty();
        }
    }

    /// The same mechanism again and again.
    ///
    /// @param steps at least 1
    public record Spent(Mechanism mechanism, long steps) {
        public Spent {
            if (steps < 1) {
                throw new IllegalArgumentException("steps " + steps);
            }
        }
    }

    /// A bound and the theorem it comes from.
    ///
    /// @param accountant "basic composition", "advanced composition", "Rényi accountant" or "exact
    ///     Gaussian"
    public record Bound(String accountant, Guarantee guarantee) {}

    /// Everything together.
    public List<Spent> spent() {
        return entries.stream().flatMap(entry -> entry.spent().stream()).toList();
    }

    /// Whether there is an entry, and every entry hides single records.
    public boolean guaranteed() {
        return !entries.isEmpty() && entries.stream().allMatch(Entry::guaranteed);
    }

    /// What all entries together amount to, by the best theorem that applies.
    ///
    /// @param delta over 0 and under 1
    /// @return empty without a guarantee
    public Optional<Bound> total(double delta) {
        return guaranteed() ? best(spent(), delta) : Optional.empty();
    }

    /// The bound with the least ε.
    public static Optional<Bound> best(List<Spent> spent, double delta) {
        return bounds(spent, delta).stream()
                .min(Comparator.comparingDouble(bound -> bound.guarantee().epsilon()));
    }

    /// What the theorems say that apply to these uses, each at no more than `delta`.
    public static List<Bound> bounds(List<Spent> spent, double delta) {
        List<Bound> bounds = new ArrayList<>();
        if (spent.isEmpty()) {
            return bounds;
        }
        bounds.add(
                new Bound(
                        "Rényi accountant",
                        new Guarantee(RenyiAccount.bound(spent, delta).epsilon(), delta)));
        double precision = 0;
        boolean plain = true;
        boolean laplace = true;
        double sum = 0;
        for (Spent use : spent) {
            switch (use.mechanism()) {
                case Laplace noise -> {
                    plain = false;
                    sum += use.steps() * noise.epsilon();
                }
                case SampledGaussian noise -> {
                    laplace = false;
                    plain &= noise.q() == 1;
                    precision += use.steps() / (noise.sigma() * noise.sigma());
                }
            }
        }
        if (plain) {
            bounds.add(
                    new Bound(
                            "exact Gaussian",
                            new Guarantee(
                                    Composition.gaussianEpsilon(1 / Math.sqrt(precision), delta),
                                    delta)));
        }
        if (laplace) {
            bounds.add(new Bound("basic composition", new Guarantee(sum, 0)));
        }
        if (laplace && spent.size() == 1) {
            Laplace noise = (Laplace) spent.getFirst().mechanism();
            bounds.add(
                    new Bound(
                            "advanced composition",
                            Composition.advanced(
                                    new Guarantee(noise.epsilon(), 0),
                                    spent.getFirst().steps(),
                                    delta)));
        }
        return bounds;
    }
}
