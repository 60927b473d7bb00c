package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Quantiles;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// Three models judged on the same rows: the whole holdout or one subgroup of it.
///
/// @param key "" for the whole holdout, else "sex=F"
/// @param label "everyone", or the subgroup's name for people
/// @param n rows
/// @param positives rows with the positive outcome
/// @param defined whether there are enough rows to say anything
/// @param estimates per model and measure
/// @param replicates per bootstrap replicate, model and measure
record Judged(
        String key,
        String label,
        int n,
        int positives,
        boolean defined,
        double[][] estimates,
        double[][][] replicates) {

    static final int TRTR = 0;
    static final int TSTR = 1;
    static final int AUGMENTED = 2;
    static final String[] MODELS = {"trtr", "tstr", "augmented"};
    static final String[] NAMES = {"real", "synthetic", "real + synthetic"};

    double estimate(int model, int measure) {
        return defined ? estimates[model][measure] : Double.NaN;
    }

    Interval interval(int model, int measure, double confidence) {
        return interval(model, model, measure, confidence, (a, b) -> a);
    }

    /// The interval of a comparison of two models, paired by replicate.
    Interval interval(
            int first,
            int second,
            int measure,
            double confidence,
            DoubleBinaryOperator comparison) {
        double[] values =
                Arrays.stream(replicates)
                        .mapToDouble(
                                r ->
                                        comparison.applyAsDouble(
                                                r[first][measure], r[second][measure]))
                        .toArray();
        double tail = (1 - confidence) / 2;
        return new Interval(
                defined ? Quantiles.of(values, tail) : Double.NaN,
                defined ? Quantiles.of(values, 1 - tail) : Double.NaN,
                confidence,
                "paired bootstrap");
    }

    double difference(int first, int second, int measure) {
        return estimate(first, measure) - estimate(second, measure);
    }
}
