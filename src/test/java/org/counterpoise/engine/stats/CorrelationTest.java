package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;

/// Expected values: SciPy 1.10.1 `pearsonr`, `spearmanr`, `kendalltau` and `shapiro`, NumPy for
/// regression and the definition of distance correlation.
class CorrelationTest {
    private static final double[] X = {
        0.61, 0.29, 0.06, 0.59, -1.73, -0.74, 0.51, -0.56, 0.39, 1.64, 0.05, -0.06, 0.64, -0.82,
        0.37, 1.77, 1.09, -1.28, 2.36, 1.31, 1.05, -0.32
    };
    private static final double[] Y = {
        0.40, 0.06, -0.47, 0.11, -0.93, -1.11, 0.2, -0.9, 1.1, 0.9, 0.3, -0.2, 0.9, 0.1, 0.7, 0.8,
        1.9, -0.3, 1.6, 0.3, 0.9, 0.2
    };

    @Test
    void pearsonIsAsInSciPy() {
        Correlation r = Correlation.pearson(X, Y);
        assertThat(r.value()).isEqualTo(0.7821188337239795, within(1e-12));
        assertThat(r.p()).isEqualTo(1.7080045770500345e-05, within(1e-12));
        assertThat(r.interval(0.95).lower()).isEqualTo(0.5378728249961954, within(1e-9));
        assertThat(r.interval(0.95).upper()).isEqualTo(0.9052296863789281, within(1e-9));
    }

    @Test
    void spearmanAndKendallAreAsInSciPy() {
        Correlation rho = Correlation.spearman(X, Y);
        assertThat(rho.value()).isEqualTo(0.8139151988790896, within(1e-12));
        assertThat(rho.p()).isEqualTo(4.065554709698742e-06, within(1e-12));
        Correlation tau = Correlation.kendall(X, Y);
        assertThat(tau.value()).isEqualTo(0.6302346583847582, within(1e-12));
        assertThat(tau.p()).isEqualTo(4.707763074543338e-05, within(1e-12));
    }

    @Test
    void missingValuesAreLeftOut() {
        double[] x = {1, 2, Double.NaN, 3, 4, 5};
        double[] y = {1, 3, 9, 2, Double.NaN, 4};
        assertThat(Correlation.kendall(x, y).n()).isEqualTo(4);
        assertThat(Correlation.kendall(x, y).value()).isEqualTo(4.0 / 6, within(1e-12));
        assertThat(Correlation.kendall(new double[] {1, 1}, new double[] {1, 2}).value()).isNaN();
    }

    @Test
    void distanceCorrelationIsThatOfItsDefinition() {
        assertThat(DistanceCorrelation.of(X, Y).value())
                .isEqualTo(0.7805858744902117, within(1e-12));
        RandomGenerator random = Streams.of(8, 0);
        int rejected = 0;
        for (int i = 0; i < 200; i++) {
            double[] a = random.doubles(60).toArray();
            double[] b = random.doubles(60).toArray();
            rejected += DistanceCorrelation.of(a, b).p() < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isLessThan(23); // 10 expected at most; 4 standard errors are 12
        double[] bent = new double[60];
        double[] at = new double[60];
        for (int i = 0; i < bent.length; i++) {
            at[i] = i - 29.5;
            bent[i] = at[i] * at[i];
        }
        assertThat(DistanceCorrelation.of(at, bent).p()).isLessThan(0.001);
        assertThat(Correlation.spearman(at, bent).value()).isEqualTo(0, within(1e-12));
    }

    @Test
    void partialCorrelationIsThatOfTheResiduals() {
        // Closed form of three correlations of ranks.
        double[] z = new double[X.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = i % 5;
        }
        double xy = Correlation.spearman(X, Y).value();
        double xz = Correlation.spearman(X, z).value();
        double yz = Correlation.spearman(Y, z).value();
        double expected = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
        Correlation partial = Correlation.partialSpearman(X, Y, new double[][] {z, z});
        assertThat(partial.value()).isEqualTo(expected, within(1e-12));
    }

    @Test
    void pooledCorrelationIsTheWeightedMeanOfFishersZ() {
        Correlation a = new Correlation(0.5, 103, 0.01, 0, "");
        Correlation b = new Correlation(0.2, 53, 0.02, 0, "");
        double z = (100 * Math.log(3) / 2 + 50 * Math.log(1.5) / 2) / 150;
        assertThat(Correlation.pooled(List.of(a, b)).value())
                .isEqualTo(Math.tanh(z), within(1e-12));
    }

    @Test
    void theMatrixHasTheCoefficientsOfItsPairs() {
        RandomGenerator random = Streams.of(9, 0);
        double[][] columns = new double[4][1001];
        for (int i = 0; i < 1001; i++) {
            double shared = random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                columns[c][i] = 100 + c * shared + random.nextGaussian();
            }
        }
        columns[3][5] = Double.NaN;
        double[][] matrix = Correlation.matrix(columns);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(matrix[i][j])
                        .isEqualTo(
                                i == j ? 1 : Association.pearson(columns[i], columns[j]),
                                within(1e-12));
            }
        }
    }

    @Test
    void manyValuesAreRankedAsFew() {
        RandomGenerator random = Streams.of(10, 0);
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextInt(500);
        }
        double[] ranks = Correlation.midranks(values);
        int[] dense = Association.denseRanks(values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.isNaN(ranks[i])).isEqualTo(dense[i] < 0);
            sum += dense[i] < 0 ? 0 : ranks[i];
        }
        double n = java.util.Arrays.stream(dense).filter(d -> d >= 0).count();
        assertThat(sum).isEqualTo(n * (n + 1) / 2, within(1e-6));
        double[] twice = {3, 1, 3, Double.NaN, 2};
        assertThat(Correlation.midranks(twice)).containsExactly(3.5, 1, 3.5, Double.NaN, 2);
    }

    @Test
    void shapiroWilkIsAsInSciPyAndR() {
        NormalityTest x = NormalityTest.shapiroWilk(X);
        assertThat(x.statistic()).isEqualTo(0.9907664060592651, within(2e-6));
        assertThat(x.p()).isEqualTo(0.9983894228935242, within(1e-4));
        NormalityTest y = NormalityTest.shapiroWilk(Y);
        assertThat(y.statistic()).isEqualTo(0.9752224683761597, within(2e-6));
        assertThat(y.p()).isEqualTo(0.8274848461151123, within(1e-4));
        // The weights of eleven men in Shapiro and Wilk 1965.
        NormalityTest men =
                NormalityTest.shapiroWilk(
                        new double[] {148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236});
        assertThat(men.statistic()).isEqualTo(0.7888147830963135, within(2e-6));
        assertThat(men.p()).isEqualTo(0.006703833118081093, within(1e-5));
        NormalityTest four = NormalityTest.shapiroWilk(new double[] {1, 2, 4, 8});
        assertThat(four.statistic()).isEqualTo(0.9202027916908264, within(2e-6));
        assertThat(four.p()).isEqualTo(0.5380843877792358, within(1e-4));
        assertThat(NormalityTest.shapiroWilk(new double[] {1, 2}).p()).isNaN();
        assertThat(NormalityTest.shapiroWilk(new double[] {2, 2, 2}).p()).isNaN();
    }
}
