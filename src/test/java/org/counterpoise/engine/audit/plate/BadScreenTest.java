package org.counterpoise.engine.audit.plate;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.WellPlace;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Screens as they come: wells and signals missing, plates of 1,536 wells and of unequal size. What
/// is no well is refused on reading.
class BadScreenTest {

    private static Assessment audit(List<String[]> rows) {
        Dataset data =
                CsvTable.of(
                        "screen",
                        new String[] {"plate", "well", "signal"},
                        rows.toArray(String[][]::new));
        data = CsvTable.roles(data, Role.PLATE, "plate");
        data = CsvTable.roles(data, Role.WELL, "well");
        data = CsvTable.roles(data, Role.READOUT, "signal");
        PlateAudit audit = new PlateAudit();
        return audit.run(
                new AuditInput(data, Optional.empty()), audit.defaults(), 1, Progress.NONE);
    }

    /// A plate whose signals have no pattern.
    private static List<String[]> plate(String name, int rows, int columns) {
        List<String[]> wells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int mixed = (row * 31 + column * 17 + row * column * 7) % 23;
                wells.add(
                        new String[] {
                            name, new WellPlace(row, column).name(), Integer.toString(100 + mixed)
                        });
            }
        }
        return wells;
    }

    @Test
    void missingWellsAndSignalsAreLeftOutAndSaid() {
        List<String[]> rows = plate("P1", 8, 12);
        rows.subList(10, 30).clear();
        rows.get(5)[2] = "";
        rows.get(6)[1] = "";
        Assessment assessment = audit(rows);
        assertThat(assessment.metrics()).containsEntry("plate/plates", 1.0);
        assertThat(assessment.notes()).anyMatch(note -> note.contains("well"));
    }

    @Test
    void platesOf1536WellsGoToAf48() {
        Assessment assessment = audit(plate("P1", 32, 48));
        assertThat(assessment.metrics()).containsKey("plate/P1/row/AF/p");
    }

    @Test
    void platesOfUnequalSizeAreReadEachAsFarAsItGoes() {
        List<String[]> rows = plate("P1", 16, 24);
        rows.addAll(plate("P2", 1, 3));
        Assessment assessment = audit(rows);
        assertThat(assessment.metrics()).containsEntry("plate/plates", 2.0);
        assertThat(assessment.metrics()).containsKey("plate/P1/row/P/p");
    }

    @Test
    void aSignalThatIsMissingEverywhereIsAnsweredPlainly() {
        List<String[]> rows = plate("P1", 8, 12);
        rows.forEach(row -> row[2] = "");
        rows.get(0)[2] = "1";
        Assessment assessment = audit(rows);
        assertThat(assessment.findings()).isNotEmpty();
    }

    /// One well far above the rest is a hit whatever the correction, and leads the list of hits.
    @Test
    void aHitUnderEveryCorrectionLeadsTheList() {
        List<String[]> rows = plate("P1", 16, 24);
        rows.get(5 * 24 + 9)[2] = "400";
        Finding lists =
                audit(rows).findings().stream()
                        .filter(finding -> finding.id().equals("hit-lists"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lists.evidence().rows().getFirst()).startsWith("P1", "F10", true).endsWith("");
    }

    /// Of two plates no well lies more than 1/√2 standard deviations from the mean of its location:
    /// corrections across plates cannot call it a hit, and are not held against it.
    @Test
    void correctionsThatCannotFindAHitAreLeftOutOfTheList() {
        List<String[]> rows = plate("P1", 16, 24);
        rows.addAll(plate("P2", 16, 24));
        rows.get(5 * 24 + 9)[2] = "400";
        Finding lists =
                audit(rows).findings().stream()
                        .filter(finding -> finding.id().equals("hit-lists"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lists.evidence().rows().getFirst()).startsWith("P1", "F10", true).endsWith("");
        assertThat(lists.explanation())
                .contains("Left out: assay-wise correction, well correction");
    }
}
