package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.finding.Interval;

import java.util.List;
import java.util.TreeMap;

/// The numbers of the audit by name, for the command line and protocols.
final class ExplainMetrics {
    private ExplainMetrics() {}

    static TreeMap<String, Double> of(
            Explained explained, List<Leaning> leanings, ExplainSettings settings) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        Target target = explained.fitted().target();
        if (target.binary()) {
            Interval interval = target.roc(explained.scores()).interval(settings.confidence());
            metrics.put("explain/auc", explained.skill());
            metrics.put("explain/auc/lower", interval.lower());
            metrics.put("explain/auc/upper", interval.upper());
        } else {
            metrics.put("explain/r2", explained.skill());
        }
        for (int c = 0; c < explained.fitted().columns().size(); c++) {
            String name = explained.fitted().columns().get(c).name();
            metrics.put("explain/shap/" + name, explained.meanShap(c));
            metrics.put("explain/shuffled/" + name, explained.shuffled()[c]);
        }
        for (Leaning leaning : leanings) {
            String name =
                    "explain/leaning/" + explained.fitted().columns().get(leaning.column()).name();
            metrics.put(name + "/change", leaning.change());
            metrics.put(name + "/without", leaning.skill());
            metrics.put(name + "/p", leaning.adjusted());
        }
        return metrics;
    }

    static void addRow(TreeMap<String, Double> metrics, Fitted fitted, RowStudy row) {
        metrics.put("explain/row/value", row.value());
        for (int c = 0; c < fitted.columns().size(); c++) {
            String name = fitted.columns().get(c).name();
            metrics.put("explain/row/shap/" + name, fitted.target().effect(row.shap()[c]));
            metrics.put(
                    "explain/row/local/" + name, fitted.target().effect(row.local().effects()[c]));
        }
        metrics.put("explain/row/local-fit", row.local().fit());
        for (RowStudy.WhatIf one : row.whatIf()) {
            metrics.put("explain/row/if/" + RowStudy.text(one.changes()), one.value());
        }
        row.counterfactual()
                .ifPresent(
                        other -> {
                            metrics.put("explain/row/nearest/distance", other.distance());
                            metrics.put("explain/row/nearest/value", other.value());
                        });
    }
}
