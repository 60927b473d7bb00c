package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.List;

/// Something predicted that is held against the outcome, group by group.
interface Target {

    /// A numeric outcome with more distinct values than this is a quantity, not a set of classes.
    int MOST_CLASSES = 20;

    /// The column judged; empty for a model trained here.
    String name();

    /// How a sentence names it, e.g. "The model".
    String subject();

    /// What it is and how it was made, one sentence.
    String description();

    List<String> notes();

    /// Measures every group.
    ///
    /// @param columns the attribute, or the attributes crossed; empty for everyone as one group
    /// @param codes group per row, -1 for none
    /// @param count how many groups
    /// @return one per group, all with the same metrics
    List<GroupResult> measure(
            List<String> columns, int[] codes, int count, Chosen chosen, Progress progress);

    /// What is judged in a dataset: against a binary outcome (two values, or one marked as
    /// positive), several classes, or a quantity.
    ///
    /// @throws UserProblem if there is no outcome, if what is to be judged is not marked or does
    ///     not fit the outcome, or if a model cannot be trained
    static List<Target> of(
            Dataset data, PerformanceSettings settings, long seed, Progress progress) {
        ColumnInfo outcome =
                data.schema()
                        .outcome()
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "No column is marked as the outcome.",
                                                data.name(),
                                                "Mark what is to be predicted in the data step."));
        if (outcome.positive().isEmpty()) {
            List<String> scores = data.schema().namesWithRole(Role.SCORE);
            List<String> predictions = data.schema().namesWithRole(Role.PREDICTION);
            long levels = levels(data, outcome);
            if (data.column(outcome.name()) instanceof Column.Numbers
                    && levels > MOST_CLASSES
                    && !scores.isEmpty()) {
                return Quantity.of(data, outcome, scores);
            }
            if (levels > 2 && levels <= Classes.MOST && !predictions.isEmpty()) {
                return Classes.of(data, outcome, predictions);
            }
        }
        return Judged.of(data, outcome, settings, seed, progress);
    }

    /// How many values occur.
    private static long levels(Dataset data, ColumnInfo outcome) {
        long levels = 0;
        for (long count : data.codes(outcome.name()).counts()) {
            levels += count > 0 ? 1 : 0;
        }
        return levels;
    }
}
