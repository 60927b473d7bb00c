package org.counterpoise.engine.synth;

import java.util.List;

/// Who gets generated.
///
/// @param goal how the make-up is chosen
/// @param columns the columns whose groups are steered; may be empty for KEEP
/// @param rows rows of the resulting table, 0 for as many as the goal needs
/// @param typed for TYPED: rows wanted per group
/// @param result whether real rows are part of the result
public record SamplingPlan(
        Goal goal, List<String> columns, int rows, List<Target> typed, Result result) {

    /// How the make-up of the result is chosen.
    public enum Goal {
        /// As in the training set.
        KEEP,
        /// Every group equally large.
        BALANCE,
        /// Shares as in the target population.
        MATCH_BENCHMARK,
        /// As typed in.
        TYPED
    }

    /// What the result consists of.
    public enum Result {
        /// Only synthetic rows.
        SYNTHETIC,
        /// The training rows and the synthetic rows that complete them.
        AUGMENTED
    }

    public SamplingPlan {
        columns = List.copyOf(columns);
        typed = List.copyOf(typed);
    }

    /// A synthetic table as large as the training set and with its make-up.
    public static SamplingPlan keep(int rows) {
        return new SamplingPlan(Goal.KEEP, List.of(), rows, List.of(), Result.SYNTHETIC);
    }
}
