package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.learn.downstream.LearningCurve;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.stats.Roc;

import java.util.Optional;

/// Everything the verdict on utility rests on.
///
/// @param trial models trained on real, synthetic and both, judged on the holdout
/// @param realOnSynthetic the model trained on real rows, judged on synthetic ones (TRTS)
/// @param importance whether the models lean on the same columns; empty without two models or two
///     columns
/// @param analysis the same regression on both tables
/// @param others the other kinds of model, empty unless asked for
/// @param judged the source that the verdict is about
/// @param curve what fewer synthetic rows are worth; empty unless asked for
/// @param helped how the groups fare that added rows were meant for; empty unless rows were added
record UtilityEvidence(
        Trial trial,
        Roc realOnSynthetic,
        Optional<ImportanceAgreement> importance,
        AnalysisAgreement analysis,
        Evidence others,
        Source judged,
        Optional<LearningCurve> curve,
        Optional<Finding> helped) {

    /// Whether the judged model is certainly better than that of real rows.
    boolean better(double confidence) {
        return trial.everyone()
                        .better(judged, Source.REAL, ModelMetric.AUC)
                        .interval(confidence)
                        .lower()
                > 0;
    }

    /// Whether even the model trained on real rows is not certainly better than chance, so that
    /// there is nothing to fall short of; unless the judged one is better.
    boolean atChance(double confidence) {
        double lower =
                trial.everyone().alone(Source.REAL, ModelMetric.AUC).interval(confidence).lower();
        return !(lower > 0.5) && !better(confidence);
    }

    /// What both tables lead to.
    Agreement agreement(double confidence) {
        return new Agreement(
                "AUC",
                trial.everyone().estimate(Source.REAL, ModelMetric.AUC),
                new Agreement.OnSynthetic(
                        realOnSynthetic.auc(),
                        realOnSynthetic.interval(confidence),
                        realOnSynthetic.positives() + realOnSynthetic.negatives()),
                importance,
                judged,
                analysis,
                Agreement.Regression.LOGISTIC);
    }
}
