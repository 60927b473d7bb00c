package org.counterpoise.engine.stats;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Groups with known rates, drawn again and again: how often intervals hold the truth, how wide
/// they are, and how often a test raises a false alarm.
public final class GapSimulation {
    private static final double CONFIDENCE = 0.95;

    private GapSimulation() {}

    /// What a simulation of the largest gap found.
    ///
    /// @param coverage share of repeats in which [LargestGap]'s interval holds the true gap
    /// @param alarms share of repeats in which its test rejects at 5 %
    /// @param width mean width of the interval
    /// @param oracleCoverage as `coverage`, of an oracle that knows beforehand which two groups lie
    ///     furthest apart and in which direction: Newcombe's interval of that pair, cut at 0
    /// @param oracleWidth its mean width
    /// @param bootstrapCoverage as `coverage`, of the percentile bootstrap of highest less lowest
    /// @param bootstrapWidth its mean width
    public record Outcome(
            double coverage,
            double alarms,
            double width,
            double oracleCoverage,
            double oracleWidth,
            double bootstrapCoverage,
            double bootstrapWidth) {}

    /// What a simulation of the largest gap of any metric found; as in [Outcome].
    public record Held(
            double coverage,
            double alarms,
            double width,
            double oracleCoverage,
            double oracleWidth) {}

