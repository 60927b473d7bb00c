package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.stats.CrossTable;
import org.counterpoise.engine.stats.TableUtility;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Utility of the whole table and of cross-tables against a run of synthpop.
class SynthpopConformanceTest {
    private static final List<String> NAMES =
            List.of(
                    "gender",
                    "second_perc",
                    "high_perc",
                    "high_spec",
                    "degree_perc",
                    "degree_type",
                    "work_experience",
                    "employability_perc",
                    "mba_spec",
                    "mba_perc",
                    "placed");
    private static final String KINDS = "cnncnccncnc";

    private static Dataset table(String which, Part part) {
        return Tables.read(
                Shared.file("data/conformance/student_placements_" + which + ".csv"),
                part,
                NAMES,
                KINDS);
    }

    private static AlignedTables tables() {
        return AlignedTables.of(
                List.of(table("real", Part.TRAINING), table("synthetic", Part.SYNTHETIC)));
    }

    @Test
    void theMainEffectsModelIsThatOfSynthpop() {
        Propensity propensity = Propensity.of(tables(), Progress.NONE);
        assertThat(propensity.degreesOfFreedom()).isEqualTo(13);
        assertThat(propensity.pmse()).isCloseTo(0.00323623258827564, within(1e-10));
        assertThat(propensity.standardised()).isCloseTo(0.856356931051399, within(1e-7));
        assertThat(propensity.specks()).isCloseTo(0.111627906976744, within(1e-12));
        assertThat(propensity.u()).isCloseTo(25587, within(1e-6));
    }

    @Test
    void theTreeIsThatOfSynthpop() {
        TreePropensity tree = TreePropensity.of(tables(), 50, 1, Progress.NONE);
        assertThat(tree.pmse()).isCloseTo(0.138810209398445, within(1e-14));
        assertThat(tree.specks()).isCloseTo(0.702325581395349, within(1e-12));
        assertThat(tree.u()).isCloseTo(42407.5, within(1e-6));
    }

    @Test
    void tableUtilitiesAreThoseOfSynthpop() {
        TableUtility utility = utility("gender", "high_spec");
        assertThat(utility.degreesOfFreedom()).isEqualTo(5);
        assertThat(utility.voasWilliamson()).isCloseTo(6.99563493941422, within(1e-12));
        assertThat(utility.standardised()).isCloseTo(1.39912698788284, within(1e-12));
        assertThat(utility.pmse()).isCloseTo(0.00203361480796925, within(1e-14));
        assertThat(utility.freemanTukey()).isCloseTo(7.06503014918961, within(1e-12));
        assertThat(utility.jensenShannon()).isCloseTo(0.00590618346364357, within(1e-14));
        assertThat(utility.absoluteDifference()).isCloseTo(0.158139534883721, within(1e-13));
        assertThat(utility.weightedDifference()).isCloseTo(7.69300141875248, within(1e-12));
        assertThat(utility.bhattacharyya()).isCloseTo(0.0640903711031031, within(1e-9));
        TableUtility second = utility("degree_type", "mba_spec");
        assertThat(second.voasWilliamson()).isCloseTo(4.07798813652472, within(1e-12));
        assertThat(second.freemanTukey()).isCloseTo(4.08972837157766, within(1e-12));
        assertThat(second.weightedDifference()).isCloseTo(5.54905678626264, within(1e-12));
    }

    private static TableUtility utility(String first, String second) {
        AlignedTables tables = tables();
        List<CutColumn> cuts = tables.columns().stream().map(CutColumn::common).toList();
        CutColumn a = cut(cuts, first);
        CutColumn b = cut(cuts, second);
        return TableUtility.of(
                CrossTable.of(a.real(), b.real(), b.cells()),
                CrossTable.of(a.synthetic(), b.synthetic(), b.cells()));
    }

    private static CutColumn cut(List<CutColumn> cuts, String name) {
        return cuts.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }
}
