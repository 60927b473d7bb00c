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
import java.util.Optional;

/// The decisions and scores that are held against the outcome.
///
/// @param subject how a sentence names it, e.g. "The model"
/// @param description what it is and how it was made, one sentence
/// @param decision 1 positive, 0 negative, -1 none, per row
/// @param scores per row, NaN for none; empty if there are no scores
/// @param probabilities whether all scores are from 0 to 1
record Judged(
        String subject,
        String description,
        BinaryOutcome outcome,
        byte[] decision,
        double[] scores,
        boolean probabilities,
        List<String> notes) {

    /// @throws UserProblem if there is no outcome, if what is to be judged is not marked or does
    ///     not fit the outcome, or if a model cannot be trained
    static Judged of(Dataset data, PerformanceSettings settings, long seed, Progress progress) {
        ColumnInfo marked =
                data.schema()
                        .outcome()
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "No column is marked as the outcome.",
                                                data.name(),
                                                "Mark what is to be predicted in the data step."));
        BinaryOutcome outcome = BinaryOutcome.of(data, marked.name());
        requireOutcome(data, outcome);
        Optional<String> prediction = first(data, Role.PREDICTION);
        Optional<String> score = first(data, Role.SCORE);
        return switch (settings.model()) {
            case AUTO ->
                    prediction.isPresent() || score.isPresent()
                            ? marked(data, outcome, prediction, score, settings)
                            : trained(
                                    Learner.LOGISTIC_REGRESSION,
                                    data,
                                    outcome,
                                    settings,
                                    seed,
                                    progress);
            case MARKED_PREDICTION -> marked(data, outcome, prediction, score, settings);
            case LOGISTIC_REGRESSION ->
                    trained(Learner.LOGISTIC_REGRESSION, data, outcome, settings, seed, progress);
            case GRADIENT_BOOSTING ->
                    trained(Learner.GRADIENT_BOOSTING, data, outcome, settings, seed, progress);
        };
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

    private static Optional<String> first(Dataset data, Role role) {
        return data.schema().namesWithRole(role).stream().findFirst();
    }

    private static Judged marked(
            Dataset data,
            BinaryOutcome outcome,
            Optional<String> prediction,
            Optional<String> score,
            PerformanceSettings settings) {
        if (prediction.isEmpty() && score.isEmpty()) {
            throw new UserProblem(
                    "No column is marked as a prediction or a score.",
                    data.name(),
                    "Mark one in the data step, or let a model be trained here.");
        }
        List<String> notes = new ArrayList<>();
        double[] scores = score.map(name -> data.numbers(name)).orElse(new double[0]);
        byte[] decision =
                prediction
                        .map(name -> decisions(data, name, outcome))
                        .orElseGet(() -> decisions(scores, settings.threshold()));
        boolean probabilities =
                Arrays.stream(scores).allMatch(v -> Double.isNaN(v) || (v >= 0 && v <= 1));
        if (score.isEmpty()) {
            notes.add(
                    "No score is marked, so AUC, AUC-PR, Brier score and calibration are absent.");
        } else if (!probabilities) {
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
        Judged judged =
                new Judged(
                        prediction.isPresent() ? "The prediction" : "The score",
                        description,
                        outcome,
                        decision,
                        scores,
                        probabilities && score.isPresent(),
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

    /// A prediction must speak the outcome's language: its levels are among the outcome's.
    private static byte[] decisions(Dataset data, String prediction, BinaryOutcome outcome) {
        Column.Codes codes = data.codes(prediction);
        List<String> allowed = data.codes(outcome.column()).levels();
        byte[] ofLevel = new byte[codes.levels().size()];
        long[] counts = codes.counts();
        for (int level = 0; level < ofLevel.length; level++) {
            String text = codes.levels().get(level);
            if (counts[level] > 0 && allowed.stream().noneMatch(a -> same(a, text))) {
                throw new UserProblem(
                        "The prediction \""
                                + prediction
                                + "\" holds \""
                                + text
                                + "\", which is not a value of the outcome \""
                                + outcome.column()
                                + "\".",
                        data.name(),
                        "Mark it as a score if it ranks people, or use the outcome's values: "
                                + String.join(
                                        ", ", allowed.subList(0, Math.min(10, allowed.size())))
                                + ".");
            }
            ofLevel[level] = (byte) (same(outcome.positive(), text) ? 1 : 0);
        }
        byte[] decision = new byte[codes.size()];
        for (int row = 0; row < decision.length; row++) {
            int code = codes.codes()[row];
            decision[row] = code < 0 ? -1 : ofLevel[code];
        }
        return decision;
    }

    /// "1" and "1.0" are one value: a file may write outcome and prediction differently.
    private static boolean same(String a, String b) {
        return a.equals(b)
                || number(a).filter(n -> number(b).filter(n::equals).isPresent()).isPresent();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
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
        double[] scores =
                CrossValidation.scores(
                        data,
                        outcome,
                        features.columns(),
                        learner,
                        settings.folds(),
                        Streams.derive(seed, "model"),
                        progress);
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
                        "The model",
                        description,
                        outcome,
                        decisions(scores, settings.threshold()),
                        scores,
                        true,
                        features.notes());
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
        return new Judged(subject, description, outcome, decision, scores, probabilities, all);
    }

    boolean scored() {
        return scores.length > 0;
    }
}
