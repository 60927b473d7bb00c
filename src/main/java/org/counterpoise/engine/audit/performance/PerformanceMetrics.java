package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.stats.Estimate;

import java.util.SortedMap;
import java.util.TreeMap;

/// The flat list of numbers, by name. Undefined numbers are NaN.
///
/// - `performance/METRIC/overall` and `performance/METRIC/COL=LEVEL`, each with `/lower` and
///   `/upper`; of a group also `/difference` and `/ratio` to the reference group and
///   `/difference-to-overall` and `/ratio-to-overall`.
/// - `performance/METRIC/max-gap/COL`: highest less lowest over all groups with a value. Among
///   groups of at least the settings' smallest group: `/lower` and `/upper` of the gap, `/p`,
///   `/adjusted-p`, and the `/detectable` gap (80 % power) between the two largest groups, and
///   `/detectable-smallest` between the largest and the smallest.
/// - `performance/METRIC/max-gap`: the widest over single attributes.
/// - The measures of [FairnessMeasures], by attribute or by group.
///
/// Of several predictions, those after the first begin with `performance/by=COLUMN/`.
final class PerformanceMetrics {
    private final TreeMap<String, Double> metrics = new TreeMap<>();
    private final GapTests tests;

    PerformanceMetrics(GapTests tests) {
        this.tests = tests;
    }

    SortedMap<String, Double> sorted() {
        return metrics;
    }

    void add(PerformanceAudit.Part part, FairnessMeasures fairness) {
        String root = "performance/" + part.prefix();
        metrics.put(root + "n/overall", (double) part.overall().n());
        part.overall()
                .measured()
                .forEach((metric, m) -> estimate(root + metric + "/overall", m.estimate()));
        for (GroupResults results : part.groups()) {
            for (int g = 0; g < results.size(); g++) {
                group(root, part.overall(), results, g);
            }
            for (Metric metric : results.metrics()) {
                gap(root + metric.id() + "/max-gap", results, metric.id());
            }
        }
        fairness.values().forEach((name, value) -> metrics.put(root + name, value));
    }

    private void estimate(String name, Estimate estimate) {
        metrics.put(name, estimate.value());
        metrics.put(name + "/lower", estimate.interval().lower());
        metrics.put(name + "/upper", estimate.interval().upper());
    }

    private void group(String root, GroupResult overall, GroupResults results, int g) {
        String group = results.groups().get(g).key();
        metrics.put(root + "n/" + group, (double) results.results().get(g).n());
        for (Metric metric : results.metrics()) {
            String id = metric.id();
            String name = root + id + "/" + group;
            double value = results.estimate(g, id).value();
            estimate(name, results.estimate(g, id));
            Measured everyone = overall.measured().get(id);
            if (everyone != null) {
                double base = everyone.estimate().value();
                metrics.put(name + "/difference-to-overall", value - base);
                metrics.put(name + "/ratio-to-overall", base > 0 ? value / base : Double.NaN);
            }
            if (g != results.reference()) {
                metrics.put(name + "/difference", results.difference(g, results.reference(), id));
                metrics.put(name + "/ratio", results.ratioToReference(g, id));
            }
        }
    }

    private void gap(String name, GroupResults results, String metric) {
        double gap = results.gap(metric, 1);
        String ofColumn = name + "/" + results.name();
        metrics.put(ofColumn, gap);
        if (!results.crossing()) {
            metrics.merge(
                    name,
                    gap,
                    (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b));
        }
        GapTests.Test test = tests.of(results, metric);
        metrics.put(ofColumn + "/lower", test.gap().interval().lower());
        metrics.put(ofColumn + "/upper", test.gap().interval().upper());
        if (results.metrics().stream().anyMatch(m -> m.id().equals(metric) && m.tested())) {
            metrics.put(ofColumn + "/p", test.p());
            metrics.put(ofColumn + "/adjusted-p", test.adjusted());
            metrics.put(ofColumn + "/detectable", test.detectable());
            metrics.put(ofColumn + "/detectable-smallest", test.detectableSmallest());
        }
    }
}
