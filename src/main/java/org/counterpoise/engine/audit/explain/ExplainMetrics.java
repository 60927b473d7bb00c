package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.finding.Interval;

import java.util.TreeMap;

/// The numbers of the audit by name, for the command line and protocols.
final class ExplainMetrics {
    private ExplainMetrics() {}

    static TreeMap<String, Double> of(Explained explained, ExplainSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        Interval interval = explained.roc().interval(settings.confidence());
        metrics.put("explain/auc", explained.roc().auc());
        metrics.put("explain/auc/lower", interval.lower());
        metrics.put("explain/auc/upper", interval.upper());
        for (int c = 0; c < explained.columns().size(); c++) {
            String name = explained.columns().get(c).name();
            metrics.put("explain/shap/" + name, explained.shap()[c]);
            metrics.put("explain/shuffled/" + name, explained.shuffled()[c]);
        }
        return metrics;
    }

    static TreeMap<String, Double> of(
            Explained explained, RowStudy row, ExplainSettings settings) {
        TreeMap<String, Double> metrics = of(explained, settings);
        metrics.put("explain/row/probability", row.probability());
        for (int c = 0; c < explained.columns().size(); c++) {
            metrics.put("explain/row/shap/" + explained.columns().get(c).name(), row.shap()[c]);
        }
        for (RowStudy.WhatIf one : row.whatIf()) {
            metrics.put("explain/row/if/" + one.text(), one.probability());
        }
        row.counterfactual()
                .ifPresent(
                        other -> {
                            metrics.put("explain/row/nearest/distance", other.distance());
                            metrics.put("explain/row/nearest/probability", other.probability());
                        });
        return metrics;
    }
}
