package org.counterpoise.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marks that are large for the size of the table are found, clean tables are not flagged above the
/// level of 5 %. The full table, with 1,000 repeats and smaller marks, is in
/// src/docs/guide/uncertainty.md.
class PlantedMarksTest {
    private static final int TABLES = 40;

    /// Of 40 tables 5 or fewer are flagged in 97 of 100 such tests if a clean one is flagged in
    /// 5 %; the shares simulated are 1 to 4 %.
    private static final int MOST_ALARMS = 5;

    @ParameterizedTest
    @CsvSource({
        "CROSSING, 500, 0.16",
        "MISSINGNESS, 500, 0.2",
        "RANKING, 1000, 0.2",
        "QUANTITY, 500, 0.2",
        "CLASSES, 1000, 0.2",
        "SURVIVAL, 1000, 0.2",
        "SLICE, 1000, 0.3"
    })
    void marksAreFoundAndCleanTablesAreNot(PlantedMarks kind, int rows, double mark) {
        int found = 0;
        int alarms = 0;
        for (int table = 0; table < TABLES; table++) {
            found += kind.found(rows, mark, table) ? 1 : 0;
            alarms += kind.found(rows, 0, 500 + table) ? 1 : 0;
        }
        assertThat(found).as("found of %d", TABLES).isGreaterThanOrEqualTo(TABLES - 3);
        assertThat(alarms).as("false alarms").isLessThanOrEqualTo(MOST_ALARMS);
    }
}
