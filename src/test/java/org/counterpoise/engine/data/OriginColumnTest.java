package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;

import java.util.List;

class OriginColumnTest {

    private static Dataset table(Part part, List<String> levels, int... codes) {
        return new Dataset(
                "t",
                part,
                new Schema(List.of(ColumnInfo.of("sex", ColumnType.CATEGORY))),
                List.of(new Column.Codes(codes, levels)));
    }

    @Test
    void appendingUnitesLevelsAndKeepsMissing() {
        Dataset top = table(Part.TRAINING, List.of("F", "M"), 0, 1);
        Dataset bottom = table(Part.SYNTHETIC, List.of("X", "F"), 0, -1, 1);
        Dataset all = Tables.append(top, bottom);
        assertThat(all.codes("sex").levels()).containsExactly("F", "M", "X");
        assertThat(all.codes("sex").codes()).containsExactly(0, 1, 2, -1, 0);
        assertThat(all.part()).isEqualTo(Part.TRAINING);
    }

    @Test
    void tablesOfDifferentColumnsAreNotAppended() {
        Dataset top = table(Part.TRAINING, List.of("F"), 0);
        Dataset wider = OriginColumn.mark(top, true);
        assertThatThrownBy(() -> Tables.append(top, wider)).isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> Tables.append(wider, top)).isInstanceOf(UserProblem.class);
    }

    @Test
    void combinedRowsAreToldApartByTheirMark() {
        Dataset real = table(Part.TRAINING, List.of("F", "M"), 0, 1, 1);
        Dataset synthetic = table(Part.SYNTHETIC, List.of("F", "M"), 0, 0);
        Dataset all = OriginColumn.combine(real, synthetic);
        assertThat(all.part()).isEqualTo(Part.AUGMENTED);
        assertThat(OriginColumn.realRows(all)).containsExactly(0, 1, 2);
        assertThat(OriginColumn.syntheticRows(all)).containsExactly(3, 4);
        assertThat(all.schema().column(OriginColumn.NAME).role()).isEqualTo(Role.IGNORED);
    }

    @Test
    void combiningTwiceKeepsTheFirstMarks() {
        Dataset real = table(Part.TRAINING, List.of("F", "M"), 0);
        Dataset synthetic = table(Part.SYNTHETIC, List.of("F", "M"), 1);
        Dataset once = OriginColumn.combine(real, synthetic);
        Dataset twice = OriginColumn.combine(once, synthetic);
        assertThat(OriginColumn.syntheticRows(twice)).containsExactly(1, 2);
    }

    @Test
    void withoutAMarkThePartDecides() {
        assertThat(OriginColumn.syntheticRows(table(Part.SYNTHETIC, List.of("F"), 0, 0)))
                .containsExactly(0, 1);
        assertThat(OriginColumn.syntheticRows(table(Part.TRAINING, List.of("F"), 0))).isEmpty();
    }
}
