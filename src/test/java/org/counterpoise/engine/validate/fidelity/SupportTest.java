package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class SupportTest {

    private static Support support(Dataset real, Dataset other) {
        return Support.of(AlignedTables.of(List.of(real, other)), 2_000, 1, Progress.NONE);
    }

    private static Dataset numbers(Part part, double... values) {
        return Tables.of(part).numbers("x", values).table();
    }

    @Test
    void fourRowsByHand() {
        Support support =
                support(
                        numbers(Part.TRAINING, 0, 1, 3, 7),
                        numbers(Part.SYNTHETIC, 1.5, 2.5, 20, 3));
        // Closest real neighbours: 1, 1, 2, 4. Closest synthetic rows: 1.5, 0.5, 0, 4.
        assertThat(support.coverage()).isEqualTo(0.75);
        // Only 20 is farther from its closest real row than that is from its neighbour.
        assertThat(support.authenticity()).isEqualTo(0.25);
        // From 2.75, the real centre: 0.25, 1.75, 2.75, 4.25; synthetic 0.25, 0.25, 1.25, 17.25.
        assertThat(support.precision()[4]).isEqualTo(0.5);
        assertThat(support.precision()[9]).isEqualTo(0.75);
        assertThat(support.precision()[19]).isEqualTo(0.75);
        // From 6.75, the synthetic centre: 3 lies nearest and covers 3 and 7; 2.5 adds 1.
        assertThat(support.recall()[4]).isEqualTo(0.5);
        assertThat(support.recall()[9]).isEqualTo(0.5);
        assertThat(support.recall()[14]).isEqualTo(0.75);
    }

    private static Dataset people(Part part, int n, double spread, RandomGenerator random) {
        double[] a = new double[n];
        double[] b = new double[n];
        String[] c = new String[n];
        for (int i = 0; i < n; i++) {
            a[i] = spread * random.nextGaussian();
            b[i] = spread * random.nextGaussian();
            c[i] = random.nextInt(3) == 0 ? "x" : "y";
        }
        return Tables.of(part).numbers("a", a).numbers("b", b).words("c", c).table();
    }

    @Test
    void copiesCoverAllAndAreNotAuthentic() {
        Dataset real = people(Part.TRAINING, 400, 1, Streams.of(1, 0));
        Support support = support(real, real.withPart(Part.SYNTHETIC));
        assertThat(support.coverage()).isEqualTo(1);
        assertThat(support.authenticity()).isZero();
        assertThat(support.integratedPrecision()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aFreshSampleIsAsTheHoldoutAndANarrowOneLeavesRegionsOut() {
        RandomGenerator random = Streams.of(2, 0);
        Dataset real = people(Part.TRAINING, 1000, 1, random);
        Support held = support(real, people(Part.HOLDOUT, 1000, 1, random));
        Support fresh = support(real, people(Part.SYNTHETIC, 1000, 1, random));
        // The closest of as many unseen rows is as often nearer as farther than the closest other.
        assertThat(fresh.coverage()).isCloseTo(0.5, within(0.06));
        assertThat(fresh.integratedPrecision()).isGreaterThan(0.93);
        assertThat(severity(fresh, held)).isEqualTo(Severity.NOTE);
        Support narrow = support(real, people(Part.SYNTHETIC, 1000, 0.3, random));
        assertThat(severity(narrow, held)).isEqualTo(Severity.WARNING);
        Support wide = support(real, people(Part.SYNTHETIC, 1000, 3, random));
        assertThat(wide.precision()[18]).isLessThan(0.6);
        assertThat(severity(wide, held)).isEqualTo(Severity.WARNING);
    }

    private static Severity severity(Support made, Support held) {
        return new SupportFinding(made, Optional.of(held), 0.95).finding().severity();
    }
}
