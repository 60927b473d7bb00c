package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.LearningCurve;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Task;

import java.util.Optional;

/// Everything the verdict on a task rests on.
///
/// @param task what models were trained for
/// @param contest models trained on real, synthetic and both, judged on the holdout
/// @param judged the source that the verdict is about
/// @param agreement whether both tables lead to the same conclusions
/// @param others the other kinds of model, empty unless asked for
/// @param model what the models are called
/// @param curve what fewer synthetic rows are worth; empty unless asked for
/// @param curveModel what the models of the curve are called
/// @param helped how the groups fare that added rows were meant for; empty unless rows were added
record TaskEvidence(
        Task task,
        Contest contest,
        Source judged,
        Agreement agreement,
        Evidence others,
        String model,
        Optional<LearningCurve> curve,
        String curveModel,
        Optional<Finding> helped) {
    static final int HEADLINE = 0;

    ModelMetric headline() {
        return task.metrics().get(HEADLINE);
    }

    /// What the judged models were trained on.
    String data() {
        return data(judged);
    }

    static String data(Source source) {
        return switch (source) {
            case REAL -> "real data";
            case SYNTHETIC -> "synthetic data";
            case AUGMENTED -> "real and synthetic data together";
        };
    }

    /// Whether the judged model is certainly better than that of real rows.
    boolean better(double confidence) {
        return contest.everyone().better(judged, Source.REAL, HEADLINE).interval(confidence).lower()
                > 0;
    }

    /// Whether even the model trained on real rows is not certainly better than one that knows
    /// nothing, so that there is nothing to fall short of; unless the judged one is better.
    boolean atChance(double confidence) {
        double lower = contest.everyone().alone(Source.REAL, HEADLINE).interval(confidence).lower();
        return !(lower > task.chance()) && !better(confidence);
    }
}
