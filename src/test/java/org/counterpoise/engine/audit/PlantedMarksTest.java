package org.counterpoise.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marks that are large for the size of the table are found, clean tables are not flagged above the
/// level of 5 %. The full table, with 1,000 repeats and smaller marks, is in
/// src/docs/guide/uncertainty.md.
class PlantedMarksTest {
    private static final int TABLES = 20;

    /// Of 20 tables 4 or fewer are flagged in 99.7 of 100 such tests if a clean one is flagged in
    /// 5 % (binomial); the shares simulated are 1 to 5 %.
    private static final int MOST_ALARMS = 4;

    @ParameterizedTest
    @CsvSource({
        "CROSSING, 500, 0.16",
        "MISSINGNESS, 500, 0.2",
        "RANKING, 1000, 0.2",
        "QUANTITY, 500, 0.2",
        "CLASSES, 1000, 0.2",
        "SURVIVAL, 1000, 0.2",
        "SLICE, 1000, 0.3",
        "EXPLAIN, 1000, 0.25"
    })
    void marksAreFoundAndCleanTablesAreNot(PlantedMarks kind, int rows, double mark) {
        int found = 0;
        int alarms = 0;
        for (int table = 0; table < TABLES; table++) {
            found += kind.found(rows, mark, table) ? 1 : 0;
            alarms += kind.found(rows, 0, 500 + table) ? 1 : 0;
        }
        assertThat(found).as("found of %d", TABLES).isGreaterThanOrEqualTo(TABLES - 2);
        assertThat(alarms).as("false alarms").isLessThanOrEqualTo(MOST_ALARMS);
    }
}
