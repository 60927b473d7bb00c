package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Source;

import java.util.Map;
import java.util.Optional;

/// Whether both tables lead to the same conclusions, for any kind of outcome.
///
/// @param metric name of the headline, e.g. "AUC"
/// @param real the headline of the model trained on real rows, on the holdout
/// @param onSynthetic the same model's on synthetic rows (TRTS)
/// @param importance whether the models lean on the same columns; empty without two models or two
///     columns
/// @param compared what the analysis of real rows is held against: synthetic rows, or both together
/// @param analysis the same regression on real rows and on these
/// @param regression what that is called
record Agreement(
        String metric,
        double real,
        OnSynthetic onSynthetic,
        Optional<ImportanceAgreement> importance,
        Source compared,
        AnalysisAgreement analysis,
        Regression regression) {

    /// Puts what agrees under its names.
    void addTo(Map<String, Double> metrics) {
        importance.ifPresent(
                ranked -> {
                    metrics.put("utility/importance/kendall-tau", ranked.tau());
                    metrics.put("utility/importance/attainable", ranked.attainable());
                });
        metrics.put("utility/analysis/overlap", analysis.meanOverlap());
        metrics.put("utility/analysis/std-difference", analysis.meanDifference());
        metrics.put(
                "utility/analysis/sign-agreement",
                analysis.share(AnalysisAgreement.Term::sameSign));
        metrics.put(
                "utility/analysis/significance-agreement",
                analysis.share(AnalysisAgreement.Term::sameSignificance));
    }

    /// A headline measured on synthetic rows.
    ///
    /// @param n how many of them have an outcome
    record OnSynthetic(double value, Interval interval, long n) {}

    /// A kind of regression whose coefficients are compared.
    ///
    /// @param name at the start of a sentence
    /// @param unit of its coefficients
    /// @param obstacle why one may not exist
    record Regression(String name, String unit, String obstacle) {
        static final Regression LOGISTIC =
                new Regression(
                        "Logistic regression",
                        "log odds per unit",
                        "columns repeat each other or separate the outcomes");

        static final Regression LINEAR =
                new Regression(
                        "Linear regression",
                        "per unit",
                        "columns repeat each other or there are too few rows");

        static final Regression COX =
                new Regression(
                        "Cox regression",
                        "log hazard ratio per unit",
                        "columns repeat each other or tell all events apart");
    }
}
