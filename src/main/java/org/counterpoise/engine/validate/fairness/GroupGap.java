package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;

import java.util.Arrays;
import java.util.List;

/// The largest difference between groups of one attribute, per source a model was trained on: the
/// field's named measures of group fairness.
enum GroupGap {
    DEMOGRAPHIC_PARITY("demographic-parity-difference", ModelMetric.SELECTION_RATE),
    EQUAL_OPPORTUNITY("equal-opportunity-difference", ModelMetric.TPR),
    EQUALIZED_ODDS("equalized-odds-difference", ModelMetric.TPR, ModelMetric.FPR),
    AUC("auc-gap", ModelMetric.AUC);

    private final String id;
    private final int[] metrics;

    GroupGap(String id, int... metrics) {
        this.id = id;
        this.metrics = metrics;
    }

    /// Its name in metrics.
    String id() {
        return id;
    }

    /// Its name for people.
    String title() {
        return this == AUC ? "gap of AUC" : id.replace('-', ' ');
    }

    /// The gap, largest less smallest group; of two metrics the larger gap.
    ///
    /// @param groups of one attribute
    /// @return NaN with fewer than two groups
    double of(List<Judged> groups, Source source) {
        return gap(groups.stream().map(group -> group.estimates()[source.ordinal()]).toList());
    }

    /// Standard error of the gap with `source` less the gap with real rows, paired by replicate.
    double error(List<Judged> groups, Source source) {
        double judging = variance(groups, source, false);
        boolean refitted = groups.stream().allMatch(group -> group.refits().length > 1);
        double training = refitted ? variance(groups, source, true) : 0;
        return Math.sqrt(judging + groups.getFirst().share() * training);
    }

    private double variance(List<Judged> groups, Source source, boolean refits) {
        int count =
                refits ? groups.getFirst().refits().length : groups.getFirst().replicates().length;
        double[] changes = new double[count];
        for (int i = 0; i < count; i++) {
            int replicate = i;
            changes[i] =
                    gap(values(groups, source, refits, replicate))
                            - gap(values(groups, Source.REAL, refits, replicate));
        }
        double[] known = Arrays.stream(changes).filter(d -> !Double.isNaN(d)).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        return Arrays.stream(known).map(d -> (d - mean) * (d - mean)).sum() / (known.length - 1);
    }

    private static List<double[]> values(
            List<Judged> groups, Source source, boolean refits, int replicate) {
        return groups.stream()
                .map(
                        group ->
                                (refits ? group.refits() : group.replicates())
                                        [replicate][source.ordinal()])
                .toList();
    }

    private double gap(List<double[]> groups) {
        double widest = Double.NaN;
        for (int metric : metrics) {
            double[] values =
                    groups.stream()
                            .mapToDouble(group -> group[metric])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            if (values.length > 1) {
                double gap =
                        Arrays.stream(values).max().getAsDouble()
                                - Arrays.stream(values).min().getAsDouble();
                widest = Double.isNaN(widest) ? gap : Math.max(widest, gap);
            }
        }
        return widest;
    }
}
