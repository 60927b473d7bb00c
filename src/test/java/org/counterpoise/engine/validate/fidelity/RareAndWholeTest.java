package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

class RareAndWholeTest {

    private static double[] normal(int n, RandomGenerator random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static AlignedTables tables(double[] real, double[] made) {
        return AlignedTables.of(
                List.of(
                        Tables.of(Part.TRAINING).numbers("x", real).table(),
                        Tables.of(Part.SYNTHETIC).numbers("x", made).table()));
    }

    @Test
    void theTestOfATailHoldsItsLevelAndItsRatioIsThatOfShares() {
        int rejected = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random = Streams.of(1, seed);
            List<Tail> tails = Tail.of(tables(normal(800, random), normal(500, random)));
            assertThat(tails).hasSize(2).allMatch(tail -> tail.real() == 8);
            rejected += tails.getFirst().p() < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isLessThanOrEqualTo(22); // 15 ± 1.96 · 3.8
    }

    @Test
    void clippedValuesHaveLostTheirTails() {
        RandomGenerator random = Streams.of(2, 0);
        double[] real = normal(3000, random);
        double[] clipped =
                Arrays.stream(normal(3000, random)).map(v -> Math.clamp(v, -2, 2)).toArray();
        assertThat(new RareFindings(tables(real, clipped)).all())
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
                .satisfies(f -> assertThat(f.headline()).contains("large \"x\" (0.0 times)"));
        assertThat(new RareFindings(tables(real, normal(3000, random))).all())
                .allMatch(f -> f.severity() == Severity.OK);
    }

    @Test
    void rareCombinationsAreCounted() {
        int n = 1000;
        String[] a = new String[n];
        String[] b = new String[n];
        String[] c = new String[n];
        for (int i = 0; i < n; i++) {
            a[i] = i % 2 == 0 ? "p" : "q";
            b[i] = i < 12 ? "rare" : "often"; // 6 of 1000 each with p and with q
            c[i] = i < 12 && i % 2 == 0 ? "rare" : "often"; // p only
        }
        RareCombinations rare =
                RareCombinations.of(
                        AlignedTables.of(
                                List.of(
                                        Tables.of(Part.TRAINING)
                                                .words("a", a)
                                                .words("b", b)
                                                .table(),
                                        Tables.of(Part.SYNTHETIC)
                                                .words("a", a)
                                                .words("b", c)
                                                .table())));
        assertThat(rare.combinations()).hasSize(2);
        assertThat(rare.lost()).isEqualTo(1);
        assertThat(rare.combinations().getFirst().levels()).isEqualTo("a=q, b=rare");
        assertThat(rare.expectedLost()).isCloseTo(2 * Math.pow(1 - 0.006, 1000), within(1e-12));
        assertThat(rare.invented()).isZero();
    }

    /// Numbers of which the second depends on the size of the first, or does not.
    private static Dataset bent(Part part, boolean bent, RandomGenerator random) {
        double[][] columns = new double[2][1000];
        for (int i = 0; i < 1000; i++) {
            columns[0][i] = random.nextGaussian();
            double other = bent ? columns[0][i] : random.nextGaussian();
            columns[1][i] = Math.abs(other) + 0.2 * random.nextGaussian();
        }
        return Tables.of(part).numbers("a", columns[0]).numbers("b", columns[1]).table();
    }

    @Test
    void theTreeSeesWhatMainEffectsDoNot() {
        RandomGenerator random = Streams.of(3, 0);
        Dataset real = bent(Part.TRAINING, true, random);
        AlignedTables apart = AlignedTables.of(List.of(real, bent(Part.SYNTHETIC, false, random)));
        TreePropensity tree = TreePropensity.of(apart, 19, 1, Progress.NONE);
        assertThat(Propensity.of(apart, Progress.NONE).standardised()).isLessThan(3);
        assertThat(tree.standardised()).isGreaterThan(3);
        assertThat(tree.p()).isEqualTo(0.05);
        TreePropensity fresh =
                TreePropensity.of(
                        AlignedTables.of(List.of(real, bent(Part.SYNTHETIC, true, random))),
                        19,
                        1,
                        Progress.NONE);
        // Shuffled tables are fresh samples of each other, and half their error is expected.
        assertThat(fresh.standardised()).isCloseTo(2, within(0.4));
        assertThat(fresh.p()).isGreaterThan(0.05);
    }

    @Test
    void principalComponentsAreThoseOfTheRealRows() {
        RandomGenerator random = Streams.of(4, 0);
        double[] x = normal(500, random);
        double[] y = normal(500, random);
        double[] z = Arrays.stream(x).map(v -> 3 * v).toArray();
        for (int i = 0; i < z.length; i++) {
            z[i] += 1e-3 * y[(i + 1) % y.length];
        }
        Dataset real =
                Tables.of(Part.TRAINING).numbers("x", x).numbers("y", y).numbers("z", z).table();
        Figure figure =
                Overlay.of(
                                AlignedTables.of(List.of(real, real.withPart(Part.SYNTHETIC))),
                                Progress.NONE)
                        .orElseThrow();
        // Two of three standardised columns are one.
        assertThat(((Figure.Scatter) figure).xLabel()).isEqualTo("component 1 (67 %)");
        assertThat(((Figure.Scatter) figure).yLabel()).isEqualTo("component 2 (33 %)");
    }
}
