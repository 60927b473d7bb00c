package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
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
record UtilityEvidence(
        Trial trial,
        Roc realOnSynthetic,
        Optional<ImportanceAgreement> importance,
        AnalysisAgreement analysis,
        Evidence others) {

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
                analysis,
                Agreement.Regression.LOGISTIC);
    }
}
