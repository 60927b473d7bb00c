package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.learn.FollowedRows;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.SurvivalTask;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.DownstreamInput;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Utility for outcomes that are not yes or no.
final class OtherOutcomes {
    private static final int LEAST_EVENTS = 5;

    private OtherOutcomes() {}

    /// @param tables training, synthetic and holdout, with a predictor
    static Validation validation(
            Utility utility,
            ValidationInput input,
            AlignedTables tables,
            UtilitySettings settings,
            long seed,
            Progress progress) {
        String outcome = input.training().schema().outcome().orElseThrow().name();
        Contest.Tables datasets = DownstreamInput.datasets(tables);
        List<String> predictors = DownstreamInput.predictors(tables);
        List<String> notes = new ArrayList<>(tables.notes());
        Variant variant;
        List<JudgedRows> rows;
        if (OutcomeKind.of(input.training()) == OutcomeKind.SURVIVAL) {
            String time = OutcomeKind.followUp(input.training()).orElseThrow();
            String positive = BinaryOutcome.of(input.training(), outcome).positive();
            SurvivalTask task = new SurvivalTask(outcome, positive, time, predictors);
            notes.add(survivalNote(task, datasets.synthetic()));
            variant = new Variant.OfTimes(task);
            rows = ofTimes(task, datasets.holdout(), settings, notes);
        } else {
            variant =
                    new Variant.OfNumber(
                            Variant.OfNumber.learner(settings.learner()), outcome, predictors);
            rows = ofNumbers(outcome, datasets.holdout(), settings, notes);
        }
        return new TaskUtility(
                        variant,
                        datasets,
                        rows,
                        input.completing() ? Source.AUGMENTED : Source.SYNTHETIC,
                        settings,
                        seed)
                .validation(utility.card(), notes, progress)
                .orElseGet(
                        () ->
                                Verdicts.leftOut(
                                        utility, "no model could be trained on the real rows."));
    }

    /// Groups need rows.
    private static List<JudgedRows> ofNumbers(
            String outcome, Dataset holdout, UtilitySettings settings, List<String> notes) {
        double[] held = holdout.numbers(outcome);
        return JudgedRows.among(
                holdout,
                IntStream.range(0, held.length).filter(r -> Double.isFinite(held[r])).toArray(),
                some -> some.length,
                (n, positives) -> n >= settings.groupRows(),
                1,
                notes);
    }

    /// Groups need rows and some events.
    private static List<JudgedRows> ofTimes(
            SurvivalTask task, Dataset holdout, UtilitySettings settings, List<String> notes) {
        byte[] events = task.events(holdout).values();
        return JudgedRows.among(
                holdout,
                FollowedRows.of(holdout, task.events(holdout), task.time()).rows(),
                some -> IntStream.of(some).map(row -> events[row]).sum(),
                (n, positives) -> n >= settings.groupRows() && positives >= LEAST_EVENTS,
                1,
                notes);
    }

    private static String survivalNote(SurvivalTask task, Dataset synthetic) {
        int untimed =
                synthetic.rows()
                        - FollowedRows.of(synthetic, task.events(synthetic), task.time())
                                .rows()
                                .length;
        return "\""
                + task.time()
                + "\" is taken as the time until \""
                + task.outcome()
                + "\" = "
                + task.positive()
                + " or the end of follow-up. Give it another role to have the outcome judged as yes"
                + " or no."
                + (untimed == 0
                        ? ""
                        : " "
                                + NumberText.count(untimed)
                                + " synthetic rows have no time of 0 or more, or no outcome, and"
                                + " were left out.");
    }
}
