package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.learn.CrossValidation;
import org.counterpoise.engine.learn.Features;
import org.counterpoise.engine.learn.Learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decisions and scores that are held against a binary outcome.
///
/// @param name of the column judged; empty for a model trained here
/// @param subject how a sentence names it, e.g. "The model"
/// @param description what it is and how it was made, one sentence
/// @param decision 1 positive, 0 negative, -1 none, per row
/// @param scores per row, NaN for none; empty if there are no scores
/// @param probabilities whether all scores are from 0 to 1
/// @param followUp how long each row was followed until the outcome or the end, if times are known
/// @param flips by protected attribute: 1 if the model would decide otherwise had the row another
///     level of it, 0 if not, -1 without a decision; empty unless the model was trained here
record Judged(
        String name,
        String subject,
        String description,
        BinaryOutcome outcome,
        byte[] decision,
        double[] scores,
        boolean probabilities,
        Optional<FollowUp> followUp,
        Map<String, byte[]> flips,
        List<String> notes)
        implements Target {

    /// Everything that is marked, or one model trained here.
    ///
    /// One prediction and one score are two sides of one judgement: its decisions and its ranking.
    /// Of more columns each is judged by itself.
    ///
    /// @throws UserProblem if what is to be judged is not marked or does not fit the outcome, or if
    ///     a model cannot be trained
    static List<Target> of(
            Dataset data,
            ColumnInfo marked,
            PerformanceSettings settings,
            long seed,
            Progress progress) {
        BinaryOutcome outcome = BinaryOutcome.of(data, marked.name());
        requireOutcome(data, outcome);
        List<String> predictions = data.schema().namesWithRole(Role.PREDICTION);
        List<String> scores = data.schema().namesWithRole(Role.SCORE);
        Learner learner =
                settings.model() == PerformanceSettings.Model.GRADIENT_BOOSTING
                        ? Learner.GRADIENT_BOOSTING
                        : Learner.LOGISTIC_REGRESSION;
        boolean nothing = predictions.isEmpty() && scores.isEmpty();
        return switch (settings.model()) {
            case AUTO ->
                    nothing
                            ? List.of(trained(learner, data, outcome, settings, seed, progress))
                            : marked(data, outcome, predictions, scores, settings);
            case MARKED_PREDICTION -> marked(data, outcome, predictions, scores, settings);
            case LOGISTIC_REGRESSION, GRADIENT_BOOSTING ->
                    List.of(trained(learner, data, outcome, settings, seed, progress));
        };
    }

    private static List<Target> marked(
            Dataset data,
            BinaryOutcome outcome,
            List<String> predictions,
            List<String> scores,
            PerformanceSettings settings) {
        if (predictions.isEmpty() && scores.isEmpty()) {
            throw new UserProblem(
                    "No column is marked as a prediction or a score.",
                    data.name(),
                    "Mark one in the data step, or let a model be trained here.");
        }
        if (predictions.size() <= 1 && scores.size() <= 1) {
            Optional<String> prediction = predictions.stream().findFirst();
            Optional<String> score = scores.stream().findFirst();
            return List.of(marked(data, outcome, prediction, score, false, settings));
        }
        List<Target> all = new ArrayList<>();
        for (String name : predictions) {
            all.add(marked(data, outcome, Optional.of(name), Optional.empty(), true, settings));
        }
        for (String name : scores) {
            all.add(marked(data, outcome, Optional.empty(), Optional.of(name), true, settings));
        }
        return all;
    }

    private static void requireOutcome(Dataset data, BinaryOutcome outcome) {
        boolean any = false;
        for (byte value : outcome.values()) {
            any |= value >= 0;
        }
        if (!any) {
            throw new UserProblem(
                    "Every value of the outcome \"" + outcome.column() + "\" is missing.",
                    data.name(),
                    "Choose another outcome, or check the missing codes of the import.");
        }
    }

    /// @param several whether it must be told from others by name
    private static Judged marked(
            Dataset data,
            BinaryOutcome outcome,
            Optional<String> prediction,
            Optional<String> score,
            boolean several,
            PerformanceSettings settings) {
        List<String> notes = new ArrayList<>();
        double[] scores = score.map(name -> data.numbers(name)).orElse(new double[0]);
        byte[] decision =
                prediction
                        .map(name -> decisions(data, name, outcome))
                        .orElseGet(() -> decisions(scores, settings.threshold()));
        boolean probabilities =
                Arrays.stream(scores).allMatch(v -> Double.isNaN(v) || (v >= 0 && v <= 1));
        if (score.isEmpty() && !several) {
            notes.add(
                    "No score is marked, so AUC, AUC-PR, Brier score and calibration are absent.");
        } else if (!probabilities && score.isPresent()) {
            notes.add(
                    "The score \""
                            + score.get()
                            + "\" is not a probability (0 to 1), so Brier score and calibration"
                            + " were left out.");
        }
        String description =
                prediction
                                .map(name -> "Decisions are the marked prediction \"" + name + "\"")
                                .orElseGet(
                                        () ->
                                                "A score \""
                                                        + score.orElse("")
                                                        + "\" of at least "
                                                        + NumberText.short3(settings.threshold())
                                                        + " counts as a positive decision")
                        + ".";
        String column = prediction.orElse(score.orElse(""));
        String subject = prediction.isPresent() ? "The prediction" : "The score";
        Judged judged =
                new Judged(
                        column,
                        several ? subject + " \"" + column + "\"" : subject,
                        description,
                        outcome,
                        decision,
                        scores,
                        probabilities && score.isPresent(),
                        FollowUp.of(data, settings, notes),
                        Map.of(),
                        notes);
        return judged.withMissingNoted();
    }

    private static byte[] decisions(double[] scores, double threshold) {
        byte[] decision = new byte[scores.length];
        for (int row = 0; row < decision.length; row++) {
            decision[row] =
                    (byte) (Double.isNaN(scores[row]) ? -1 : scores[row] >= threshold ? 1 : 0);
        }
        return decision;
    }

    private static byte[] decisions(Dataset data, String prediction, BinaryOutcome outcome) {
        Column.Codes codes = data.codes(prediction);
        List<String> allowed = data.codes(outcome.column()).levels();
        int[] places = Levels.places(data, prediction, codes, outcome.column(), allowed);
        int positive = allowed.indexOf(outcome.positive());
        byte[] decision = new byte[codes.size()];
        for (int row = 0; row < decision.length; row++) {
            int code = codes.codes()[row];
            decision[row] = (byte) (code < 0 ? -1 : places[code] == positive ? 1 : 0);
        }
        return decision;
    }

    private static Judged trained(
            Learner learner,
            Dataset data,
            BinaryOutcome outcome,
            PerformanceSettings settings,
            long seed,
            Progress progress) {
        Features features = Features.of(data);
        if (features.columns().isEmpty()) {
            throw new UserProblem(
                    "There is no column to predict \"" + outcome.column() + "\" from.",
                    data.name(),
                    "Give at least one column the role of a feature, or mark a prediction.");
        }
        List<String> notes = new ArrayList<>(features.notes());
        Counterfactuals changed = Counterfactuals.of(data, features.columns(), notes);
        List<double[]> versions =
                CrossValidation.scores(
                        data,
                        changed.versions(),
                        outcome,
                        features.columns(),
                        learner,
                        settings.folds(),
                        Streams.derive(seed, "model"),
                        progress);
        double[] scores = versions.getFirst();
        String name =
                learner == Learner.LOGISTIC_REGRESSION
                        ? "A logistic regression"
                        : "Gradient-boosted trees";
        String description =
                name
                        + " of "
                        + outcome.column()
                        + " on "
                        + features.columns().size()
                        + " columns, scored by cross-validation in "
                        + settings.folds()
                        + " folds; a score of at least "
                        + NumberText.short3(settings.threshold())
                        + " counts as a positive decision.";
        Judged judged =
                new Judged(
                        "",
                        "The model",
                        description,
                        outcome,
                        decisions(scores, settings.threshold()),
                        scores,
                        true,
                        FollowUp.of(data, settings, notes),
                        changed.flips(versions, settings.threshold()),
                        notes);
        return judged.withMissingNoted();
    }

    private Judged withMissingNoted() {
        long missing = 0;
        for (int row = 0; row < decision.length; row++) {
            missing += outcome.values()[row] < 0 || decision[row] < 0 ? 1 : 0;
        }
        if (missing == decision.length) {
            throw new UserProblem(
                    "No row has both an outcome and a prediction.",
                    outcome.column(),
                    "Check which columns are marked as outcome, prediction and score.");
        }
        List<String> all = new ArrayList<>(notes);
        all.add(description);
        if (missing > 0) {
            all.add(
                    NumberText.count(missing)
                            + " rows lack an outcome or a prediction and do not count.");
        }
        return new Judged(
                name,
                subject,
                description,
                outcome,
                decision,
                scores,
                probabilities,
                followUp,
                flips,
                all);
    }

    @Override
    public List<GroupResult> measure(
            List<String> columns, int[] codes, int count, Chosen chosen, Progress progress) {
        return GroupRows.measure(this, columns, codes, count, chosen, progress);
    }

    boolean scored() {
        return scores.length > 0;
    }
}
