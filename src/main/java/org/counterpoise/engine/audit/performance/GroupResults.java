package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well decisions and scores agree with the outcome in each group of one attribute or crossing.
///
/// @param columns the attribute, or the attributes crossed
/// @param results one per group
/// @param reference position of the group that the others are compared with
record GroupResults(
        List<String> columns,
        List<Grouping.Group> groups,
        List<GroupResult> results,
        int reference) {

    static GroupResults of(
            Grouping grouping, Judged judged, PerformanceSettings settings, Progress progress) {
        int count = grouping.groups().size();
        Confusion[] confusions =
                Confusion.perGroup(
                        judged.outcome().values(), judged.decision(), grouping.codes(), count);
        Scores scores = Scores.sorted(judged, grouping.codes(), count);
        List<GroupResult> results =
                Parallel.map(
                        count,
                        progress,
                        "Measuring " + String.join(" × ", grouping.columns()),
                        g ->
                                GroupResult.of(
                                        confusions[g],
                                        scores.y()[g],
                                        scores.scores()[g],
                                        judged,
                                        settings.confidence(),
                                        progress));
        return new GroupResults(
                grouping.columns(),
                grouping.groups(),
                results,
                reference(grouping, settings.reference()));
    }

    /// Everyone as one group.
    static GroupResult overall(Judged judged, PerformanceSettings settings, Progress progress) {
        int[] everyone = new int[judged.decision().length];
        Scores scores = Scores.sorted(judged, everyone, 1);
        return GroupResult.of(
                Confusion.perGroup(judged.outcome().values(), judged.decision(), everyone, 1)[0],
                scores.y()[0],
                scores.scores()[0],
                judged,
                settings.confidence(),
                progress);
    }

    /// The largest group among those that agree with what the user chose.
    private static int reference(Grouping grouping, List<String> chosen) {
        Map<String, String> levels =
                chosen.stream()
                        .filter(text -> text.contains("="))
                        .collect(
                                Collectors.toMap(
                                        text -> text.substring(0, text.indexOf('=')).strip(),
                                        text -> text.substring(text.indexOf('=') + 1).strip(),
                                        (first, second) -> second));
        return IntStream.range(0, grouping.groups().size())
                .filter(
                        g ->
                                grouping.groups().get(g).cell().entrySet().stream()
                                        .allMatch(
                                                e ->
                                                        levels.getOrDefault(
                                                                        e.getKey(), e.getValue())
                                                                .equals(e.getValue())))
                .boxed()
                .max(
                        (a, b) ->
                                grouping.groups().get(a).count() != grouping.groups().get(b).count()
                                        ? Integer.compare(
                                                grouping.groups().get(a).count(),
                                                grouping.groups().get(b).count())
                                        : Integer.compare(b, a))
                .orElse(grouping.largest());
    }

    /// Outcomes and scores per group.
    private record Scores(byte[][] y, double[][] scores) {

        static Scores sorted(Judged judged, int[] codes, int count) {
            byte[][] y = new byte[count][];
            double[][] scores = new double[count][];
            int[] sizes = new int[count];
            if (judged.scored()) {
                for (int row = 0; row < codes.length; row++) {
                    if (usable(judged, codes, row)) {
                        sizes[codes[row]]++;
                    }
                }
            }
            for (int g = 0; g < count; g++) {
                y[g] = new byte[sizes[g]];
                scores[g] = new double[sizes[g]];
            }
            if (judged.scored()) {
                int[] next = new int[count];
                for (int row = 0; row < codes.length; row++) {
                    if (usable(judged, codes, row)) {
                        int at = next[codes[row]]++;
                        y[codes[row]][at] = judged.outcome().values()[row];
                        scores[codes[row]][at] = judged.scores()[row];
                    }
                }
            }
            return new Scores(y, scores);
        }

        private static boolean usable(Judged judged, int[] codes, int row) {
            return codes[row] >= 0
                    && judged.outcome().values()[row] >= 0
                    && !Double.isNaN(judged.scores()[row]);
        }
    }

    /// "sex" or "sex,age": the name of the attribute or crossing in metrics.
    String name() {
        return String.join(",", columns);
    }

    int size() {
        return groups.size();
    }

    boolean crossing() {
        return columns.size() > 1;
    }

    Estimate estimate(int group, String metric) {
        return results.get(group).estimate(metric);
    }

    Confusion[] confusions() {
        return results.stream().map(GroupResult::confusion).toArray(Confusion[]::new);
    }

    /// Groups in which a metric rests on at least `smallest` rows.
    int[] comparable(String metric, int smallest) {
        return IntStream.range(0, size())
                .filter(g -> estimate(g, metric).n() >= Math.max(1, smallest))
                .toArray();
    }

    /// Highest less lowest over groups in which the metric is defined; NaN if fewer than two are.
    double gap(String metric, int smallest) {
        int[] groups = comparable(metric, smallest);
        return groups.length < 2
                ? Double.NaN
                : estimate(highest(metric, groups), metric).value()
                        - estimate(lowest(metric, groups), metric).value();
    }

    /// Lowest over highest over groups in which the metric is defined; NaN if fewer than two are or
    /// all are 0.
    double ratio(String metric, int smallest) {
        int[] groups = comparable(metric, smallest);
        if (groups.length < 2) {
            return Double.NaN;
        }
        double highest = estimate(highest(metric, groups), metric).value();
        return highest > 0
                ? estimate(lowest(metric, groups), metric).value() / highest
                : Double.NaN;
    }

    /// The wider of the gaps in true and false positive rate; NaN if neither is defined.
    double equalizedOddsDifference(int smallest) {
        double tpr = gap(RateMetric.TPR.id(), smallest);
        double fpr = gap(RateMetric.FPR.id(), smallest);
        if (Double.isNaN(tpr) || Double.isNaN(fpr)) {
            return Double.isNaN(tpr) ? fpr : tpr;
        }
        return Math.max(tpr, fpr);
    }

    /// The group with the highest value; the first of equals.
    int highest(String metric, int[] among) {
        int best = among[0];
        for (int g : among) {
            best = estimate(g, metric).value() > estimate(best, metric).value() ? g : best;
        }
        return best;
    }

    /// The group with the lowest value; the first of equals.
    int lowest(String metric, int[] among) {
        int best = among[0];
        for (int g : among) {
            best = estimate(g, metric).value() < estimate(best, metric).value() ? g : best;
        }
        return best;
    }

    /// One group's value less another's, NaN if either is undefined.
    double difference(int group, int other, String metric) {
        return estimate(group, metric).value() - estimate(other, metric).value();
    }

    /// The interval of the difference: Newcombe's for rates, for the others the same construction
    /// from the interval of each.
    Interval differenceInterval(int group, int other, String metric) {
        Estimate a = estimate(group, metric);
        Estimate b = estimate(other, metric);
        return Proportion.difference(
                a.value(),
                a.interval(),
                b.value(),
                b.interval(),
                a.interval().method().equals("Wilson") ? "Newcombe" : "MOVER");
    }

    /// One group's value over the reference group's; NaN if undefined or that is 0.
    double ratioToReference(int group, String metric) {
        double base = estimate(reference, metric).value();
        return base > 0 ? estimate(group, metric).value() / base : Double.NaN;
    }
}
