package org.counterpoise.engine.audit.plate;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.data.WellPlace;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.mitigate.plate.PlateCorrection;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Screens whose truth is known.
class PlateAuditTest {
    private static final int ROWS = 16;
    private static final int COLUMNS = 24;

    /// Plates of 384 wells, N(100, 10²), controls in columns 1 and 2, row C raised by `raised`.
    private static Dataset screen(int plates, double raised) {
        RandomGenerator random = Streams.of(17, plates);
        int n = plates * ROWS * COLUMNS;
        int[] plate = new int[n];
        int[] type = new int[n];
        String[] well = new String[n];
        double[] value = new double[n];
        List<String> names = new ArrayList<>();
        for (int p = 0; p < plates; p++) {
            names.add("P" + p);
        }
        for (int i = 0; i < n; i++) {
            int row = i % (ROWS * COLUMNS) / COLUMNS;
            int column = i % COLUMNS;
            plate[i] = i / (ROWS * COLUMNS);
            type[i] = column == 0 ? 0 : column == 1 ? 1 : 2;
            well[i] = new WellPlace(row, column).name();
            value[i] = 100 + 10 * random.nextGaussian();
            value[i] += column == 0 ? -90 : 0;
            value[i] += row == 2 && column > 1 ? raised : 0;
        }
        return new Dataset(
                "screen",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("plate", ColumnType.CATEGORY).withRole(Role.PLATE),
                                ColumnInfo.of("well", ColumnType.TEXT).withRole(Role.WELL),
                                ColumnInfo.of("type", ColumnType.CATEGORY).withRole(Role.CONTROL),
                                ColumnInfo.of("signal", ColumnType.REAL).withRole(Role.READOUT))),
                List.of(
                        new Column.Codes(plate, names),
                        new Column.Texts(well),
                        new Column.Codes(type, List.of("pos", "neg", "sample")),
                        new Column.Numbers(value)));
    }

    private static Assessment audit(Dataset data) {
        PlateAudit audit = new PlateAudit();
        return audit.run(
                new AuditInput(data, Optional.empty()), audit.defaults(), 1, Progress.NONE);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRaisedRowIsNamedAndTakenOut() {
        Dataset data = screen(5, 40);
        Assessment before = audit(data);
        assertThat(before.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(before.metrics())
                .containsEntry("plate/plates", 5.0)
                .containsEntry("plate/biased-lines", 5.0)
                .containsEntry("plate/model", 1.0);
        assertThat(before.metrics().get("plate/P0/row/C/p")).isLessThan(1e-6);
        assertThat(finding(before, "biased-lines").evidence().rows())
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("row C"))
                .allSatisfy(row -> assertThat((double) row.get(2)).isBetween(30.0, 50.0));

        PlateCorrection correction = new PlateCorrection();
        Correction.Corrected corrected =
                correction.correct(data, correction.defaults(), Progress.NONE);
        assertThat(corrected.data().rows()).isEqualTo(data.rows());
        assertThat(corrected.data().numbers("signal")).isEqualTo(data.numbers("signal"));
        assertThat(corrected.data().schema().namesWithRole(Role.READOUT))
                .containsExactly("signal_corrected");
        assertThat(audit(corrected.data()).metrics()).containsEntry("plate/biased-lines", 0.0);
    }

    @Test
    void aCleanScreenIsLeftUntouched() {
        Dataset data = screen(5, 0);
        Assessment assessment = audit(data);
        assertThat(finding(assessment, "biased-lines").severity()).isEqualTo(Severity.OK);
        assertThat(assessment.metrics())
                .containsEntry("plate/model", 0.0)
                .containsEntry("plate/hits/pmp-one-model/appear", 0.0)
                .containsEntry("plate/hits/pmp-one-model/vanish", 0.0);
        PlateCorrection correction = new PlateCorrection();
        assertThat(
                        correction
                                .correct(data, correction.defaults(), Progress.NONE)
                                .data()
                                .numbers("signal_corrected"))
                .isEqualTo(data.numbers("signal"));
    }

    @Test
    void controlsAreJudged() {
        Assessment assessment = audit(screen(2, 0));
        // Means 10 and 100, deviations 10 and 10: 1 − 3 · 20 / 90 = 1/3, with sampling error.
        assertThat(assessment.metrics().get("plate/zprime/P0")).isBetween(0.05, 0.6);
        assertThat(assessment.metrics().get("plate/ssmd/P0")).isBetween(-9.0, -4.5);
        assertThat(finding(assessment, "quality").evidence().rows()).hasSize(2);
    }

    @Test
    void onePlateWithoutControlsIsEnough() {
        Dataset data = screen(1, 40).project(List.of("well", "signal"));
        Assessment assessment = audit(data);
        assertThat(assessment.metrics()).doesNotContainKey("plate/hits/well/stay");
        assertThat(assessment.notes()).anyMatch(note -> note.contains("Z′"));
    }
}
