package org.counterpoise.engine.audit.slice;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.Proportion;

/// How much worse the prediction is in a slice than in the rest.
///
/// @param size rows of the slice
/// @param inside mean error of the slice, NaN without rows
/// @param level interval of `inside`: Wilson's for error rates
/// @param rest rows outside
/// @param outside mean error outside
/// @param difference `inside` less `outside`
/// @param interval of `difference`: Newcombe's for error rates, else Welch's
/// @param effect √2 · difference / √(variance inside + variance outside), the effect size of Chung
///     et al., Slice Finder, ICDE 2019, doi:10.1109/ICDE.2019.00139
/// @param p one-sided: of error rates exact (the upper tail of the hypergeometric distribution), of
///     other errors Welch's t-test; NaN if undefined
record Excess(
        int size,
        double inside,
        Interval level,
        int rest,
        double outside,
        double difference,
        Interval interval,
        double effect,
        double p) {

    /// @param errors at least 0 per row
    /// @param in whether a row is in the slice
    /// @param zeroOne whether errors are 0 or 1
    static Excess of(double[] errors, boolean[] in, boolean zeroOne, double confidence) {
        Moments slice = Moments.of(errors, in, true);
        Moments others = Moments.of(errors, in, false);
        double spread = Math.sqrt(slice.variance() + others.variance());
        double difference = slice.mean() - others.mean();
        double effect = spread > 0 ? Math.sqrt(2) * difference / spread : Double.NaN;
        Interval level =
                zeroOne ? slice.proportion().wilson(confidence) : slice.interval(confidence);
        Interval interval =
                zeroOne
                        ? Proportion.newcombe(slice.proportion(), others.proportion(), confidence)
                        : welch(slice, others, confidence);
        return new Excess(
                slice.n(),
                slice.mean(),
                level,
                others.n(),
                others.mean(),
                difference,
                interval,
                effect,
                zeroOne ? exact(slice, others) : welchP(slice, others));
    }

    /// The chance that so many of the errors or more would fall into the slice if they fell
    /// anywhere.
    private static double exact(Moments slice, Moments others) {
        if (slice.n() == 0 || others.n() == 0) {
            return Double.NaN;
        }
        int wrong = (int) Math.round(slice.sum());
        int all = wrong + (int) Math.round(others.sum());
        return HypergeometricDistribution.of(slice.n() + others.n(), all, slice.n())
                .survivalProbability(wrong - 1);
    }

    private static double error(Moments slice, Moments others) {
        return Math.sqrt(slice.variance() / slice.n() + others.variance() / others.n());
    }

    private static double degrees(Moments slice, Moments others) {
        double a = slice.variance() / slice.n();
        double b = others.variance() / others.n();
        return (a + b) * (a + b) / (a * a / (slice.n() - 1) + b * b / (others.n() - 1));
    }

    private static double welchP(Moments slice, Moments others) {
        double error = error(slice, others);
        return error > 0
                ? TDistribution.of(degrees(slice, others))
                        .survivalProbability((slice.mean() - others.mean()) / error)
                : Double.NaN;
    }

    private static Interval welch(Moments slice, Moments others, double confidence) {
        double error = error(slice, others);
        if (!(error > 0)) {
            return Interval.undefined(confidence, "Welch");
        }
        double t =
                TDistribution.of(degrees(slice, others))
                        .inverseSurvivalProbability((1 - confidence) / 2);
        double difference = slice.mean() - others.mean();
        return new Interval(difference - t * error, difference + t * error, confidence, "Welch");
    }

    /// Count, sum and sample variance of the errors on one side.
    private record Moments(int n, double sum, double variance) {

        static Moments of(double[] errors, boolean[] in, boolean side) {
            int n = 0;
            double sum = 0;
            for (int row = 0; row < errors.length; row++) {
                if (in[row] == side) {
                    n++;
                    sum += errors[row];
                }
            }
            double squares = 0;
            for (int row = 0; row < errors.length; row++) {
                if (in[row] == side) {
                    squares += (errors[row] - sum / n) * (errors[row] - sum / n);
                }
            }
            return new Moments(n, sum, n < 2 ? Double.NaN : squares / (n - 1));
        }

        double mean() {
            return n == 0 ? Double.NaN : sum / n;
        }

        Proportion proportion() {
            return new Proportion(Math.round(sum), n);
        }

        Interval interval(double confidence) {
            double half = Normal.z(confidence) * Math.sqrt(variance / n);
            return new Interval(mean() - half, mean() + half, confidence, "normal");
        }
    }
}
