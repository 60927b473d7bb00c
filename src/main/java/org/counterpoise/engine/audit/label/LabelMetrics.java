package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.CohenKappa;
import org.counterpoise.engine.stats.Estimate;

import java.util.Locale;
import java.util.TreeMap;

/// The numbers of the audit by name, for the command line and protocols.
final class LabelMetrics {
    private LabelMetrics() {}

    static TreeMap<String, Double> of(LabelStudy study, LabelSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("label/units", (double) study.units());
        put(metrics, "label/agreement", study.observed());
        put(metrics, "label/fleiss", study.fleiss());
        put(metrics, "label/ac1", study.ac1());
        for (LabelStudy.Alpha alpha : study.alpha()) {
            String name = "label/alpha/" + alpha.scale().name().toLowerCase(Locale.ROOT);
            put(metrics, name, alpha.value(), alpha.interval());
        }
        for (LabelStudy.Pair pair : study.pairs()) {
            String raters = raters(study, pair);
            for (int w = 0; w < pair.kappas().size(); w++) {
                CohenKappa kappa = pair.kappas().get(w);
                String weights =
                        w == 0
                                ? ""
                                : "/"
                                        + CohenKappa.Weights.values()[w]
                                                .name()
                                                .toLowerCase(Locale.ROOT);
                put(
                        metrics,
                        "label/kappa" + raters + weights,
                        kappa.value(),
                        kappa.interval(settings.confidence()));
            }
            metrics.put("label/js" + raters, pair.jensenShannon());
            metrics.put("label/kl" + raters, pair.kullbackLeibler());
            metrics.put("label/marginal" + raters + "/p", pair.homogeneity().p());
        }
        study.groups().forEach(by -> groups(metrics, study, by));
        return metrics;
    }

    /// "/A,B", or nothing if there are only two.
    static String raters(LabelStudy study, LabelStudy.Pair pair) {
        return study.raters().count() == 2
                ? ""
                : "/"
                        + study.raters().columns().get(pair.first()).name()
                        + ","
                        + study.raters().columns().get(pair.second()).name();
    }

    private static void groups(
            TreeMap<String, Double> metrics, LabelStudy study, LabelStudy.ByGroup by) {
        String column = by.grouping().columns().getFirst();
        metrics.put("label/agreement/" + column + "/p", by.agreement().p());
        for (int g = 0; g < by.labels().size(); g++) {
            String group = "/" + column + "=" + by.labels().get(g);
            put(metrics, "label/agreement" + group, by.observed().get(g));
            metrics.put("label/alpha/nominal" + group, by.alpha()[g]);
        }
        for (LabelStudy.Direction direction : by.directions()) {
            String name = "label/higher" + raters(study, study.pairs().get(direction.pair()));
            metrics.put(name + "/" + column + "/p", direction.test().p());
            for (int g = 0; g < by.labels().size(); g++) {
                metrics.put(name + "/" + column + "=" + by.labels().get(g), direction.means()[g]);
            }
        }
    }

    private static void put(TreeMap<String, Double> metrics, String name, Estimate estimate) {
        put(metrics, name, estimate.value(), estimate.interval());
    }

    private static void put(
            TreeMap<String, Double> metrics, String name, double value, Interval interval) {
        metrics.put(name, value);
        metrics.put(name + "/lower", interval.lower());
        metrics.put(name + "/upper", interval.upper());
    }
}
