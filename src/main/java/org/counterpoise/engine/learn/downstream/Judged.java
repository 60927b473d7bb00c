package org.counterpoise.engine.learn.downstream;

import java.util.function.ToDoubleFunction;

/// The three models judged on the same rows: the whole holdout or one subgroup of it.
///
/// @param rows which rows these are
/// @param estimates per source and metric
/// @param replicates per bootstrap replicate of the rows judged, source and metric
/// @param refits per model trained anew, source and metric
/// @param share what part of the rows the models trained anew saw; their variance is that much
///     larger (the m out of n bootstrap: Bickel, Götze and van Zwet, Statistica Sinica 1997)
public record Judged(
        JudgedRows rows,
        double[][] estimates,
        double[][][] replicates,
        double[][][] refits,
        double share) {

    public double estimate(Source source, int metric) {
        return estimates[source.ordinal()][metric];
    }

    /// A metric of one source's model, with how sure it is.
    public PairedDifference alone(Source source, int metric) {
        int own = source.ordinal();
        return paired(values -> values[own][metric], rows.leastVariance(metric));
    }

    /// How much better `first` is than `second`, in the direction of the metric's goal; for a
    /// description plainly first less second.
    public PairedDifference better(Source first, Source second, int metric) {
        int a = first.ordinal();
        int b = second.ordinal();
        ModelMetric scale = ModelMetric.ALL.get(metric);
        return paired(
                values -> scale.goodness(values[a][metric]) - scale.goodness(values[b][metric]),
                rows.leastVariance(metric));
    }

    /// The logarithm of how many times as good `first` is as `second`: of the ratio of their
    /// values, or for a metric that is better when lower, of its inverse.
    public PairedDifference logRatio(Source first, Source second, int metric) {
        int a = first.ordinal();
        int b = second.ordinal();
        int sign = ModelMetric.ALL.get(metric).goal() == ModelMetric.Goal.LOWER ? -1 : 1;
        double level = estimate(second, metric);
        return paired(
                values -> sign * Math.log(values[a][metric] / values[b][metric]),
                rows.leastVariance(metric) / (level * level));
    }

    private PairedDifference paired(ToDoubleFunction<double[][]> quantity, double least) {
        double value = quantity.applyAsDouble(estimates);
        double training = refits.length < 2 ? 0 : share * variance(refits, quantity);
        return PairedDifference.of(
                rows.enough() && Double.isFinite(value) ? value : Double.NaN,
                Math.max(variance(replicates, quantity), least),
                replicates.length,
                training,
                refits.length,
                rows.n());
    }

    /// Over the replicates in which the quantity is defined; NaN if it seldom is.
    static double variance(double[][][] values, ToDoubleFunction<double[][]> quantity) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double[][] replicate : values) {
            double d = quantity.applyAsDouble(replicate);
            if (Double.isFinite(d)) {
                sum += d;
                squares += d * d;
                count++;
            }
        }
        return 10L * count < 9L * values.length || count < 2
                ? Double.NaN
                : Math.max(0, squares - sum * sum / count) / (count - 1);
    }
}
