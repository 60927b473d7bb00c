package org.counterpoise.engine.stats.plate;

import java.util.Arrays;

/// How well a plate tells its positive from its negative controls.
///
/// @param positives how many positive controls
/// @param negatives how many negative controls
/// @param zPrime 1 − 3(σ₊ + σ₋)/|μ₊ − μ₋| (Zhang, Chung and Oldenburg 1999,
///     doi:10.1177/108705719900400206)
/// @param robustZPrime the same with medians and 1.4826 · MAD
/// @param ssmd strictly standardised mean difference, (μ₊ − μ₋)/√(σ₊² + σ₋²) (Zhang 2007,
///     doi:10.1016/j.ygeno.2006.12.014)
/// @param signalWindow (|μ₊ − μ₋| − 3(σ₊ + σ₋))/σ of the controls with the higher mean (Sittampalam
///     et al. 1997, doi:10.1177/108705719700200306)
public record AssayQuality(
        int positives,
        int negatives,
        double zPrime,
        double robustZPrime,
        double ssmd,
        double signalWindow) {

    /// All measures NaN with fewer than two controls of a kind; a ratio over 0 is NaN.
    public static AssayQuality of(double[] positive, double[] negative) {
        if (positive.length < 2 || negative.length < 2) {
            double none = Double.NaN;
            return new AssayQuality(positive.length, negative.length, none, none, none, none);
        }
        double up = mean(positive);
        double down = mean(negative);
        double upDeviation = deviation(positive, up);
        double downDeviation = deviation(negative, down);
        double gap = Math.abs(up - down);
        double upMedian = Robust.median(positive);
        double downMedian = Robust.median(negative);
        double robustSum =
                Robust.rawDeviation(positive, upMedian) + Robust.rawDeviation(negative, downMedian);
        double pooled = Math.sqrt(upDeviation * upDeviation + downDeviation * downDeviation);
        return new AssayQuality(
                positive.length,
                negative.length,
                1 - ratio(3 * (upDeviation + downDeviation), gap),
                1 - ratio(3 * robustSum, Math.abs(upMedian - downMedian)),
                ratio(up - down, pooled),
                ratio(
                        gap - 3 * (upDeviation + downDeviation),
                        up > down ? upDeviation : downDeviation));
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
