package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The numbers behind the verdict on a task, by name.
final class TaskMetrics {
    private TaskMetrics() {}

    static SortedMap<String, Double> of(
            TaskEvidence evidence, List<RatioTest> tests, double confidence) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (RatioTest test : tests) {
            Interval interval = test.interval(confidence);
            String name = "utility/ratio/" + test.scale().id();
            metrics.put(name, test.ratio());
            metrics.put(name + "/lower", interval.lower());
            metrics.put(name + "/upper", interval.upper());
            metrics.put(name + "/p-equivalence", test.p());
        }
        Contest contest = evidence.contest();
        String headline = evidence.headline().id();
        for (Source source : Source.values()) {
            String prefix = "utility/" + source.id() + "/";
            List<ModelMetric> all = evidence.task().metrics();
            for (int metric = 0; metric < all.size(); metric++) {
                metrics.put(
                        prefix + all.get(metric).id(), contest.everyone().estimate(source, metric));
            }
            for (Compared group : contest.groups()) {
                metrics.put(
                        prefix + headline + "/" + group.rows().key(),
                        group.estimate(source, TaskEvidence.HEADLINE));
            }
        }
        Agreement agreement = evidence.agreement();
        metrics.put("utility/trts/" + headline, agreement.onSynthetic().value());
        agreement.addTo(metrics);
        evidence.curve().ifPresent(curve -> CurveFinding.addTo(metrics, curve));
        return metrics;
    }
}
