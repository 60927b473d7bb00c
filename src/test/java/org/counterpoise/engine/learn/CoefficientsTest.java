package org.counterpoise.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;

import java.util.List;

class CoefficientsTest {
    /// Exposed with and without the outcome, then not exposed.
    private static final int[] CELLS = {30, 20, 15, 45};

    private static Dataset table() {
        int[] sex = new int[110];
        double[] dose = new double[110];
        for (int i = 0; i < 110; i++) {
            sex[i] = i < 50 ? 1 : 0;
            dose[i] = i < 50 ? 10 : 0;
        }
        return new Dataset(
                "table",
                Part.TRAINING,
                new Schema(
                        List.of(
                                ColumnInfo.of("sex", ColumnType.CATEGORY),
                                ColumnInfo.of("dose", ColumnType.REAL))),
                List.of(new Column.Codes(sex, List.of("F", "M")), new Column.Numbers(dose)));
    }

    private static BinaryOutcome outcome() {
        byte[] y = new byte[110];
        for (int i = 0; i < 110; i++) {
            y[i] = (byte) (i < CELLS[0] || (i >= 50 && i < 50 + CELLS[2]) ? 1 : 0);
        }
        return new BinaryOutcome("death", "1", y);
    }

    /// One binary predictor: the log odds ratio ln(ad/bc) with Woolf's standard error.
    @Test
    void aBinaryPredictorGivesTheLogOddsRatioOfTheTable() {
        Coefficients.Term term =
                Coefficients.logistic(table(), table(), outcome(), List.of("sex"), Progress.NONE)
                        .terms()
                        .getFirst();
        assertThat(term.name()).isEqualTo("sex = M");
        assertThat(term.estimate()).isCloseTo(Math.log(30 * 45 / (20.0 * 15)), within(1e-9));
        assertThat(term.error())
                .isCloseTo(Math.sqrt(1 / 30.0 + 1 / 20.0 + 1 / 15.0 + 1 / 45.0), within(1e-9));
    }

    @Test
    void aNumberCountsPerUnit() {
        Coefficients.Term term =
                Coefficients.logistic(table(), table(), outcome(), List.of("dose"), Progress.NONE)
                        .terms()
                        .getFirst();
        assertThat(term.name()).isEqualTo("dose");
        assertThat(term.estimate()).isCloseTo(Math.log(30 * 45 / (20.0 * 15)) / 10, within(1e-9));
    }

    @Test
    void columnsThatRepeatEachOtherDoNotConverge() {
        Coefficients both =
                Coefficients.logistic(
                        table(), table(), outcome(), List.of("sex", "dose"), Progress.NONE);
        assertThat(both.converged()).isFalse();
        assertThat(both.terms()).allSatisfy(term -> assertThat(term.estimate()).isNaN());
    }
}
