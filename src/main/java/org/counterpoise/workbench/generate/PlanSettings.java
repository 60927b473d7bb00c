package org.counterpoise.workbench.generate;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.synth.SamplingPlan;

import java.util.List;

/// A sampling plan as a form: everything but the numbers typed per group.
///
/// @param goal how the make-up is chosen
/// @param columns the columns whose groups are steered
/// @param rows rows of the result, 0 for as many as the goal needs
/// @param result whether real rows are part of the result
public record PlanSettings(
        @Setting(
                        label = "Make-up",
                        help =
                                "Keep: as in the training set. Balance: all groups equally large."
                                        + " Match benchmark: as in the target population. Typed:"
                                        + " as you type in the table.")
                SamplingPlan.Goal goal,
        @Setting(
                        label = "Groups by",
                        help = "The columns whose groups are steered, crossed.",
                        names = Setting.Names.COLUMN)
                List<String> columns,
        @Setting(
                        label = "Rows",
                        help = "Rows of the result. 0 makes as many as the make-up needs.",
                        min = 0,
                        max = 10_000_000)
                int rows,
        @Setting(
                        label = "Result",
                        help =
                                "Synthetic: only synthetic rows. Augmented: the real training rows"
                                        + " and the synthetic rows that complete them.")
                SamplingPlan.Result result) {

    public PlanSettings {
        columns = List.copyOf(columns);
    }

    static PlanSettings start(List<String> columns) {
        return new PlanSettings(SamplingPlan.Goal.KEEP, columns, 0, SamplingPlan.Result.SYNTHETIC);
    }
}
