package org.counterpoise.engine.audit.performance;

import static org.counterpoise.engine.stats.RateMetric.F1;
import static org.counterpoise.engine.stats.RateMetric.FPR;
import static org.counterpoise.engine.stats.RateMetric.PREVALENCE;
import static org.counterpoise.engine.stats.RateMetric.SELECTION_RATE;
import static org.counterpoise.engine.stats.RateMetric.TPR;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        DecisionFindings decisions =
                new DecisionFindings(judged, results, settings, tests, words);
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
