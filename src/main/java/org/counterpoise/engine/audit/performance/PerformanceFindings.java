package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.List;

/// What is said about one prediction.
final class PerformanceFindings {
    private PerformanceFindings() {}

    /// First of everyone, then of each attribute and crossing, then of all gaps together.
    static List<Finding> of(
            Dataset data,
            PerformanceAudit.Part part,
            PerformanceSettings settings,
            GapTests tests) {
        List<Finding> all = new ArrayList<>();
        all.add(OverallFinding.of(part));
        for (GroupResults results : part.groups()) {
            Wording words = new Wording(data, results, settings, tests);
            if (part.target() instanceof Judged judged) {
                all.addAll(ofGroups(judged, results, settings, tests, words));
            } else {
                all.addAll(gaps(results, tests, words, part.target().subject()));
            }
        }
        all.add(GapFindings.summary(data, part, settings, tests));
        return all;
    }

    /// On F1, equalized odds and demographic parity; on a single attribute also on ranking,
    /// calibration, survival and counterfactual decisions. Of a crossing only what is flagged.
    private static List<Finding> ofGroups(
            Judged judged,
            GroupResults results,
            PerformanceSettings settings,
            GapTests tests,
            Wording words) {
        DecisionFindings decisions = new DecisionFindings(judged, results, settings, tests, words);
        List<Finding> all = new ArrayList<>();
        if (results.measures(RateMetric.F1)) {
            all.add(decisions.f1());
        }
        if (results.measures(RateMetric.TPR) && results.measures(RateMetric.FPR)) {
            all.add(new OddsFinding(judged, results, settings, tests, words).of());
        }
        if (results.measures(RateMetric.SELECTION_RATE)
                && results.measures(RateMetric.PREVALENCE)) {
            all.add(decisions.demographicParity());
        }
        if (results.crossing()) {
            return all.stream().filter(f -> f.severity().compareTo(Severity.NOTE) > 0).toList();
        }
        ScoreFindings scores = new ScoreFindings(judged, results, settings, tests, words);
        if (results.measures(Metric.AUC)) {
            all.add(scores.ranking());
        }
        if (results.measures(Metric.CALIBRATION_SLOPE)) {
            all.add(scores.calibration());
        }
        for (Metric metric :
                List.of(Metric.C_INDEX, Metric.SURVIVAL_CALIBRATION, Metric.FLIP_RATE)) {
            if (results.measures(metric)) {
                all.add(new GapFindings(results, tests, words, judged.subject()).of(metric));
            }
        }
        return all;
    }

    private static List<Finding> gaps(
            GroupResults results, GapTests tests, Wording words, String subject) {
        GapFindings findings = new GapFindings(results, tests, words, subject);
        return results.metrics().stream()
                .filter(Metric::tested)
                .map(findings::of)
                .filter(f -> !results.crossing() || f.severity().compareTo(Severity.NOTE) > 0)
                .toList();
    }
}
