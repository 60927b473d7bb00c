package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class ReplicatedAgreementTest {
    /// Table 1 of Bland and Altman 2007: subject, cardiac output by RV and by IC.
    private static final double[] TABLE = {
        1, 7.83, 6.57, 1, 7.42, 5.62, 1, 7.89, 6.90, 1, 7.12, 6.57, 1, 7.88, 6.35, 2, 6.16, 4.06, 2,
        7.26, 4.29, 2, 6.71, 4.26, 2, 6.54, 4.09, 3, 4.75, 4.71, 3, 5.24, 5.50, 3, 4.86, 5.08, 3,
        4.78, 5.02, 3, 6.05, 6.01, 3, 5.42, 5.67, 4, 4.21, 4.14, 4, 3.61, 4.20, 4, 3.72, 4.61, 4,
        3.87, 4.68, 4, 3.92, 5.04, 5, 3.13, 3.03, 5, 2.98, 2.86, 5, 2.85, 2.77, 5, 3.17, 2.46, 5,
        3.09, 2.32, 5, 3.12, 2.43, 6, 5.92, 5.90, 6, 6.42, 5.81, 6, 5.92, 5.70, 6, 6.27, 5.76, 7,
        7.13, 5.09, 7, 6.62, 4.63, 7, 6.58, 4.61, 7, 6.93, 5.09, 8, 4.54, 4.72, 8, 4.81, 4.61, 8,
        5.11, 4.36, 8, 5.29, 4.20, 8, 5.39, 4.36, 8, 5.57, 4.20, 9, 4.48, 3.17, 9, 4.92, 3.12, 9,
        3.97, 2.96, 10, 4.22, 4.35, 10, 4.65, 4.62, 10, 4.74, 3.16, 10, 4.44, 3.53, 10, 4.50, 3.53,
        11, 6.78, 7.20, 11, 6.07, 6.09, 11, 6.52, 7.00, 11, 6.42, 7.10, 11, 6.41, 7.40, 11, 5.76,
        6.80, 12, 5.06, 4.50, 12, 4.72, 4.20, 12, 4.90, 3.80, 12, 4.80, 3.80, 12, 4.90, 4.20, 12,
        5.10, 4.50
    };

    private static double[] column(int c) {
        double[] values = new double[TABLE.length / 3];
        Arrays.setAll(values, i -> TABLE[3 * i + c]);
        return values;
    }

    private static int[] subjects() {
        return Arrays.stream(column(0)).mapToInt(s -> (int) s - 1).toArray();
    }

    /// Section 3 of the paper, where the true value varies.
    @Test
    void linkedPairsAreThoseOfThePaper() {
        ReplicatedAgreement limits =
                ReplicatedAgreement.linked(column(1), column(2), subjects(), 12, 1.96);
        assertThat(limits.n()).isEqualTo(60);
        assertThat(limits.bias()).isCloseTo(0.6021667, within(5e-8));
        assertThat(limits.deviation()).isCloseTo(0.99062408, within(1e-7));
        assertThat(limits.lower()).isCloseTo(-1.3394565, within(1e-6));
        assertThat(limits.upper()).isCloseTo(2.5437899, within(1e-6));
    }

    /// Section 2 of the paper, where the true value is constant.
    @Test
    void readingsOfAConstantAreThoseOfThePaper() {
        ReplicatedAgreement limits =
                ReplicatedAgreement.constant(column(1), column(2), subjects(), 12, 1.96);
        assertThat(limits.deviation() * limits.deviation()).isCloseTo(1.1063897, within(1e-6));
        assertThat(limits.lower()).isCloseTo(-1.4594605, within(1e-6));
        assertThat(limits.upper()).isCloseTo(2.6637939, within(1e-6));
    }

    @Test
    void intervalsHoldTheTruth() {
        int bias = 0;
        int upper = 0;
        int sets = 200;
        for (int seed = 0; seed < sets; seed++) {
            RandomGenerator random = Streams.of(12, seed);
            double[] a = new double[75];
            double[] b = new double[75];
            int[] subject = new int[75];
            double own = 0;
            for (int i = 0; i < a.length; i++) {
                own = i % 5 == 0 ? 0.8 * random.nextGaussian() : own;
                subject[i] = i / 5;
                a[i] = 0.3 + own + 0.5 * random.nextGaussian();
            }
            ReplicatedAgreement limits = ReplicatedAgreement.linked(a, b, subject, 15, 1.96);
            bias += limits.biasInterval(0.95).contains(0.3) ? 1 : 0;
            upper +=
                    limits.upperInterval(0.95, BlandAltman.Limits.EXACT)
                                    .contains(0.3 + 1.96 * Math.hypot(0.8, 0.5))
                            ? 1
                            : 0;
        }
        // 95 % ± four standard errors of 200 samples.
        assertThat(bias).isBetween(178, 200);
        assertThat(upper).isBetween(178, 200);
    }

    /// One pair per subject: the limits of Bland and Altman 1986.
    @Test
    void singlePairsAreOrdinaryLimits() {
        double[] a = column(1);
        double[] b = column(2);
        int[] apart = new int[60];
        Arrays.setAll(apart, i -> i);
        double[] d = new double[60];
        Arrays.setAll(d, i -> a[i] - b[i]);
        BlandAltman plain = BlandAltman.of(d, 1.96);
        // 0.9610571 in the paper, where subjects are ignored.
        assertThat(plain.deviation()).isCloseTo(0.9610571, within(5e-8));
        ReplicatedAgreement limits = ReplicatedAgreement.linked(a, b, apart, 60, 1.96);
        assertThat(limits.deviation()).isCloseTo(plain.deviation(), within(1e-12));
        assertThat(limits.biasInterval(0.95).upper())
                .isCloseTo(plain.biasInterval(0.95).upper(), within(1e-9));
    }
}