    /// Groups whose true values are spread evenly from the base to the gap above it. The oracle
    /// takes the interval of the difference of the first and the last group, cut at 0. Repeats in
    /// which fewer than two groups have an interval, or one of the oracle's two, do not count.
    ///
    /// @param sizes rows of each group
    public static Held largestGap(
            SimulatedMetric metric, double gap, int[] sizes, int repeats, long seed) {
        List<double[]> runs =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "Simulating",
                        repeat -> {
                            RandomGenerator random = Streams.of(seed, repeat);
                            List<Estimator> groups = new ArrayList<>();
                            for (int g = 0; g < sizes.length; g++) {
                                double shift = gap * g / (sizes.length - 1);
                                groups.add(metric.draw(sizes[g], shift, random));
                            }
                            return held(groups, gap);
                        });
        double[] mean = new double[5];
        long counted = runs.stream().filter(run -> !Double.isNaN(run[0] + run[3])).count();
        for (double[] run : runs) {
            for (int i = 0; i < mean.length && !Double.isNaN(run[0] + run[3]); i++) {
                mean[i] += run[i] / counted;
            }
        }
        return new Held(mean[0], mean[1], mean[2], mean[3], mean[4]);
    }

    private static double[] held(List<Estimator> groups, double truth) {
        Interval interval = LargestGap.of(groups, CONFIDENCE).interval();
        Estimate top = groups.getLast().at(CONFIDENCE);
        Estimate bottom = groups.getFirst().at(CONFIDENCE);
        double difference = top.value() - bottom.value();
        double lower =
                difference
                        - Math.hypot(
                                top.value() - top.interval().lower(),
                                bottom.interval().upper() - bottom.value());
        double upper =
                difference
                        + Math.hypot(
                                top.interval().upper() - top.value(),
                                bottom.value() - bottom.interval().lower());
        if (!interval.defined() || Double.isNaN(lower + upper)) {
            return new double[] {Double.NaN, 0, 0, Double.NaN, 0};
        }
        return new double[] {
            holds(interval.lower(), interval.upper(), truth),
            interval.lower() > 0 ? 1 : 0,
            interval.upper() - interval.lower(),
            holds(Math.max(0, lower), upper, truth),
            Math.max(0, upper - Math.max(0, lower))
        };
    }

    /// @param rates true rate of each group
    /// @param sizes rows of each group
    /// @param replicates of the bootstrap; 0 leaves it out
    public static Outcome largestGap(
            double[] rates, int[] sizes, int repeats, int replicates, long seed) {
        double truth = Arrays.stream(rates).max().orElse(0) - Arrays.stream(rates).min().orElse(0);
        int high = 0;
        int low = rates.length - 1;
        for (int g = 0; g < rates.length; g++) {
            high = rates[g] > rates[high] ? g : high;
            low = rates[g] < rates[low] ? g : low;
        }
        int top = high;
        int bottom = low;
        List<double[]> runs =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "Simulating",
                        repeat -> {
                            RandomGenerator random = Streams.of(seed, repeat);
                            Proportion[] drawn = draw(rates, sizes, random);
                            LargestGap gap = LargestGap.of(estimators(drawn), CONFIDENCE);
                            Interval oracle =
                                    Proportion.newcombe(drawn[top], drawn[bottom], CONFIDENCE);
                            double oracleLower = Math.max(0, oracle.lower());
                            double[] bootstrap = bootstrap(drawn, replicates, random);
                            return new double[] {
                                holds(gap.interval().lower(), gap.interval().upper(), truth),
                                gap.p() <= 1 - CONFIDENCE ? 1 : 0,
                                gap.interval().upper() - gap.interval().lower(),
                                holds(oracleLower, oracle.upper(), truth),
                                Math.max(0, oracle.upper() - oracleLower),
                                holds(bootstrap[0], bootstrap[1], truth),
                                bootstrap[1] - bootstrap[0]
                            };
                        });
        double[] mean = new double[7];
        for (double[] run : runs) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += run[i] / repeats;
            }
        }
        return new Outcome(mean[0], mean[1], mean[2], mean[3], mean[4], mean[5], mean[6]);
    }

    private static double holds(double lower, double upper, double truth) {
        // A true gap such as 0.4 − 0.3 is not exact in binary.
        return lower <= truth + 1e-12 && truth <= upper + 1e-12 ? 1 : 0;
    }

    static List<Estimator> estimators(Proportion[] proportions) {
        return Arrays.stream(proportions).<Estimator>map(GapSimulation::estimator).toList();
    }

    static Estimator estimator(Proportion p) {
        return confidence -> new Estimate(p.value(), p.count(), p.n(), p.wilson(confidence));
    }

    private static Proportion[] draw(double[] rates, int[] sizes, RandomGenerator random) {
        Proportion[] drawn = new Proportion[rates.length];
        for (int g = 0; g < drawn.length; g++) {
            drawn[g] = new Proportion(Binomial.draw(sizes[g], rates[g], random), sizes[g]);
        }
        return drawn;
    }

    /// The 2.5th and 97.5th percentile of highest less lowest over resampled groups.
    private static double[] bootstrap(Proportion[] drawn, int replicates, RandomGenerator random) {
        if (replicates == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Binomial[] samplers =
                Arrays.stream(drawn)
                        .map(p -> new Binomial((int) p.n(), p.value()))
                        .toArray(Binomial[]::new);
        double[] gaps = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            double lowest = 1;
            double highest = 0;
            for (int g = 0; g < drawn.length; g++) {
                double rate = (double) samplers[g].draw(random) / drawn[g].n();
                lowest = Math.min(lowest, rate);
                highest = Math.max(highest, rate);
            }
            gaps[r] = highest - lowest;
        }
        Arrays.sort(gaps);
        return new double[] {
            Quantiles.ofSorted(gaps, (1 - CONFIDENCE) / 2),
            Quantiles.ofSorted(gaps, (1 + CONFIDENCE) / 2)
        };
    }

    /// Coverage and mean width of one interval.
    public record Coverage(double coverage, double width) {}

    /// Wilson's interval of a rate.
    public static Coverage wilson(double rate, int n, int repeats, long seed) {
        return coverage(
                repeats,
                seed,
                rate,
                random -> new Proportion(Binomial.draw(n, rate, random), n).wilson(CONFIDENCE));
    }

    /// Newcombe's interval of a difference of two rates.
    public static Coverage newcombe(double a, double b, int n, int repeats, long seed) {
        return coverage(
                repeats,
                seed,
                a - b,
                random ->
                        Proportion.newcombe(
                                new Proportion(Binomial.draw(n, a, random), n),
                                new Proportion(Binomial.draw(n, b, random), n),
                                CONFIDENCE));
    }

    /// DeLong's interval of the area under the ROC curve of normal scores, half of the rows
    /// positive.
    public static Coverage deLong(double area, int n, int repeats, long seed) {
        double shift = Math.sqrt(2) * Normal.quantile(area);
        return coverage(
                repeats,
                seed,
                area,
                random -> {
                    byte[] y = new byte[n];
                    double[] scores = new double[n];
                    for (int i = 0; i < n; i++) {
                        y[i] = (byte) (i % 2);
                        scores[i] = random.nextGaussian() + y[i] * shift;
                    }
                    return Roc.of(y, scores).areaAt(CONFIDENCE).interval();
                });
    }

    private static Coverage coverage(
            int repeats,
            long seed,
            double truth,
            java.util.function.Function<RandomGenerator, Interval> interval) {
        List<Interval> intervals =
                Parallel.map(
                        repeats,
                        Progress.NONE,
                        "Simulating",
                        repeat -> interval.apply(Streams.of(seed, repeat)));
        double holding = 0;
        double width = 0;
        for (Interval i : intervals) {
            holding += holds(i.lower(), i.upper(), truth);
            width += i.upper() - i.lower();
        }
        return new Coverage(holding / repeats, width / repeats);
    }

    /// Draws binomial numbers from a table of cumulative chances.
    private static final class Binomial {
        private final double[] cumulative;

        Binomial(int n, double p) {
            cumulative = new double[n + 1];
            double[] logFactorial = new double[n + 1];
            for (int i = 2; i <= n; i++) {
                logFactorial[i] = logFactorial[i - 1] + Math.log(i);
            }
            double sum = 0;
            for (int k = 0; k <= n; k++) {
                double log =
                        logFactorial[n]
                                - logFactorial[k]
                                - logFactorial[n - k]
                                + (k == 0 ? 0 : k * Math.log(p))
                                + (k == n ? 0 : (n - k) * Math.log1p(-p));
                sum += Math.exp(log);
                cumulative[k] = sum;
            }
        }

        int draw(RandomGenerator random) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble());
            return Math.min(at < 0 ? -at - 1 : at, cumulative.length - 1);
        }

        static int draw(int n, double p, RandomGenerator random) {
            int count = 0;
            for (int i = 0; i < n; i++) {
                count += random.nextDouble() < p ? 1 : 0;
            }
            return count;
        }
    }
}
