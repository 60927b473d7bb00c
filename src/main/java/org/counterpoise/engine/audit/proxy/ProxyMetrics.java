package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.MacroAuc;

import java.util.TreeMap;

/// The numbers of the audit by name, for the command line and protocols.
final class ProxyMetrics {
    private ProxyMetrics() {}

    static TreeMap<String, Double> of(ProxyStudy study, ProxySettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("proxy/rows", (double) study.sampled());
        for (ProxyStudy.Told told : study.told()) {
            String column = told.attribute().column();
            String name =
                    told.score()
                            .map(score -> "proxy/score/" + score.name() + "/auc/")
                            .orElse("proxy/auc/");
            put(metrics, name + column, told.auc(), settings);
            metrics.put(name + column + "/p", told.smallestP());
            for (int t = 0; t < told.p().length && told.p().length > 1; t++) {
                String group = name + column + "=" + told.attribute().label(t);
                put(metrics, group, told.byTarget().get(t));
                metrics.put(group + "/p", told.p()[t]);
            }
            told.carriers().ifPresent(carriers -> carriers(metrics, study, column, carriers));
        }
        study.usefulness()
                .ifPresent(
                        usefulness -> {
                            put(metrics, "proxy/outcome/auc", usefulness.auc(), settings);
                            for (int c = 0; c < study.columns().size(); c++) {
                                metrics.put(
                                        "proxy/outcome/lost/" + study.columns().get(c).name(),
                                        usefulness.lost().get(c).difference());
                            }
                        });
        return metrics;
    }

    private static void carriers(
            TreeMap<String, Double> metrics, ProxyStudy study, String column, Carriers carriers) {
        for (Carriers.Carrier carrier : carriers.carriers()) {
            String name = column + "/" + study.columns().get(carrier.column()).name();
            metrics.put("proxy/alone/" + name, carrier.alone());
            metrics.put("proxy/shap/" + name, carrier.shap());
            metrics.put("proxy/shuffled/" + name, carrier.shuffled());
            metrics.put("proxy/left-out/" + name, carrier.leftOut());
        }
        for (int i = 0; i < carriers.steps().size(); i++) {
            metrics.put(
                    "proxy/without/" + column + "/" + (i + 1),
                    carriers.steps().get(i).auc().value());
        }
    }

    private static void put(
            TreeMap<String, Double> metrics, String name, MacroAuc auc, ProxySettings settings) {
        put(metrics, name, auc.estimate(settings.confidence()));
    }

    private static void put(TreeMap<String, Double> metrics, String name, Estimate estimate) {
        metrics.put(name, estimate.value());
        metrics.put(name + "/lower", estimate.interval().lower());
        metrics.put(name + "/upper", estimate.interval().upper());
    }
}
