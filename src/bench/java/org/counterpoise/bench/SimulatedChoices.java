package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.PowerLaw;
import org.counterpoise.engine.stats.RandomInterceptLogit;
import org.counterpoise.engine.stats.Tally;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Simulated popularity of known truth: how often the exponent of a power law is recovered, and how
/// often success that has nothing to do with popularity is taken for related.
///
/// Counts of 415 choices are drawn from a power law from 1 on; every record succeeds with a chance
/// of its choice. The tables in the guide were made by this program.
public final class SimulatedChoices {
    private static final int CHOICES = 415;
    private static final int SETS = 100;
    private static final int SUCCESS_SETS = 1000;
    private static final int REPLICATES = 200;

    private SimulatedChoices() {}

    public static void main(String[] args) {
        for (double alpha : new double[] {1.8, 2, 2.5}) {
            exponent(alpha);
        }
        for (double sigma : new double[] {0, 0.5, 1}) {
            success(0, sigma);
        }
        for (double slope : new double[] {0.1, 0.2, 0.4}) {
            success(slope, 0.5);
        }
    }

    /// Counts that no screen could hold are cut at a million.
    private static long[] counts(double alpha, RandomGenerator random) {
        PowerLaw law = new PowerLaw(1, alpha, 0, 0, CHOICES, CHOICES);
        long[] counts = new long[CHOICES];
        for (int i = 0; i < CHOICES; i++) {
            double u = 1 - random.nextDouble();
            long low = 1;
            long high = 1_000_000;
            while (high - low > 1) {
                long middle = (low + high) >>> 1;
                if (law.survival(middle) >= u) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            counts[i] = low;
        }
        return counts;
    }

    private static void exponent(double alpha) {
        int within = 0;
        int textbook = 0;
        int plausible = 0;
        double sum = 0;
        for (int set = 0; set < SETS; set++) {
            Tally tally = Tally.of(counts(alpha, Streams.of(2026, set)));
            PowerLaw law = PowerLaw.fit(tally).orElseThrow();
            PowerLaw.Plausibility p = law.plausibility(tally, REPLICATES, set, Progress.NONE);
            sum += law.alpha();
            within += Math.abs(law.alpha() - alpha) <= 2 * p.alphaError() ? 1 : 0;
            textbook += Math.abs(law.alpha() - alpha) <= 2 * law.standardError() ? 1 : 0;
            plausible += p.p() > 0.1 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "alpha %.1f: mean %.3f, within 2 SE %d, within 2 textbook SE %d, plausible %d of %d%n",
                alpha,
                sum / SETS,
                within,
                textbook,
                plausible,
                SETS);
    }

    private static void success(double slope, double sigma) {
        List<Boolean> found =
                IntStream.range(0, SUCCESS_SETS)
                        .parallel()
                        .mapToObj(set -> related(slope, sigma, Streams.of(7, set)))
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "slope %.1f, sigma %.1f: related in %d of %d%n",
                slope,
                sigma,
                found.stream().filter(f -> f).count(),
                SUCCESS_SETS);
    }

    private static boolean related(double slope, double sigma, RandomGenerator random) {
        long[] trials = Arrays.stream(counts(2, random)).map(n -> Math.min(n, 2000)).toArray();
        long[] successes = new long[CHOICES];
        double[] x = Arrays.stream(trials).mapToDouble(Math::log).toArray();
        for (int i = 0; i < CHOICES; i++) {
            double logit = -0.6 + slope * x[i] + sigma * random.nextGaussian();
            double chance = 1 / (1 + Math.exp(-logit));
            for (long n = 0; n < trials[i]; n++) {
                successes[i] += random.nextDouble() < chance ? 1 : 0;
            }
        }
        return RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE).p() < 0.05;
    }
}
