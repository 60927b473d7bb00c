package org.counterpoise.engine.stats;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.mixed.MixedDesign;
import org.counterpoise.engine.stats.mixed.MixedModel;
import org.counterpoise.engine.stats.mixed.MixedProfile;
import org.counterpoise.engine.stats.mixed.RandomTerm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Simulated sets of known truth, to see how often the 95 % intervals of agreement hold it.
public enum AgreementIntervals {
    /// Differences around 0.3 with deviation 1; quantiles of exponential ones; concordance.
    LIMITS {
        @Override
        void one(int n, RandomGenerator random, Map<String, Boolean> held) {
            double[] d = new double[n];
            double[] skewed = new double[n];
            double[] a = new double[n];
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                d[i] = 0.3 + random.nextGaussian();
                skewed[i] = -Math.log1p(-random.nextDouble());
                double truth = random.nextGaussian();
                a[i] = truth + 0.5 * random.nextGaussian();
                b[i] = 0.2 + truth + 0.5 * random.nextGaussian();
            }
            BlandAltman limits = BlandAltman.of(d, 1.96);
            held.put("bias", limits.biasInterval(CONFIDENCE).contains(0.3));
            for (BlandAltman.Limits how : BlandAltman.Limits.values()) {
                held.put(
                        "limit of agreement, " + how.name().toLowerCase(Locale.ROOT),
                        limits.upperInterval(CONFIDENCE, how).contains(0.3 + 1.96));
            }
            if (n >= 100) {
                held.put(
                        "quantile limit, exponential differences",
                        QuantileLimits.of(skewed, CONFIDENCE, CONFIDENCE)
                                .upperInterval()
                                .contains(-Math.log(0.025)));
            }
            // 2 Cov / (Var + Var + shift²).
            held.put(
                    "concordance",
                    LinConcordance.of(a, b, CONFIDENCE)
                            .interval()
                            .contains(2 / (1.25 + 1.25 + 0.04)));
        }
    },

    /// n people with one to five pairs each.
    REPLICATES {
        @Override
        void one(int n, RandomGenerator random, Map<String, Boolean> held) {
            int[] subject = new int[5 * n];
            double[] d = new double[5 * n];
            int rows = 0;
            for (int s = 0; s < n; s++) {
                double own = 0.3 + 0.8 * random.nextGaussian();
                int pairs = 1 + random.nextInt(5);
                for (int j = 0; j < pairs; j++) {
                    subject[rows] = s;
                    d[rows++] = own + 0.5 * random.nextGaussian();
                }
            }
            ReplicatedAgreement limits =
                    ReplicatedAgreement.linked(
                            Arrays.copyOf(d, rows),
                            new double[rows],
                            Arrays.copyOf(subject, rows),
                            n,
                            1.96);
            held.put(
                    "bias, several pairs of a person",
                    limits.biasInterval(CONFIDENCE).contains(0.3));
            held.put(
                    "limit of agreement, several pairs",
                    limits.upperInterval(CONFIDENCE, BlandAltman.Limits.EXACT)
                            .contains(0.3 + 1.96 * Math.hypot(0.8, 0.5)));
        }
    },

    /// Lines through pairs that both err.
    LINES {
        @Override
        void one(int n, RandomGenerator random, Map<String, Boolean> held) {
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double truth = 10 + 3 * random.nextGaussian();
                x[i] = truth + 0.5 * random.nextGaussian();
                y[i] = 1 + 1.1 * truth + 0.55 * random.nextGaussian();
            }
            held.put(
                    "slope, Deming",
                    DemingLine.of(x, y, 1.21, CONFIDENCE).slopeInterval().contains(1.1));
            held.put(
                    "slope, Passing and Bablok",
                    PassingBablok.of(x, y, CONFIDENCE, Progress.NONE)
                            .slopeInterval()
                            .contains(1.1));
        }
    },

    /// Two raters of three categories (.5, .3, .2) who each guess in 30 or in 10 % of units.
    KAPPA {
        @Override
        void one(int n, RandomGenerator random, Map<String, Boolean> held) {
            for (double guessed : new double[] {0.3, 0.1}) {
                long[][] table = new long[3][3];
                for (int i = 0; i < n; i++) {
                    int truth = category(random);
                    int first = random.nextDouble() < guessed ? category(random) : truth;
                    int second = random.nextDouble() < guessed ? category(random) : truth;
                    table[first][second]++;
                }
                // Both know, else they agree by chance.
                double truth = (1 - guessed) * (1 - guessed);
                for (CohenKappa.Weights weights :
                        List.of(CohenKappa.Weights.PLAIN, CohenKappa.Weights.QUADRATIC)) {
                    held.put(
                            String.format(
                                    Locale.ROOT,
                                    "kappa, %s, true %.2f",
                                    weights.name().toLowerCase(Locale.ROOT),
                                    truth),
                            CohenKappa.of(table, new double[] {0, 1, 2}, weights)
                                    .interval(CONFIDENCE)
                                    .contains(truth));
                }
            }
        }

        private static int category(RandomGenerator random) {
            double u = random.nextDouble();
            return u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
        }
    },

    /// n items scored by two sources for one of two systems, with four scores each.
    MIXED {
        @Override
        void one(int n, RandomGenerator random, Map<String, Boolean> held) {
            double[][] x = new double[4][4 * n];
            double[] y = new double[4 * n];
            int[] items = new int[4 * n];
            for (int row = 0; row < y.length; row++) {
                items[row] = row / 4;
            }
            for (int item = 0; item < n; item++) {
                double quality = 0.5 * random.nextGaussian();
                for (int j = 0; j < 4; j++) {
                    int row = 4 * item + j;
                    int source = j % 2;
                    int system = item % 2;
                    x[0][row] = 1;
                    x[1][row] = source;
                    x[2][row] = system;
                    x[3][row] = (double) source * system;
                    y[row] = 1.5 + quality + 0.3 * source * system + 0.4 * random.nextGaussian();
                }
            }
            MixedModel fit =
                    MixedModel.fit(
                            new MixedDesign(x, y, List.of(RandomTerm.intercept(items, n))),
                            true,
                            Progress.NONE);
            held.put(
                    "mixed model, between items (t)",
                    fit.effect(2).interval(CONFIDENCE).contains(0));
            held.put(
                    "mixed model, interaction (t)",
                    fit.effect(3).interval(CONFIDENCE).contains(0.3));
            MixedProfile profile = fit.profile(CONFIDENCE, Progress.NONE);
            held.put("mixed model, interaction (profile)", profile.effect(3).contains(0.3));
            held.put(
                    "mixed model, deviation of items (profile)",
                    profile.intercept(0).contains(0.5));
            held.put("mixed model, residual deviation (profile)", profile.residual().contains(0.4));
        }
    };

    private static final double CONFIDENCE = 0.95;

    abstract void one(int n, RandomGenerator random, Map<String, Boolean> held);

    /// How many of the sets of size `n` each interval holds the truth in.
    public Map<String, Integer> held(int n, int sets) {
        Map<String, Integer> held = new LinkedHashMap<>();
        Parallel.map(
                        sets,
                        Progress.NONE,
                        "",
                        set -> {
                            Map<String, Boolean> one = new LinkedHashMap<>();
                            one(n, Streams.of(2_026, n * 100_000L + set), one);
                            return one;
                        })
                .forEach(
                        one ->
                                one.forEach(
                                        (name, in) -> held.merge(name, in ? 1 : 0, Integer::sum)));
        return held;
    }
}
