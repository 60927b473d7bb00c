package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.List;

/// What is said about the groups of one attribute or crossing.
final class PerformanceFindings {
    private PerformanceFindings() {}

    /// Findings on F1, equalized odds and demographic parity; on a single attribute also on ranking
    /// and calibration. Of a crossing only what is flagged.
    static List<Finding> of(
            Dataset data,
            Judged judged,
            GroupResults results,
            PerformanceSettings settings,
            GapTests tests) {
        Wording words = new Wording(data, judged, results, settings, tests);
        DecisionFindings decisions = new DecisionFindings(judged, results, settings, tests, words);
        List<Finding> all =
                new ArrayList<>(
                        List.of(
                                decisions.f1(),
                                decisions.equalizedOdds(),
                                decisions.demographicParity()));
        if (results.crossing()) {
            return all.stream().filter(f -> f.severity().compareTo(Severity.NOTE) > 0).toList();
        }
        ScoreFindings scores = new ScoreFindings(judged, results, settings, words);
        if (judged.scored()) {
            all.add(scores.ranking());
        }
        if (judged.probabilities()) {
            all.add(scores.calibration());
        }
        return all;
    }
}
