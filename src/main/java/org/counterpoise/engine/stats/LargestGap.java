package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The largest difference between any two of `k` independent groups, with an interval and a test
/// that hold their level although the two groups were picked because they lie furthest apart.
///
/// Both rest on the interval of the difference of each pair, built from the groups' own intervals
/// (for rates that is Newcombe's; see [Proportion#difference]) at a critical value `c` in place of
/// the normal one:
///
/// - Lower end: the largest of the pairs' lower limits, at least 0, with `c = q/√2` for Tukey's
///   studentised range `q` of `k` groups (Tukey 1953; unequal sizes as in Kramer, Biometrics 1956,
///   doi:10.2307/3001469, conservative by Hayter, Ann Stat 1984, doi:10.1214/aos/1176346392). All
///   `k(k−1)/2` limits hold at once, so without a gap it is 0 with the stated confidence.
/// - Upper end: the largest of the pairs' upper limits, with the plain normal `c`. The pair that
///   truly lies furthest apart is one fixed pair: if its own limit holds, so does the largest.
/// - Test: the chance that a range of `k` exceeds the largest `q` whose lower end is above 0. So
///   `p ≤ 1 − confidence` exactly when the interval leaves 0 out.
///
/// @param value highest less lowest estimate, NaN with fewer than two groups
/// @param highest position of the group with the highest estimate, -1 if undefined
/// @param lowest position of the group with the lowest estimate, -1 if undefined
/// @param groups how many groups were compared
/// @param interval of the largest true difference
/// @param p of no difference between any two groups
public record LargestGap(
        double value, int highest, int lowest, int groups, Interval interval, double p) {
    private static final String METHOD = "studentised range of pairs";

    /// Beyond this critical value a confidence is 1 in double precision.
    private static final double LARGEST_CRITICAL = 8;

    /// @param groups those without a value or an interval are left out
    public static LargestGap of(List<? extends Estimator> groups, double confidence) {
        Estimate[] plain = new Estimate[groups.size()];
        Arrays.setAll(plain, g -> groups.get(g).at(confidence));
        int[] usable =
                IntStream.range(0, plain.length)
                        .filter(g -> plain[g].defined() && plain[g].interval().defined())
                        .toArray();
        if (usable.length < 2) {
            return new LargestGap(
                    Double.NaN,
                    -1,
                    -1,
                    usable.length,
                    Interval.undefined(confidence, METHOD),
                    Double.NaN);
        }
        int high = usable[0];
        int low = usable[0];
        for (int g : usable) {
            high = plain[g].value() > plain[high].value() ? g : high;
            low = plain[g].value() < plain[low].value() ? g : low;
        }
        List<? extends Estimator> compared =
                IntStream.of(usable).<Estimator>mapToObj(groups::get).toList();
        StudentizedRange range = new StudentizedRange(usable.length);
        double critical = range.quantile(confidence) / Math.sqrt(2);
        double lower = Math.max(0, Limits.at(compared, critical).lower());
        double upper = Limits.at(compared, Normal.z(confidence)).upper();
        return new LargestGap(
                plain[high].value() - plain[low].value(),
                high,
                low,
                usable.length,
                new Interval(lower, upper, confidence, METHOD),
                range.survival(criticalOfNoGap(compared) * Math.sqrt(2)));
    }

    /// Of shares, with Wilson's interval of each.
    ///
    /// @param shares those of nobody are left out
    public static LargestGap ofShares(List<Proportion> shares, double confidence) {
        return of(shares.stream().map(LargestGap::estimator).toList(), confidence);
    }

    private static Estimator estimator(Proportion share) {
        return confidence ->
                new Estimate(share.value(), share.count(), share.n(), share.wilson(confidence));
    }

    public boolean defined() {
        return groups > 1;
    }

    /// The largest critical value at which some pair's lower limit is still above 0.
    private static double criticalOfNoGap(List<? extends Estimator> groups) {
        if (Limits.at(groups, LARGEST_CRITICAL).lower() > 0) {
            return LARGEST_CRITICAL;
        }
        double low = 0;
        double high = LARGEST_CRITICAL;
        while (high - low > 1e-7) {
            double middle = (low + high) / 2;
            if (Limits.at(groups, middle).lower() > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The gap between two groups that the test would find with this power, if the groups were
    /// measured as precisely as these: `(c + z) · √(se₁² + se₂²)`.
    ///
    /// @param groups how many groups are compared, at least 2
    /// @param level of the test, after adjustment for everything else tested
    /// @param power e.g. 0.8
    /// @return NaN if either precision is unknown
    public static double detectable(
            Estimator a, Estimator b, int groups, double level, double power) {
        double critical = new StudentizedRange(groups).quantile(1 - level) / Math.sqrt(2);
        return (critical + Normal.quantile(power)) * Math.hypot(error(a), error(b));
    }

    /// The standard error that an interval one error wide on each side shows.
    private static double error(Estimator estimator) {
        Interval interval = estimator.at(Normal.confidence(1)).interval();
        return (interval.upper() - interval.lower()) / 2;
    }

    /// The largest lower and the largest upper limit of a difference over all ordered pairs.
    private record Limits(double lower, double upper) {

        static Limits at(List<? extends Estimator> groups, double critical) {
            double confidence = Normal.confidence(Math.max(critical, 1e-9));
            int k = groups.size();
            double[] value = new double[k];
            double[] lower = new double[k];
            double[] upper = new double[k];
            for (int g = 0; g < k; g++) {
                Estimate estimate = groups.get(g).at(confidence);
                value[g] = estimate.value();
                lower[g] = estimate.interval().lower();
                upper[g] = estimate.interval().upper();
            }
            return new Limits(largestLower(value, lower, upper), largestUpper(value, lower, upper));
        }

        /// Pairs whose own limits show that they cannot be the largest are passed over.
        private static double largestLower(double[] value, double[] lower, double[] upper) {
            Integer[] byLower = order(lower, -1);
            Integer[] byUpper = order(upper, 1);
            double leastValue = Arrays.stream(value).min().orElse(0);
            double best = Double.NEGATIVE_INFINITY;
            for (int i : byLower) {
                if (lower[i] - leastValue <= best) {
                    break;
                }
                for (int j : byUpper) {
                    if (value[i] - upper[j] <= best) {
                        break;
                    }
                    if (i != j) {
                        double below = Math.hypot(value[i] - lower[i], upper[j] - value[j]);
                        best = Math.max(best, value[i] - value[j] - below);
                    }
                }
            }
            return best;
        }

        private static double largestUpper(double[] value, double[] lower, double[] upper) {
            Integer[] byUpper = order(upper, -1);
            Integer[] byLower = order(lower, 1);
            double best = Double.NEGATIVE_INFINITY;
            for (int i : byUpper) {
                for (int j : byLower) {
                    // hypot(a, b) ≤ a + b, so no later pair can reach further.
                    if (upper[i] - lower[j] <= best) {
                        break;
                    }
                    if (i != j) {
                        double above = Math.hypot(upper[i] - value[i], value[j] - lower[j]);
                        best = Math.max(best, value[i] - value[j] + above);
                    }
                }
            }
            return best;
        }

        private static Integer[] order(double[] values, int sign) {
            Integer[] order = new Integer[values.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> sign * values[i]));
            return order;
        }
    }
}
