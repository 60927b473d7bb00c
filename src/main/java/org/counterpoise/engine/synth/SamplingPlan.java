package org.counterpoise.engine.synth;

import java.util.List;

/// Who gets generated.
///
/// @param goal how the make-up is chosen
/// @param columns the columns whose groups are steered; may be empty for KEEP
/// @param rows rows of the resulting table, 0 for as many as the goal needs
/// @param typed for TYPED: rows wanted per group
/// @param result whether real rows are part of the result
/// @param margins for MARGINS: the shares of single columns and crossings; in a protocol absent for
///     none
public record SamplingPlan(
        Goal goal,
        List<String> columns,
        int rows,
        List<Target> typed,
        Result result,
        List<Margin> margins) {

    /// How the make-up of the result is chosen.
    public enum Goal {
        /// As in the training set.
        KEEP,
        /// Every group equally large.
        BALANCE,
        /// Shares as in the target population; where it tells only shares of single columns, the
        /// crossing is raked to them.
        MATCH_BENCHMARK,
        /// As typed in: rows per group or condition.
        TYPED,
        /// Shares of one or several columns or crossings, each kept, balanced, matched or typed;
        /// several are reached together by raking.
        MARGINS
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
        margins = margins == null ? List.of() : List.copyOf(margins);
    }

    /// A plan without margins.
    public SamplingPlan(
            Goal goal, List<String> columns, int rows, List<Target> typed, Result result) {
        this(goal, columns, rows, typed, result, List.of());
    }

    /// A synthetic table as large as the training set and with its make-up.
    public static SamplingPlan keep(int rows) {
        return new SamplingPlan(Goal.KEEP, List.of(), rows, List.of(), Result.SYNTHETIC);
    }

    /// A plan for shares of columns and crossings.
    ///
    /// @param rows of the result, 0 for as many as are needed
    public static SamplingPlan margins(List<Margin> margins, int rows, Result result) {
        List<String> columns =
                margins.stream().flatMap(margin -> margin.columns().stream()).distinct().toList();
        return new SamplingPlan(Goal.MARGINS, columns, rows, List.of(), result, margins);
    }
}
