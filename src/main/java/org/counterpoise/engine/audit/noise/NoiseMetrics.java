package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ConfidentJoint;

import java.util.TreeMap;

/// The numbers of the audit by name, for the command line and protocols.
final class NoiseMetrics {
    private NoiseMetrics() {}

    static TreeMap<String, Double> of(NoiseStudy study, NoiseSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("label/noise/n", (double) study.given().labelled());
        metrics.put("label/noise/auc", study.probabilities().auc().value());
        metrics.put("label/noise/rate", ConfidentJoint.noise(study.joint()));
        metrics.put("label/noise/suspects", (double) study.suspects().length);
        joint(metrics, "label/noise/", study, study.joint());
        int test = 0;
        for (NoiseStudy.ByAttribute by : study.attributes()) {
            for (NoiseStudy.Group group : by.groups()) {
                String name = "label/noise/" + by.column() + "=" + group.label() + "/";
                Interval interval = group.comparison().interval(settings.confidence());
                metrics.put(name + "rate", ConfidentJoint.noise(group.joint()));
                metrics.put(name + "suspects", (double) group.suspects());
                metrics.put(name + "excess", group.comparison().difference());
                metrics.put(name + "excess/lower", interval.lower());
                metrics.put(name + "excess/upper", interval.upper());
                metrics.put(name + "p", study.adjusted()[test++]);
                joint(metrics, name, study, group.joint());
            }
        }
        return metrics;
    }

    private static void joint(
            TreeMap<String, Double> metrics, String name, NoiseStudy study, double[][] joint) {
        for (int i = 0; i < joint.length; i++) {
            for (int j = 0; j < joint.length; j++) {
                metrics.put(
                        name
                                + "joint/"
                                + study.given().classes().get(i)
                                + "/"
                                + study.given().classes().get(j),
                        joint[i][j]);
            }
        }
    }
}
