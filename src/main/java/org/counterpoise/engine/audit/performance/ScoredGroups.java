package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.List;
import java.util.Optional;

/// The score behind findings on performance, and the attributes and crossings it can be looked at
/// by: what a threshold can be tried on.
///
/// @param outcome held against
/// @param scores per row, NaN for none
/// @param threshold the one that the audit took
/// @param confidence of its intervals
public record ScoredGroups(
        BinaryOutcome outcome,
        double[] scores,
        List<Grouping> groupings,
        double threshold,
        double confidence) {

    /// The score that an audit with the same settings and seed judged.
    ///
    /// @param findingId of a finding on it: findings on the second score begin with its name
    /// @return empty if what was judged has no score or no binary outcome
    public static Optional<ScoredGroups> of(
            Dataset data,
            PerformanceSettings settings,
            long seed,
            String findingId,
            Progress progress) {
        Subgroups subgroups = Subgroups.of(data, settings.order(), progress);
        Judged first = null;
        for (Target target : Target.of(data, settings, seed, progress)) {
            boolean named = findingId.startsWith("by=" + target.name() + "/");
            if (target instanceof Judged judged && judged.scored() && (first == null || named)) {
                first = judged;
            }
        }
        return Optional.ofNullable(first)
                .map(
                        judged ->
                                new ScoredGroups(
                                        judged.outcome(),
                                        judged.scores(),
                                        subgroups.groupings(),
                                        settings.threshold(),
                                        settings.confidence()));
    }

    /// The position of the attribute or crossing that a finding is about; the first if it is about
    /// none.
    public int about(String findingId) {
        int best = 0;
        int length = -1;
        for (int i = 0; i < groupings.size(); i++) {
            String name = String.join(",", groupings.get(i).columns());
            if (findingId.endsWith("/" + name) && name.length() > length) {
                best = i;
                length = name.length();
            }
        }
        return best;
    }

    public Thresholds thresholds(int grouping, Progress progress) {
        return Thresholds.of(outcome, scores, groupings.get(grouping), progress);
    }
}
