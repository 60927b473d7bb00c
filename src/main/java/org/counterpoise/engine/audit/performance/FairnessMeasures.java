package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.DemographicDisparity;
import org.counterpoise.engine.stats.DifferentialFairness;
import org.counterpoise.engine.stats.Inequality;
import org.counterpoise.engine.stats.RateMetric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The field's named measures of fairness between groups, made of the rates of each group. Names
/// and definitions are those of fairlearn, AI Fairness 360 and Aequitas.
///
/// @param values by the rest of the metric's name; NaN where undefined
record FairnessMeasures(Map<String, Double> values) {

    /// Of every attribute and crossing; empty unless the outcome is binary.
    static FairnessMeasures of(
            Dataset data,
            PerformanceAudit.Part part,
            Subgroups subgroups,
            PerformanceSettings settings) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (part.target() instanceof Judged judged) {
            for (int i = 0; i < part.groups().size(); i++) {
                GroupResults results = part.groups().get(i);
                between(results, values);
                toReference(results, values);
                if (!settings.condition().isEmpty()) {
                    conditional(
                            data,
                            judged,
                            subgroups.groupings().get(i),
                            settings.condition(),
                            results.name(),
                            values);
                }
            }
        }
        return new FairnessMeasures(values);
    }

    /// Over all groups in which a rate is defined.
    private static void between(GroupResults results, Map<String, Double> values) {
        String column = "/" + results.name();
        if (results.measures(RateMetric.SELECTION_RATE)) {
            String selection = RateMetric.SELECTION_RATE.id();
            values.put("demographic-parity-difference" + column, results.gap(selection, 1));
            values.put("demographic-parity-ratio" + column, results.ratio(selection, 1));
        }
        if (results.measures(RateMetric.TPR)) {
            values.put(
                    "equal-opportunity-difference" + column, results.gap(RateMetric.TPR.id(), 1));
        }
        if (results.measures(RateMetric.PPV)) {
            values.put(
                    "predictive-parity-difference" + column, results.gap(RateMetric.PPV.id(), 1));
        }
        if (results.measures(RateMetric.TPR) && results.measures(RateMetric.FPR)) {
            values.put("equalized-odds-difference" + column, results.equalizedOddsDifference(1));
            values.put(
                    "equalized-odds-ratio" + column,
                    least(
                            results.ratio(RateMetric.TPR.id(), 1),
                            results.ratio(RateMetric.FPR.id(), 1)));
        }
        Confusion[] confusions = results.confusions();
        values.put("differential-fairness" + column, differential(confusions, Confusion::selected));
        values.put(
                "differential-fairness-outcome" + column,
                differential(confusions, Confusion::positives));
        values.put("generalized-entropy-between" + column, Inequality.betweenGroups(confusions));
    }

    private static double least(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
    }

    private static double differential(
            Confusion[] confusions, ToDoubleFunction<Confusion> positives) {
        Confusion[] present =
                Arrays.stream(confusions).filter(c -> c.n() > 0).toArray(Confusion[]::new);
        return DifferentialFairness.smoothedEmpirical(
                Arrays.stream(present).mapToLong(c -> (long) positives.applyAsDouble(c)).toArray(),
                Arrays.stream(present).mapToLong(Confusion::n).toArray());
    }

    /// Of each group against the reference group.
    private static void toReference(GroupResults results, Map<String, Double> values) {
        int reference = results.reference();
        for (int g = 0; g < results.size(); g++) {
            if (g == reference) {
                continue;
            }
            String group = "/" + results.groups().get(g).key();
            if (results.measures(RateMetric.SELECTION_RATE)) {
                values.put(
                        "disparate-impact" + group,
                        results.ratioToReference(g, RateMetric.SELECTION_RATE.id()));
            }
            if (results.measures(RateMetric.TPR)) {
                double tpr = results.difference(g, reference, RateMetric.TPR.id());
                values.put("equal-opportunity-difference" + group, tpr);
                if (results.measures(RateMetric.FPR)) {
                    double fpr = results.difference(g, reference, RateMetric.FPR.id());
                    values.put("average-odds-difference" + group, (tpr + fpr) / 2);
                }
            }
        }
    }

    private static void conditional(
            Dataset data,
            Judged judged,
            Grouping grouping,
            List<String> condition,
            String name,
            Map<String, Double> values) {
        Grouping strata = Grouping.of(data, condition);
        double[] disparity =
                DemographicDisparity.of(
                        judged.decision(),
                        grouping.codes(),
                        grouping.groups().size(),
                        strata.codes(),
                        strata.groups().size());
        for (int g = 0; g < disparity.length; g++) {
            values.put(
                    "conditional-demographic-disparity/" + grouping.groups().get(g).key(),
                    disparity[g]);
        }
        values.put(
                "conditional-demographic-disparity/" + name,
                Arrays.stream(disparity).max().orElse(Double.NaN));
    }
}
