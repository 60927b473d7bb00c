package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.RateMetric;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well predictions agree with the outcome in each group of one attribute or crossing.
///
/// @param prefix before names in metrics and findings, empty for the first prediction judged, else
///     `by=COLUMN/`
/// @param columns the attribute, or the attributes crossed
/// @param results one per group
/// @param reference position of the group that the others are compared with
record GroupResults(
        String prefix,
        List<String> columns,
        List<Grouping.Group> groups,
        List<GroupResult> results,
        int reference) {

    static GroupResults of(
            String prefix,
            Grouping grouping,
            Target target,
            PerformanceSettings settings,
            Progress progress) {
        return new GroupResults(
                prefix,
                grouping.columns(),
                grouping.groups(),
                target.measure(
                        grouping.columns(),
                        grouping.codes(),
                        grouping.groups().size(),
                        Chosen.of(settings),
                        progress),
                reference(grouping, settings.reference()));
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

    /// "sex" or "sex,age": the name of the attribute or crossing in metrics.
    String name() {
        return String.join(",", columns);
    }

    /// Prefix and name: the attribute or crossing of one prediction, in findings.
    String id() {
        return prefix + name();
    }

    /// What was measured, in the order of display; nothing without groups.
    List<Metric> metrics() {
        return results.isEmpty()
                ? List.of()
                : results.getFirst().measured().values().stream().map(Measured::metric).toList();
    }

    boolean measures(RateMetric metric) {
        return measures(Metric.of(metric));
    }

    boolean measures(Metric metric) {
        return !results.isEmpty() && results.getFirst().measured().containsKey(metric.id());
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
        return difference(estimate(group, metric), estimate(other, metric));
    }

    /// The interval of the difference to the reference group, for a group that was picked from
    /// several: all their differences hold at once (Šidák, J Am Stat Assoc 1967,
    /// doi:10.1080/01621459.1967.10482935).
    ///
    /// @param picked from how many, at least 1
    Interval pickedInterval(int group, String metric, int picked, double confidence) {
        double each = Math.pow(confidence, 1.0 / picked);
        Interval wide =
                difference(
                        results.get(group).measured(metric).estimator().at(each),
                        results.get(reference).measured(metric).estimator().at(each));
        return new Interval(wide.lower(), wide.upper(), confidence, wide.method() + ", Šidák");
    }

    private static Interval difference(Estimate a, Estimate b) {
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
