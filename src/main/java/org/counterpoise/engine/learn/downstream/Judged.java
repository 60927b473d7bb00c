package org.counterpoise.engine.learn.downstream;

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

    /// How much better `first` is than `second`, in the direction of the metric's goal; for a
    /// description plainly first less second.
    public PairedDifference better(Source first, Source second, int metric) {
        int a = first.ordinal();
        int b = second.ordinal();
        double value = difference(estimates, a, b, metric);
        double judging = variance(replicates, a, b, metric);
        double training = refits.length < 2 ? 0 : share * variance(refits, a, b, metric);
        return PairedDifference.of(
                rows.enough() ? value : Double.NaN,
                Math.max(judging, rows.leastVariance(metric)),
                replicates.length,
                training,
                refits.length,
                rows.n());
    }

    private static double difference(double[][] values, int a, int b, int metric) {
        ModelMetric scale = ModelMetric.ALL.get(metric);
        return scale.goodness(values[a][metric]) - scale.goodness(values[b][metric]);
    }

    /// Over the replicates in which the metric is defined; NaN if it seldom is.
    private static double variance(double[][][] values, int a, int b, int metric) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double[][] replicate : values) {
            double d = difference(replicate, a, b, metric);
            if (!Double.isNaN(d)) {
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
