package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class SameMixTest {
    /// The sick are five standard deviations from the others.
    private static Dataset people(Part part, int rows, double sick, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        String[] outcome = new String[rows];
        double[] marker = new double[rows];
        for (int i = 0; i < rows; i++) {
            boolean ill = random.nextDouble() < sick;
            outcome[i] = ill ? "yes" : "no";
            marker[i] = random.nextGaussian() + (ill ? 5 : 0);
        }
        return Tables.of(part)
                .words("sick", Role.OUTCOME, outcome)
                .numbers("marker", marker)
                .table();
    }

    private final Dataset real = people(Part.TRAINING, 2_000, 0.1, 1);
    private final Dataset made = people(Part.SYNTHETIC, 1_500, 0.9, 2);

    @Test
    void drawnRowsHaveTheSharesOfTheSyntheticOnes() {
        SameMix mix = SameMix.of(AlignedTables.of(List.of(real, made)), 3);
        assertThat(mix.columns()).containsExactly("sick");
        AlignedColumn.Codes sick = (AlignedColumn.Codes) mix.tables().columns().getFirst();
        assertThat(share(sick.codes()[0])).isCloseTo(share(sick.codes()[1]), within(0.005));
        // All of the sick, and as many of the others as go with them.
        AlignedColumn.Numbers marker = (AlignedColumn.Numbers) mix.tables().columns().getLast();
        assertThat(marker.values()[0]).doesNotHaveDuplicates().hasSizeBetween(150, 300);
        assertThat(marker.values()[1]).hasSize(1_500);
    }

    private static double share(int[] codes) {
        return Arrays.stream(codes).average().orElseThrow();
    }

    @Test
    void completingRowsAreHeldAgainstRealOnesOfTheirMix() {
        assertThat(judged(false).verdict()).isEqualTo(Validation.Verdict.FAIL);
        Validation completing = judged(true);
        assertThat(completing.verdict()).isEqualTo(Validation.Verdict.PASS);
        assertThat(completing.assessment().notes())
                .anyMatch(note -> note.contains("the same mix of sick"));
    }

    private Validation judged(boolean completing) {
        return new Fidelity()
                .run(
                        new ValidationInput(
                                real, Optional.empty(), made, Optional.empty(), completing),
                        FidelitySettings.DEFAULTS,
                        1,
                        Progress.NONE);
    }

    @Test
    void rowsThatDoNotResembleTheirOwnGroupStillFail() {
        double[] shifted = made.numbers("marker").clone();
        Arrays.setAll(shifted, i -> shifted[i] - 5);
        Dataset off =
                Tables.of(Part.SYNTHETIC)
                        .words(
                                "sick",
                                Role.OUTCOME,
                                Arrays.stream(made.codes("sick").codes())
                                        .mapToObj(made.codes("sick").levels()::get)
                                        .toArray(String[]::new))
                        .numbers("marker", shifted)
                        .table();
        Validation validation =
                new Fidelity()
                        .run(
                                new ValidationInput(
                                        real, Optional.empty(), off, Optional.empty(), true),
                                FidelitySettings.DEFAULTS,
                                1,
                                Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Validation.Verdict.FAIL);
    }
}
