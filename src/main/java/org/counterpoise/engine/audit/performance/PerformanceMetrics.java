package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The flat list of numbers, by name. Undefined numbers are NaN.
///
/// `performance/METRIC/overall`, `performance/METRIC/COL=LEVEL` with `/lower`, `/upper`,
/// `/difference` and `/ratio` to the reference group, `performance/METRIC/max-gap/COL` with `/p`
/// and `/adjusted-p`, and `performance/METRIC/max-gap`: the widest over single attributes.
final class PerformanceMetrics {
    private final TreeMap<String, Double> metrics = new TreeMap<>();

    static TreeMap<String, Double> of(GroupResult overall, List<GroupResults> all, GapTests tests) {
        PerformanceMetrics writer = new PerformanceMetrics();
        writer.metrics.put("performance/n/overall", (double) overall.confusion().n());
        overall.estimates().forEach((metric, e) -> writer.estimate(metric, "overall", e));
        for (GroupResults results : all) {
            writer.groups(results);
            writer.gaps(results, tests);
        }
        return writer.metrics;
    }

    private void estimate(String metric, String group, Estimate estimate) {
        String name = "performance/" + metric + "/" + group;
        metrics.put(name, estimate.value());
        metrics.put(name + "/lower", estimate.interval().lower());
        metrics.put(name + "/upper", estimate.interval().upper());
    }

    private void groups(GroupResults results) {
        for (int g = 0; g < results.size(); g++) {
            String group = results.groups().get(g).key();
            metrics.put(
                    "performance/n/" + group, (double) results.results().get(g).confusion().n());
            for (Map.Entry<String, Estimate> entry :
                    results.results().get(g).estimates().entrySet()) {
                String metric = entry.getKey();
                estimate(metric, group, entry.getValue());
                if (g != results.reference()) {
                    String name = "performance/" + metric + "/" + group;
                    metrics.put(
                            name + "/difference",
                            results.difference(g, results.reference(), metric));
                    metrics.put(name + "/ratio", results.ratioToReference(g, metric));
                }
            }
        }
    }

    private void gaps(GroupResults results, GapTests tests) {
        String column = results.name();
        for (String metric : results.results().getFirst().estimates().keySet()) {
            double gap = results.gap(metric, 1);
            metrics.put("performance/" + metric + "/max-gap/" + column, gap);
            if (!results.crossing()) {
                metrics.merge(
                        "performance/" + metric + "/max-gap",
                        gap,
                        (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b));
            }
        }
        for (RateMetric metric : GapTests.TESTED) {
            String name = "performance/" + metric.id() + "/max-gap/" + column;
            metrics.put(name + "/p", tests.of(results, metric).p());
            metrics.put(name + "/adjusted-p", tests.of(results, metric).adjusted());
        }
        String selection = RateMetric.SELECTION_RATE.id();
        metrics.put(
                "performance/demographic-parity-difference/" + column, results.gap(selection, 1));
        metrics.put("performance/demographic-parity-ratio/" + column, results.ratio(selection, 1));
        metrics.put(
                "performance/equalized-odds-difference/" + column,
                results.equalizedOddsDifference(1));
    }
}
