package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;

import java.util.List;

class CollapseGuardTest {

    private static Dataset people() {
        double[] age = new double[300];
        for (int i = 0; i < age.length; i++) {
            age[i] = 20 + i % 60;
        }
        return new Dataset(
                "people",
                Part.TRAINING,
                new Schema(List.of(ColumnInfo.of("age", ColumnType.REAL))),
                List.of(new Column.Numbers(age)));
    }

    @Test
    void aWarningIsGivenOnlyWhereNoRealRowIsAmongThem() {
        Dataset real = people();
        Dataset made = OriginColumn.mark(real, true).withPart(Part.SYNTHETIC);
        assertThat(CollapseGuard.warning(real)).isEmpty();
        assertThat(CollapseGuard.warning(made).orElseThrow())
                .contains("generation 1", "no real row");
        assertThat(CollapseGuard.warning(OriginColumn.combine(real, real))).isEmpty();
    }

    @Test
    void amongRealRowsTheSyntheticOnesAreNoted() {
        Dataset real = people();
        assertThat(CollapseGuard.notes(real)).isEmpty();
        assertThat(CollapseGuard.notes(OriginColumn.combine(real, real)))
                .singleElement()
                .asString()
                .contains("300 of 600");
    }

    @Test
    void theGenerationTravelsWithTheRows() {
        Dataset second = OriginColumn.mark(people(), 2);
        assertThat(OriginColumn.generation(second)).isEqualTo(2);
        assertThat(OriginColumn.syntheticRows(second)).hasSize(300);
        Dataset more = OriginColumn.combine(second, people());
        assertThat(OriginColumn.generation(more)).isEqualTo(3);
        assertThat(OriginColumn.realRows(more)).isEmpty();
    }

    @Test
    void theOriginOfATableIsSaidInWords() {
        Dataset real = people();
        assertThat(OriginColumn.words(real)).isEqualTo("real (generation 0)");
        assertThat(OriginColumn.words(OriginColumn.mark(real, 2)))
                .isEqualTo("synthetic rows only, generation 2");
        assertThat(OriginColumn.words(OriginColumn.combine(real, real)))
                .isEqualTo("300 real and 300 synthetic rows, generation 1");
    }
}
