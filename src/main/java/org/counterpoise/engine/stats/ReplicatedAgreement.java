package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;

/// Limits of agreement of several pairs per subject (Bland and Altman 2007,
/// doi:10.1080/10543400701329422; 1999, doi:10.1177/096228029900800204, section 5). Limits are of
/// the difference of two single readings.
///
/// The interval of the bias takes subjects, not pairs, as independent. Those of the limits recover
/// variance estimates from the components (Zou 2013, doi:10.1177/0962280211402548).
///
/// @param n pairs
/// @param bias mean difference of all pairs
/// @param deviation of a single difference
/// @param biasError standard error of the bias
/// @param between the part of the squared deviation that is known with subjects − 1 degrees of
///     freedom
/// @param within the parts that are known with the freedom of the replicates
/// @param freedoms of each of `within`
public record ReplicatedAgreement(
        int n,
        int subjects,
        double bias,
        double deviation,
        double z,
        double biasError,
        double between,
        double[] within,
        double[] freedoms)
        implements AgreementLimits {
    private static final String METHOD = "MOVER, Zou";

    /// Pairs taken together, while what is measured may change from pair to pair: analysis of
    /// variance of the differences.
    ///
    /// @param a finite
    /// @param b finite, as long as `a`
    /// @param subject of each pair, 0 to `subjects` − 1, each with at least one pair, at least two
    public static ReplicatedAgreement linked(
            double[] a, double[] b, int[] subject, int subjects, double z) {
        double[] d = new double[a.length];
        Arrays.setAll(d, i -> a[i] - b[i]);
        Variance variance = Variance.of(d, subject, subjects);
        double squares = Arrays.stream(variance.counts()).map(m -> m * m).sum();
        double divisor = (d.length - squares / d.length) / (subjects - 1);
        double between = variance.msBetween() / divisor;
        double rest = variance.freedom() > 0 ? (1 - 1 / divisor) * variance.msWithin() : 0;
        // A negative component between subjects is none.
        boolean negative = variance.freedom() > 0 && variance.msBetween() < variance.msWithin();
        return of(
                d,
                subject,
                subjects,
                z,
                negative ? 0 : between,
                new double[] {negative ? variance.msWithin() : rest},
                new double[] {variance.freedom()});
    }

    /// Readings of each method by itself, while what is measured stays the same: the variance of
    /// subjects' mean differences, and what averaging took away from each method's.
    public static ReplicatedAgreement constant(
            double[] a, double[] b, int[] subject, int subjects, double z) {
        double[] d = new double[a.length];
        Arrays.setAll(d, i -> a[i] - b[i]);
        Variance first = Variance.of(a, subject, subjects);
        Variance second = Variance.of(b, subject, subjects);
        double[] means = Variance.of(d, subject, subjects).means();
        double harmonic = Arrays.stream(first.counts()).map(m -> 1 / m).average().orElse(1);
        double spread = BlandAltman.of(means, 1).deviation();
        return of(
                d,
                subject,
                subjects,
                z,
                spread * spread,
                new double[] {
                    (1 - harmonic) * first.msWithin(), (1 - harmonic) * second.msWithin()
                },
                new double[] {first.freedom(), second.freedom()});
    }

    private static ReplicatedAgreement of(
            double[] d,
            int[] subject,
            int subjects,
            double z,
            double between,
            double[] within,
            double[] freedoms) {
        double bias = Arrays.stream(d).average().orElse(Double.NaN);
        double[] sums = new double[subjects];
        for (int i = 0; i < d.length; i++) {
            sums[subject[i]] += d[i] - bias;
        }
        double squares = Arrays.stream(sums).map(s -> s * s).sum();
        double error = Math.sqrt(squares * subjects / (subjects - 1.0)) / d.length;
        return new ReplicatedAgreement(
                d.length,
                subjects,
                bias,
                Math.sqrt(between + Arrays.stream(within).sum()),
                z,
                error,
                between,
                within,
                freedoms);
    }

    /// One-way analysis of variance.
    private record Variance(
            double[] counts, double[] means, double msBetween, double msWithin, double freedom) {
        static Variance of(double[] values, int[] subject, int subjects) {
            double[] counts = new double[subjects];
            double[] means = new double[subjects];
            for (int i = 0; i < values.length; i++) {
                counts[subject[i]]++;
                means[subject[i]] += values[i];
            }
            Arrays.setAll(means, s -> means[s] / counts[s]);
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double between = 0;
            double within = 0;
            for (int i = 0; i < values.length; i++) {
                double own = means[subject[i]];
                between += (own - mean) * (own - mean);
                within += (values[i] - own) * (values[i] - own);
            }
            double freedom = values.length - (double) subjects;
            return new Variance(
                    counts,
                    means,
                    between / (subjects - 1),
                    freedom > 0 ? within / freedom : 0,
                    freedom);
        }
    }

    @Override
    public Interval biasInterval(double confidence) {
        double width =
                TDistribution.of(subjects - 1.0).inverseCumulativeProbability((1 + confidence) / 2)
                        * biasError;
        return new Interval(bias - width, bias + width, confidence, "t over subjects");
    }

    @Override
    public Interval upperInterval(double confidence, BlandAltman.Limits how) {
        return limit(confidence, 1);
    }

    @Override
    public Interval lowerInterval(double confidence, BlandAltman.Limits how) {
        return limit(confidence, -1);
    }

    private Interval limit(double confidence, int side) {
        double square = deviation * deviation;
        double shrinks = 0;
        double grows = 0;
        for (int i = -1; i < within.length; i++) {
            double part = i < 0 ? between : within[i];
            double freedom = i < 0 ? subjects - 1 : freedoms[i];
            if (part > 0 && freedom > 0) {
                ChiSquaredDistribution chi = ChiSquaredDistribution.of(freedom);
                double high = chi.inverseCumulativeProbability((1 + confidence) / 2);
                double low = chi.inverseCumulativeProbability((1 - confidence) / 2);
                shrinks += Math.pow(part * (1 - freedom / high), 2);
                grows += Math.pow(part * (freedom / low - 1), 2);
            }
        }
        double least = Math.sqrt(Math.max(0, square - Math.sqrt(shrinks)));
        double most = Math.sqrt(square + Math.sqrt(grows));
        Interval own = biasInterval(confidence);
        double half = (own.upper() - own.lower()) / 2;
        double outwards = Math.hypot(half, z * (most - deviation));
        double inwards = Math.hypot(half, z * (deviation - least));
        double at = bias + side * z * deviation;
        return new Interval(
                at - (side > 0 ? inwards : outwards),
                at + (side > 0 ? outwards : inwards),
                confidence,
                METHOD);
    }

    @Override
    public double p() {
        return biasError > 0
                ? 2
                        * TDistribution.of(subjects - 1.0)
                                .survivalProbability(Math.abs(bias) / biasError)
                : Double.NaN;
    }
}
