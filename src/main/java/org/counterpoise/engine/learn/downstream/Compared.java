package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.finding.Interval;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The models of a [Task] judged on the same rows: the whole holdout or one subgroup of it.
///
/// @param rows which rows these are
/// @param metrics what was measured
/// @param estimates per source and metric
/// @param replicates per bootstrap replicate of the rows judged, source and metric
/// @param refits per model trained anew, source and metric
/// @param share what part of the rows the models trained anew saw, as in [Judged]
public record Compared(
        JudgedRows rows,
        List<ModelMetric> metrics,
        double[][] estimates,
        double[][][] replicates,
        double[][][] refits,
        double share) {

    /// NaN if there are too few rows.
    public double estimate(Source source, int metric) {
        return rows.enough() ? estimates[source.ordinal()][metric] : Double.NaN;
    }

    /// A metric of one source's model, with how sure it is.
    public PairedDifference alone(Source source, int metric) {
        int own = source.ordinal();
        return paired(values -> values[own][metric]);
    }

    /// How much better `first` is than `second`, in the direction of the metric's goal.
    public PairedDifference better(Source first, Source second, int metric) {
        int a = first.ordinal();
        int b = second.ordinal();
        ModelMetric scale = metrics.get(metric);
        return paired(
                values -> scale.goodness(values[a][metric]) - scale.goodness(values[b][metric]));
    }

    /// How far `first` is beyond `factor` times as good as `second`: above 0 if it is better than
    /// that. In the metric's unit; of metrics that are better when lower, the values change places.
    public PairedDifference beyond(Source first, Source second, double factor, int metric) {
        boolean lower = metrics.get(metric).goal() == ModelMetric.Goal.LOWER;
        int a = (lower ? second : first).ordinal();
        int b = (lower ? first : second).ordinal();
        return paired(values -> values[a][metric] - factor * values[b][metric]);
    }

    /// How many times as good `first` is as `second`; 0 or less is possible where the metric's
    /// values are.
    public double ratio(Source first, Source second, int metric) {
        boolean lower = metrics.get(metric).goal() == ModelMetric.Goal.LOWER;
        double a = estimate(lower ? second : first, metric);
        double b = estimate(lower ? first : second, metric);
        return b > 0 ? a / b : Double.NaN;
    }

    /// The interval of [#ratio]: all factors that the rows do not refute (Fieller, J R Stat Soc B
    /// 1954, doi:10.1111/j.2517-6161.1954.tb00159.x). Undefined where the divisor is not certainly
    /// above 0.
    public Interval ratioInterval(Source first, Source second, int metric, double confidence) {
        String method = "Fieller, paired bootstrap";
        double ratio = ratio(first, second, metric);
        PairedDifference at = beyond(first, second, ratio, metric);
        if (!at.defined()) {
            return Interval.undefined(confidence, method);
        }
        double t = at.quantile(confidence);
        // The variance of a − f·b is a square in f: three values of it give all.
        double none = variance(first, second, 0, metric);
        double plus = variance(first, second, 1, metric);
        double minus = variance(first, second, -1, metric);
        double ofDivisor = (plus + minus) / 2 - none;
        double common = (minus - plus) / 4;
        boolean lower = metrics.get(metric).goal() == ModelMetric.Goal.LOWER;
        double divisor = estimate(lower ? first : second, metric);
        double value = ratio * divisor;
        double a = divisor * divisor - t * t * ofDivisor;
        double b = value * divisor - t * t * common;
        double c = value * value - t * t * none;
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return a > 0
                ? new Interval((b - root) / a, (b + root) / a, confidence, method)
                : Interval.undefined(confidence, method);
    }

    private double variance(Source first, Source second, double factor, int metric) {
        PairedDifference one = beyond(first, second, factor, metric);
        return one.judging() + one.training();
    }

    private PairedDifference paired(ToDoubleFunction<double[][]> quantity) {
        double value = quantity.applyAsDouble(estimates);
        double training = refits.length < 2 ? 0 : share * Judged.variance(refits, quantity);
        return PairedDifference.of(
                rows.enough() && Double.isFinite(value) ? value : Double.NaN,
                Judged.variance(replicates, quantity),
                replicates.length,
                training,
                refits.length,
                rows.n());
    }
}
