package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.DownstreamInput;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Utility for outcomes that are not yes or no.
final class OtherOutcomes {
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
        List<String> notes = new ArrayList<>(tables.notes());
        double[] held = datasets.holdout().numbers(outcome);
        int[] known =
                IntStream.range(0, held.length).filter(r -> Double.isFinite(held[r])).toArray();
        if (Arrays.stream(known).mapToDouble(r -> held[r]).distinct().limit(2).count() < 2) {
            return Verdicts.leftOut(utility, "\"" + outcome + "\" does not vary in the holdout.");
        }
        List<JudgedRows> rows =
                JudgedRows.among(
                        datasets.holdout(),
                        known,
                        some -> some.length,
                        (n, positives) -> n >= settings.groupRows(),
                        1,
                        notes);
        return new TaskUtility(
                        new Variant.OfNumber(
                                Variant.OfNumber.learner(settings.learner()),
                                outcome,
                                DownstreamInput.predictors(tables)),
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
}
