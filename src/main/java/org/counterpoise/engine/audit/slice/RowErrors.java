package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.learn.CrossValidation;
import org.counterpoise.engine.learn.Features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How wrong the prediction is in each row.
///
/// @param values at least 0 per row, NaN where the outcome or the prediction is missing
/// @param wrongOrRight whether each error is 0 or 1
/// @param description what is judged, and what counts as its error, one sentence
record RowErrors(double[] values, boolean wrongOrRight, String description, List<String> notes) {

    /// The error of the marked prediction or score, else of a model trained by cross-validation.
    ///
    /// @throws UserProblem if there is no outcome, nothing fits it, or a model cannot be trained
    static RowErrors of(Dataset data, SliceSettings settings, long seed, Progress progress) {
        ColumnInfo outcome =
                data.schema()
                        .outcome()
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "No column is marked as the outcome.",
                                                data.name(),
                                                "Mark what is to be predicted in the data step."));
        Optional<String> prediction = first(data, Role.PREDICTION);
        Optional<String> score = first(data, Role.SCORE);
        RowErrors errors;
        if (measured(data, outcome)) {
            errors = squared(data, outcome, prediction.or(() -> score));
        } else if (prediction.isPresent()) {
            errors = decided(data, outcome.name(), prediction.get());
        } else {
            BinaryOutcome binary = BinaryOutcome.of(data, outcome.name());
            errors =
                    score.isPresent()
                            ? thresholded(
                                    binary,
                                    data.numbers(score.get()),
                                    settings.threshold(),
                                    "The score \"" + score.get() + "\"",
                                    List.of())
                            : trained(data, binary, settings, seed, progress);
        }
        return errors.withMissingNoted(data);
    }

    private static Optional<String> first(Dataset data, Role role) {
        return data.schema().namesWithRole(role).stream().findFirst();
    }

    private static boolean measured(Dataset data, ColumnInfo outcome) {
        return outcome.positive().isEmpty()
                && data.column(outcome.name()) instanceof Column.Numbers numbers
                && Arrays.stream(numbers.values())
                                .filter(v -> !Double.isNaN(v))
                                .distinct()
                                .limit(3)
                                .count()
                        > 2;
    }

    private static RowErrors squared(
            Dataset data, ColumnInfo outcome, Optional<String> prediction) {
        String predicted =
                prediction.orElseThrow(
                        () ->
                                new UserProblem(
                                        "\""
                                                + outcome.title()
                                                + "\" is a measurement, and no prediction of it is"
                                                + " marked.",
                                        data.name(),
                                        "Mark the predicted values as the prediction, or mark which"
                                                + " value of the outcome is the positive one."));
        double[] truth = data.numbers(outcome.name());
        double[] guess = data.numbers(predicted);
        double[] values = new double[truth.length];
        for (int row = 0; row < values.length; row++) {
            double error = (truth[row] - guess[row]) * (truth[row] - guess[row]);
            values[row] = Double.isFinite(error) ? error : Double.NaN;
        }
        return new RowErrors(
                values,
                false,
                "The error is the squared difference of \""
                        + outcome.title()
                        + "\" and its prediction \""
                        + predicted
                        + "\".",
                List.of());
    }

    /// Any number of classes: wrong where prediction and outcome are not the same value.
    private static RowErrors decided(Dataset data, String outcome, String prediction) {
        Column.Codes truth = data.codes(outcome);
        Column.Codes guess = data.codes(prediction);
        int[] same =
                guess.levels().stream()
                        .mapToInt(level -> position(truth.levels(), level))
                        .toArray();
        if (Arrays.stream(same).allMatch(position -> position < 0)) {
            throw new UserProblem(
                    "The prediction \""
                            + prediction
                            + "\" has no value in common with the outcome \""
                            + outcome
                            + "\".",
                    data.name(),
                    "Mark it as a score if it ranks people, or use the outcome's values.");
        }
        double[] values = new double[truth.size()];
        for (int row = 0; row < values.length; row++) {
            int t = truth.codes()[row];
            int g = guess.codes()[row];
            values[row] = t < 0 || g < 0 ? Double.NaN : same[g] == t ? 0 : 1;
        }
        return new RowErrors(
                values,
                true,
                "An error is a row whose marked prediction \""
                        + prediction
                        + "\" is not its \""
                        + outcome
                        + "\".",
                List.of());
    }

    /// "1" and "1.0" are one value: a file may write outcome and prediction differently.
    private static int position(List<String> levels, String wanted) {
        int exact = levels.indexOf(wanted);
        for (int i = 0; exact < 0 && i < levels.size(); i++) {
            if (number(levels.get(i)) == number(wanted)) {
                return i;
            }
        }
        return exact;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static RowErrors trained(
            Dataset data,
            BinaryOutcome outcome,
            SliceSettings settings,
            long seed,
            Progress progress) {
        Features features = Features.of(data);
        if (features.columns().isEmpty()) {
            throw new UserProblem(
                    "There is no column to predict \"" + outcome.column() + "\" from.",
                    data.name(),
                    "Give at least one column the role of a feature, or mark a prediction.");
        }
        double[] scores =
                CrossValidation.scores(
                        data,
                        outcome,
                        features.columns(),
                        settings.learner(),
                        settings.folds(),
                        seed,
                        progress);
        return thresholded(
                outcome,
                scores,
                settings.threshold(),
                "A model trained here by cross-validation in " + settings.folds() + " folds",
                features.notes());
    }

    private static RowErrors thresholded(
            BinaryOutcome outcome,
            double[] scores,
            double threshold,
            String subject,
            List<String> notes) {
        double[] values = new double[scores.length];
        for (int row = 0; row < values.length; row++) {
            byte truth = outcome.values()[row];
            boolean yes = scores[row] >= threshold;
            values[row] =
                    truth < 0 || Double.isNaN(scores[row])
                            ? Double.NaN
                            : yes == (truth == 1) ? 0 : 1;
        }
        return new RowErrors(
                values,
                true,
                subject
                        + " decides for "
                        + outcome.column()
                        + " = "
                        + outcome.positive()
                        + " at a score of "
                        + NumberText.short3(threshold)
                        + " or more; an error is a row decided wrongly.",
                notes);
    }

    private RowErrors withMissingNoted(Dataset data) {
        long missing = Arrays.stream(values).filter(Double::isNaN).count();
        if (missing == values.length) {
            throw new UserProblem(
                    "No row has both an outcome and a prediction.",
                    data.name(),
                    "Check which columns are marked as outcome, prediction and score.");
        }
        List<String> all = new ArrayList<>(List.of(description));
        all.addAll(notes);
        if (missing > 0) {
            all.add(
                    NumberText.count(missing)
                            + " rows lack an outcome or a prediction and do not count.");
        }
        return new RowErrors(values, wrongOrRight, description, all);
    }
}
