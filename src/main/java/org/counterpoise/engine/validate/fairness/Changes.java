package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of the source's biases changed in the synthetic table: shares of groups and the association
/// of the label with groups. What other columns give away is in [ProxyStrength].
///
/// Intervals of each kind hold for all its groups together (Bonferroni).
final class Changes {
    private Changes() {}

    /// Shares of groups; Newcombe's interval of the difference.
    static List<Change> shares(List<SourceGroups> attributes, FairnessSettings settings) {
        int count = attributes.stream().mapToInt(SourceGroups::size).sum();
        double confidence = together(settings, count);
        List<Change> changes = new ArrayList<>();
        for (SourceGroups groups : attributes) {
            for (int g = 0; g < groups.size(); g++) {
                Proportion source = groups.sourceShare(g);
                Proportion synthetic = groups.syntheticShare(g);
                Interval change = Proportion.newcombe(synthetic, source, confidence);
                double target = groups.target(g);
                boolean further =
                        Double.isNaN(target)
                                || Math.abs(synthetic.value() - target)
                                        > Math.abs(source.value() - target);
                boolean lost =
                        change.upper() < 0
                                && synthetic.value() < settings.shareRatio() * source.value();
                changes.add(
                        new Change(
                                groups.keys().get(g),
                                source.value(),
                                synthetic.value(),
                                target,
                                change,
                                lost && further,
                                synthetic.count()));
            }
        }
        return changes;
    }

    /// Differences of the outcome rate between each group and the largest group; MOVER interval of
    /// the change. Strengthened if the difference certainly moved in its own direction and grew.
    static List<Change> labels(
            List<SourceGroups> attributes,
            byte[] source,
            byte[] synthetic,
            Optional<Benchmark> target,
            BinaryOutcome outcome,
            FairnessSettings settings) {
        List<Change> changes = new ArrayList<>();
        int count = attributes.stream().mapToInt(groups -> groups.size() - 1).sum();
        double confidence = together(settings, count);
        for (SourceGroups groups : attributes) {
            int largest = groups.largest();
            Optional<Map<List<String>, Double>> table =
                    target.flatMap(b -> b.marginal(with(outcome.column(), groups.columns())));
            for (int g = 0; g < groups.size(); g++) {
                if (g == largest) {
                    continue;
                }
                Proportion hereSource = rate(groups.source(), source, g);
                Proportion thereSource = rate(groups.source(), source, largest);
                Proportion here = rate(groups.synthetic(), synthetic, g);
                Proportion there = rate(groups.synthetic(), synthetic, largest);
                double before = hereSource.value() - thereSource.value();
                double after = here.value() - there.value();
                Interval change =
                        Proportion.difference(
                                after,
                                Proportion.newcombe(here, there, confidence),
                                before,
                                Proportion.newcombe(hereSource, thereSource, confidence),
                                "MOVER");
                boolean grown = after > 0 ? change.lower() > 0 : change.upper() < 0;
                int group = g;
                changes.add(
                        new Change(
                                groups.keys().get(g),
                                before,
                                after,
                                table.map(
                                                shares ->
                                                        rate(shares, outcome, groups, group)
                                                                - rate(
                                                                        shares, outcome, groups,
                                                                        largest))
                                        .orElse(Double.NaN),
                                change,
                                grown
                                        && Math.abs(after) - Math.abs(before)
                                                > settings.labelMargin(),
                                here.n()));
            }
        }
        return changes;
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static double rate(
            Map<List<String>, Double> shares, BinaryOutcome outcome, SourceGroups groups, int g) {
        double positive = 0;
        double all = 0;
        for (Map.Entry<List<String>, Double> entry : shares.entrySet()) {
            List<String> levels = entry.getKey();
            if (levels.subList(1, levels.size()).equals(groups.levels().get(g))) {
                all += entry.getValue();
                positive += levels.getFirst().equals(outcome.positive()) ? entry.getValue() : 0;
            }
        }
        return positive / all;
    }

    /// The rate of the positive outcome in a group.
    static Proportion rate(int[] groups, byte[] outcome, int group) {
        long n = 0;
        long positives = 0;
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] == group && outcome[row] >= 0) {
                n++;
                positives += outcome[row];
            }
        }
        return new Proportion(positives, n);
    }

    /// The confidence of each of several intervals that hold together.
    static double together(FairnessSettings settings, int count) {
        return 1 - (1 - settings.confidence()) / Math.max(1, count);
    }
}
