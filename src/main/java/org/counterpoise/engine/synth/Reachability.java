package org.counterpoise.engine.synth;

import java.util.List;
import java.util.Locale;

/// What can be expected of one group of a plan before anything is drawn.
///
/// @param words one plain sentence; empty for [Level#SUPPORTED]
public record Reachability(ResolvedPlan.Allocation allocation, Level level, String words) {
    /// Groups of fewer training rows than this are called scarce.
    public static final int SCARCE = 30;

    /// How well the training set supports a group.
    public enum Level {
        /// Enough training rows, or no row to be drawn.
        SUPPORTED,
        /// Few training rows: what is drawn repeats their chance features.
        SCARCE,
        /// No training row, but the method can draw the crossing from its levels.
        EXTRAPOLATED,
        /// No training row, and the method learns from rows alone: expect a shortfall.
        UNLIKELY
    }

    /// Judges the groups of a plan for a method.
    public static List<Reachability> of(ResolvedPlan plan, Synthesizer<?> method) {
        return plan.allocations().stream().map(group -> of(group, method)).toList();
    }

    private static Reachability of(ResolvedPlan.Allocation group, Synthesizer<?> method) {
        if (group.toGenerate() == 0 || group.existing() >= SCARCE) {
            return new Reachability(group, Level.SUPPORTED, "");
        } else if (group.existing() > 0) {
            return new Reachability(
                    group,
                    Level.SCARCE,
                    String.format(
                            Locale.ROOT,
                            "%s: %,d rows are to be made from %,d training %s.",
                            group.label(),
                            group.toGenerate(),
                            group.existing(),
                            group.existing() == 1 ? "row" : "rows"));
        } else if (method.extrapolates()) {
            return new Reachability(
                    group,
                    Level.EXTRAPOLATED,
                    group.label()
                            + ": no training row; "
                            + method.card().name()
                            + " can draw it from what it learned of other groups, and nothing shows"
                            + " whether it draws it well.");
        }
        return new Reachability(
                group,
                Level.UNLIKELY,
                group.label()
                        + ": no training row, and "
                        + method.card().name()
                        + " does not extrapolate; expect a shortfall.");
    }
}
