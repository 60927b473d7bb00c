package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The numbers of the validation by name.
final class FairnessMetrics {
    private FairnessMetrics() {}

    static SortedMap<String, Double> of(
            Trial trial,
            SourceBias bias,
            Standings verdict,
            List<Standings> all,
            FairnessSettings settings) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        Measure worst = verdict.worst();
        put(metrics, "fairness/largest-worsening", worst.value(), worst.interval().orElseThrow());
        for (Standings standings : all) {
            for (Standing standing : Standing.values()) {
                metrics.put(
                        "fairness/"
                                + standings.source().id()
                                + "/groups/"
                                + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        (double) standings.with(standing).size());
            }
        }
        for (Judged judged : trial.judged()) {
            models(judged, settings, metrics);
        }
        for (Map.Entry<String, List<Judged>> groups :
                new GroupFindings(trial, settings, "").byAttribute().entrySet()) {
            for (GroupGap gap : GroupGap.values()) {
                for (Source source : Source.values()) {
                    metrics.put(
                            "fairness/" + source.id() + "/" + gap.id() + "/" + groups.getKey(),
                            gap.of(groups.getValue(), source));
                }
            }
        }
        changes("share", bias.shares(), metrics);
        changes("outcome-difference", bias.labels(), metrics);
        changes("proxy-auc", bias.proxies(), metrics);
        for (SourceGroups groups : bias.attributes()) {
            String name = "fairness/distance-to-target/";
            metrics.put(name + "source/" + groups.name(), groups.distanceToTarget(false));
            metrics.put(name + "synthetic/" + groups.name(), groups.distanceToTarget(true));
        }
        return metrics;
    }

    private static void models(
            Judged judged, FairnessSettings settings, SortedMap<String, Double> metrics) {
        String group = judged.rows().everyone() ? "overall" : judged.rows().key();
        for (int metric = 0; metric < ModelMetric.ALL.size(); metric++) {
            String id = ModelMetric.ALL.get(metric).id();
            for (Source source : Source.values()) {
                metrics.put(
                        "fairness/" + source.id() + "/" + id + "/" + group,
                        judged.rows().enough() ? judged.estimate(source, metric) : Double.NaN);
            }
            for (Source source : List.of(Source.SYNTHETIC, Source.AUGMENTED)) {
                PairedDifference better = judged.better(source, Source.REAL, metric);
                put(
                        metrics,
                        "fairness/" + source.id() + "-better/" + id + "/" + group,
                        better.value(),
                        better.interval(settings.confidence()));
            }
        }
    }

    private static void changes(
            String name, List<Change> changes, SortedMap<String, Double> metrics) {
        for (Change change : changes) {
            String key = "/" + change.key();
            metrics.put("fairness/" + name + "/source" + key, change.source());
            metrics.put("fairness/" + name + "/synthetic" + key, change.synthetic());
            metrics.put("fairness/" + name + "/target" + key, change.target());
        }
    }

    private static void put(
            SortedMap<String, Double> metrics, String name, double value, Interval interval) {
        metrics.put(name, value);
        metrics.put(name + "/lower", interval.lower());
        metrics.put(name + "/upper", interval.upper());
    }
}
