package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

/// Coefficients against the worked examples of those who published them.
class LabelAgreementTest {
    private static final double[] FIVE = {1, 2, 3, 4, 5};

    /// Krippendorff 2011, section C: 4 observers, 12 units, 0 for no rating.
    private static final int[][] OBSERVERS = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };

    /// Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses.
    private static final int[][] DIAGNOSES = {
        {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
        {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
        {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1},
        {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0}, {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3},
        {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0}, {1, 0, 0, 4, 1},
        {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
    };

    private static AgreementCounts observers() {
        int[][] codes = new int[OBSERVERS.length][];
        for (int r = 0; r < codes.length; r++) {
            codes[r] = java.util.Arrays.stream(OBSERVERS[r]).map(c -> c - 1).toArray();
        }
        return AgreementCounts.of(codes, 5);
    }

    private static double alpha(KrippendorffAlpha.Scale scale) {
        return new KrippendorffAlpha(observers().counts(), FIVE, scale).value();
    }

    @Test
    void alphaIsThatOfKrippendorff2011() {
        assertThat(alpha(KrippendorffAlpha.Scale.NOMINAL)).isCloseTo(0.743, within(0.0005));
        assertThat(alpha(KrippendorffAlpha.Scale.ORDINAL)).isCloseTo(0.815, within(0.0005));
        assertThat(alpha(KrippendorffAlpha.Scale.INTERVAL)).isCloseTo(0.849, within(0.0005));
    }

    /// Gwet, Handbook of Inter-Rater Reliability: the same ratings with AC1 and Fleiss' kappa.
    @Test
    void ac1AndItsErrorAreThoseOfGwet() {
        Estimate ac1 = observers().gwetAc1(0.95);
        assertThat(ac1.value()).isCloseTo(0.77544, within(5e-6));
        assertThat((ac1.value() - ac1.interval().lower()) / Normal.z(0.95))
                .isCloseTo(0.14295, within(5e-6));
        Estimate kappa = observers().fleissKappa(0.95);
        assertThat(kappa.value()).isCloseTo(0.76117, within(5e-6));
        assertThat((kappa.value() - kappa.interval().lower()) / Normal.z(0.95))
                .isCloseTo(0.15302, within(5e-6));
        assertThat(observers().observed(0.95).value()).isCloseTo(0.81818, within(5e-6));
    }

    @Test
    void kappaOfSixPsychiatristsIsThatOfFleiss1971() {
        AgreementCounts counts = new AgreementCounts(DIAGNOSES);
        assertThat(counts.observed(0.95).value()).isCloseTo(0.5556, within(5e-5));
        assertThat(counts.fleissKappa(0.95).value()).isCloseTo(0.430, within(0.0005));
    }

    /// Fleiss, Cohen and Everitt 1969: two raters, 200 patients, three diagnoses.
    @Test
    void kappaOfTwoRatersIsThatOfFleissCohenAndEveritt1969() {
        long[][] table = {{106, 10, 4}, {22, 28, 10}, {2, 12, 6}};
        CohenKappa kappa = CohenKappa.of(table, FIVE, CohenKappa.Weights.PLAIN);
        assertThat(kappa.value()).isCloseTo(0.429, within(0.0005));
        assertThat(kappa.error()).isCloseTo(0.054, within(0.0005));
        assertThat(kappa.n()).isEqualTo(200);
    }

    /// With two categories every weighting is the plain one, and the error that of Fleiss 1981.
    @Test
    void weightsDoNotMatterForTwoCategories() {
        long[][] table = {{20, 5}, {10, 15}};
        for (CohenKappa.Weights weights : CohenKappa.Weights.values()) {
            CohenKappa kappa = CohenKappa.of(table, new double[] {0, 3}, weights);
            assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
        }
    }

    /// Two categories: (b − c)² / (b + c), as McNemar 1947.
    @Test
    void marginalHomogeneityOfTwoCategoriesIsMcNemars() {
        MarginalHomogeneity test = MarginalHomogeneity.of(new long[][] {{30, 12}, {5, 40}});
        assertThat(test.statistic()).isCloseTo(49.0 / 17, within(1e-12));
        assertThat(test.freedom()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(Normal.twoSided(Math.sqrt(49.0 / 17)), within(1e-9));
    }

    /// Three categories: Fleiss' closed form, Statistical Methods for Rates and Proportions, 8.2.
    @Test
    void marginalHomogeneityOfThreeCategoriesHasFleissClosedForm() {
        MarginalHomogeneity test =
                MarginalHomogeneity.of(new long[][] {{35, 5, 0}, {15, 20, 5}, {10, 5, 5}});
        double n12 = (5 + 15) / 2.0;
        double n13 = (0 + 10) / 2.0;
        double n23 = (5 + 5) / 2.0;
        double d1 = 40 - 60;
        double d2 = 40 - 30;
        double d3 = 20 - 10;
        double expected =
                (n23 * d1 * d1 + n13 * d2 * d2 + n12 * d3 * d3)
                        / (2 * (n12 * n13 + n12 * n23 + n13 * n23));
        assertThat(test.statistic()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void kappasIntervalHoldsTheTruth() {
        int held = 0;
        for (int set = 0; set < 400; set++) {
            RandomGenerator random = Streams.of(31, set);
            long[][] table = new long[2][2];
            for (int i = 0; i < 200; i++) {
                // The same label by agreement with chance .6, else two fair ones: kappa is .6.
                int a = random.nextInt(2);
                table[a][random.nextDouble() < 0.6 ? a : random.nextInt(2)]++;
            }
            held +=
                    CohenKappa.of(table, FIVE, CohenKappa.Weights.PLAIN)
                                    .interval(0.95)
                                    .contains(0.6)
                            ? 1
                            : 0;
        }
        // 93 to 97 %, wider by two standard errors of 400 sets.
        assertThat(held).isBetween(364, 396);
    }

    @Test
    void alphasIntervalHoldsItsValueAndIsTheSameAgain() {
        KrippendorffAlpha alpha =
                new KrippendorffAlpha(DIAGNOSES, FIVE, KrippendorffAlpha.Scale.NOMINAL);
        Interval one = alpha.interval(400, 0.95, 3, Progress.NONE);
        assertThat(one.contains(alpha.value())).isTrue();
        assertThat(alpha.interval(400, 0.95, 3, Progress.NONE)).isEqualTo(one);
    }
}
