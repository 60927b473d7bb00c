package org.counterpoise.engine.stats.plate;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Normal;

import java.util.Arrays;

/// How well a plate tells its positive from its negative controls.
///
/// @param positives how many positive controls
/// @param negatives how many negative controls
/// @param zPrime 1 − 3(σ₊ + σ₋)/|μ₊ − μ₋| (Zhang, Chung and Oldenburg 1999,
///     doi:10.1177/108705719900400206)
/// @param zPrimeInterval of `zPrime`, 95 %, by the delta method for normal readouts
/// @param robustZPrime the same with medians and 1.4826 · MAD
/// @param ssmd strictly standardised mean difference, (μ₊ − μ₋)/√(σ₊² + σ₋²) (Zhang 2007,
///     doi:10.1016/j.ygeno.2006.12.014)
/// @param ssmdInterval of `ssmd`, 95 %, for large samples: variance (s₊²/n₊ + s₋²/n₋)/V +
///     ssmd²/(2V²) · (s₊⁴/(n₊ − 1) + s₋⁴/(n₋ − 1)) with V = s₊² + s₋² (Zhang 2007)
/// @param signalWindow (|μ₊ − μ₋| − 3(σ₊ + σ₋))/σ of the controls with the higher mean (Sittampalam
///     et al. 1997, doi:10.1177/108705719700200306)
/// @param signalWindowInterval of `signalWindow`, 95 %, by the delta method for normal readouts
public record AssayQuality(
        int positives,
        int negatives,
        double zPrime,
        Interval zPrimeInterval,
        double robustZPrime,
        double ssmd,
        Interval ssmdInterval,
        double signalWindow,
        Interval signalWindowInterval) {
    private static final double LEVEL = 0.95;
    private static final String METHOD = "delta method";
    private static final Interval NONE = Interval.undefined(LEVEL, METHOD);

    /// All measures NaN with fewer than two controls of a kind; a ratio over 0 is NaN.
    public static AssayQuality of(double[] positive, double[] negative) {
        if (positive.length < 2 || negative.length < 2) {
            double none = Double.NaN;
            return new AssayQuality(
                    positive.length, negative.length, none, NONE, none, none, NONE, none, NONE);
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
        Spread controls =
                new Spread(gap, upDeviation, positive.length, downDeviation, negative.length);
        double zPrime = 1 - ratio(3 * (upDeviation + downDeviation), gap);
        double ssmd = ratio(up - down, Math.sqrt(controls.variance()));
        double high = up > down ? upDeviation : downDeviation;
        double window = ratio(gap - 3 * (upDeviation + downDeviation), high);
        return new AssayQuality(
                positive.length,
                negative.length,
                zPrime,
                around(zPrime, controls.zPrimeVariance()),
                1 - ratio(3 * robustSum, Math.abs(upMedian - downMedian)),
                ssmd,
                around(ssmd, controls.ssmdVariance()),
                window,
                around(window, controls.windowVariance(up > down)));
    }

    private static Interval around(double value, double variance) {
        double reach = Normal.quantile((1 + LEVEL) / 2) * Math.sqrt(variance);
        return Double.isNaN(value + reach)
                ? NONE
                : new Interval(value - reach, value + reach, LEVEL, METHOD);
    }

    /// Gap and deviations of the controls, and the sampling variances that follow from them: of a
    /// mean s²/n, of a standard deviation s²/(2(n − 1)).
    private record Spread(double gap, double s1, int n1, double s2, int n2) {

        double variance() {
            return s1 * s1 + s2 * s2;
        }

        private double gapVariance() {
            return s1 * s1 / n1 + s2 * s2 / n2;
        }

        private double firstVariance() {
            return s1 * s1 / (2.0 * (n1 - 1));
        }

        private double secondVariance() {
            return s2 * s2 / (2.0 * (n2 - 1));
        }

        double zPrimeVariance() {
            double byDeviation = 3 / gap;
            double byGap = 3 * (s1 + s2) / (gap * gap);
            return byDeviation * byDeviation * (firstVariance() + secondVariance())
                    + byGap * byGap * gapVariance();
        }

        double ssmdVariance() {
            double v = variance();
            double fourths = s1 * s1 * s1 * s1 / (n1 - 1) + s2 * s2 * s2 * s2 / (n2 - 1);
            return gapVariance() / v + gap * gap / v * fourths / (2 * v * v);
        }

        /// @param firstHigh whether the first controls have the higher mean
        double windowVariance(boolean firstHigh) {
            double high = firstHigh ? s1 : s2;
            double low = firstHigh ? s2 : s1;
            double byHigh = (gap - 3 * low) / (high * high);
            double byLow = 3 / high;
            double ofHigh = firstHigh ? firstVariance() : secondVariance();
            double ofLow = firstHigh ? secondVariance() : firstVariance();
            return gapVariance() / (high * high) + byHigh * byHigh * ofHigh + byLow * byLow * ofLow;
        }
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
