package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class RocTest {
    /// The data set aSAH of the R package pROC 1.18.0 (GPL-3; Turck et al. 2010): 113 patients with
    /// subarachnoid haemorrhage, poor outcome, S100B and NDKA.
    private static final byte[] POOR = {
        0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
        1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0,
        0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0
    };

    private static final double[] S100B = {
        0.13, 0.14, 0.1, 0.04, 0.13, 0.1, 0.47, 0.16, 0.18, 0.1, 0.12, 0.1, 0.44, 0.71, 0.04, 0.08,
        0.49, 0.04, 0.07, 0.33, 0.09, 0.09, 0.07, 0.11, 0.07, 0.17, 0.07, 0.11, 0.13, 0.19, 0.05,
        0.16, 0.41, 0.14, 0.34, 0.35, 0.48, 0.09, 0.96, 0.25, 0.5, 0.46, 0.16, 0.07, 0.43, 0.45,
        0.11, 0.08, 0.09, 0.86, 0.52, 0.08, 0.06, 0.13, 2.07, 0.1, 0.14, 0.15, 0.07, 0.06, 0.77,
        0.05, 0.09, 0.3, 0.03, 0.09, 0.04, 0.23, 0.7, 0.09, 0.27, 0.71, 0.08, 0.26, 0.08, 0.16,
        0.09, 0.13, 0.1, 0.08, 0.11, 0.33, 0.11, 0.28, 0.07, 0.1, 0.32, 0.22, 0.07, 0.05, 0.24,
        0.38, 0.1, 0.15, 0.08, 0.14, 0.1, 0.07, 0.04, 0.19, 0.56, 0.14, 0.58, 0.32, 0.82, 0.74,
        0.15, 0.47, 0.17, 0.44, 0.15, 0.5, 0.48
    };

    private static final double[] NDKA = {
        3.01, 8.54, 8.09, 10.42, 17.4, 12.75, 6, 13.2, 15.54, 6.01, 15.96, 17.86, 5.18, 8.9, 13.41,
        20.75, 11.6, 16.11, 32.37, 54.82, 32.41, 49.94, 40.34, 9.47, 6.29, 12.53, 6.54, 6.3, 80.3,
        12.8, 9.8, 9.81, 9.85, 18.21, 5.03, 14.04, 21.93, 8.02, 7.42, 8.38, 6.59, 9.63, 13.12, 7.96,
        14.34, 41.43, 7.63, 7.06, 12.59, 13.56, 3.87, 9.44, 7.66, 12.98, 419.19, 27.19, 22.27, 9.95,
        21.22, 11.73, 10.4, 58.83, 6.39, 11.09, 12.22, 13.67, 17.21, 22.63, 12.9, 9.7, 21.57, 8.23,
        72.57, 15.54, 10.51, 10.6, 14.57, 5.19, 9.63, 4.61, 21.48, 17.3, 12.71, 9.44, 11.07, 19.46,
        10.83, 5.37, 11.97, 7.75, 9.83, 10.55, 28.49, 8.53, 12.57, 12.9, 46.83, 11.68, 12.67, 9.01,
        9.57, 34.06, 11.72, 14.26, 47.61, 11.67, 24.58, 10.33, 13.87, 15.89, 22.43, 6.79, 13.45
    };

    private static final byte[] Y = {0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0};
    private static final double[] TIED = {1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 2, 4};

    /// pROC 1.18.0: auc(), var(method = "delong").
    @Test
    void areaAndVarianceArePRocs() {
        Roc s100b = Roc.of(POOR, S100B);
        Roc ndka = Roc.of(POOR, NDKA);
        assertThat(s100b.auc()).isCloseTo(0.731368563685637, within(1e-14));
        assertThat(s100b.variance()).isCloseTo(0.00266868245717244, within(1e-15));
        assertThat(ndka.auc()).isCloseTo(0.6119579945799458, within(1e-14));
        assertThat(ndka.variance()).isCloseTo(0.0031908105493913, within(1e-15));
    }

    /// R 4.2.2 with pROC's area and variance: plogis(qlogis(a) ± qnorm(.975) √v / (a (1 − a))).
    @Test
    void intervalIsDeLongsOnTheLogitScale() {
        Interval interval = Roc.of(POOR, S100B).interval(0.95);
        assertThat(interval.lower()).isCloseTo(0.6192169389927087, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.8200857499134732, within(1e-12));
    }

    /// pROC 1.18.0: roc.test(method = "delong").
    @Test
    void pairedTestIsPRocs() {
        Roc.Comparison comparison = Roc.compare(POOR, S100B, NDKA, 0.95);
        assertThat(comparison.difference()).isCloseTo(0.1194105691056910, within(1e-12));
        assertThat(comparison.z()).isCloseTo(1.39077002573558, within(1e-12));
        assertThat(comparison.p()).isCloseTo(0.164295175223054, within(1e-12));
    }

    /// scikit-learn 1.2.1: roc_auc_score, average_precision_score.
    @Test
    void tiesCountHalfAndAveragePrecisionIsScikitLearns() {
        Roc roc = Roc.of(Y, TIED);
        assertThat(roc.auc()).isCloseTo(0.6944444444444445, within(1e-15));
        assertThat(roc.averagePrecision()).isCloseTo(0.677020202020202, within(1e-15));
    }

    @Test
    void rowsWithoutOutcomeOrScoreDoNotCount() {
        byte[] y = {0, 1, -1, 1, 0};
        double[] scores = {0.1, 0.9, 0.5, Double.NaN, 0.2};
        assertThat(Roc.of(y, scores).auc()).isEqualTo(1);
        assertThat(Roc.of(y, scores).positives()).isEqualTo(1);
    }

    @Test
    void oneClassIsUndefined() {
        Roc roc = Roc.of(new byte[] {1, 1}, new double[] {0.2, 0.3});
        assertThat(roc.auc()).isNaN();
        assertThat(roc.averagePrecision()).isNaN();
        assertThat(roc.interval(0.95).defined()).isFalse();
        assertThat(roc.curve(100).x()).isEmpty();
    }

    @Test
    void perfectSeparationHasNoInterval() {
        Roc roc = Roc.of(new byte[] {0, 0, 1, 1}, new double[] {1, 2, 3, 4});
        assertThat(roc.auc()).isEqualTo(1);
        assertThat(roc.interval(0.95).defined()).isFalse();
    }

    @Test
    void areaUnderTheCurveIsTheArea() {
        Roc.Curve curve = Roc.of(Y, TIED).curve(1000);
        double area = 0;
        for (int i = 1; i < curve.x().length; i++) {
            area += (curve.x()[i] - curve.x()[i - 1]) * (curve.y()[i] + curve.y()[i - 1]) / 2;
        }
        assertThat(area).isCloseTo(0.6944444444444445, within(1e-14));
        assertThat(curve.x()[0]).isZero();
        assertThat(curve.x()[curve.x().length - 1]).isEqualTo(1);
        assertThat(curve.y()[curve.x().length - 1]).isEqualTo(1);
    }

    @Test
    void aLongCurveIsThinnedToItsEnds() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] y = new byte[1000];
        double[] scores = random.doubles(1000).toArray();
        IntStream.range(0, 1000).forEach(i -> y[i] = (byte) (i % 2));
        Roc.Curve curve = Roc.of(y, scores).curve(50);
        assertThat(curve.x()).hasSize(50).isSorted();
        assertThat(curve.y()).isSorted().endsWith(1.0);
    }
}
