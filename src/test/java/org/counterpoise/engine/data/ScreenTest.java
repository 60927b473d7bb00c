package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Tables read as plates, long or drawn as grids, and what is said of those that cannot be.
class ScreenTest {
    @TempDir Path folder;

    private static Dataset wells(String... lines) {
        String[][] cells = Arrays.stream(lines).map(l -> l.split(",", -1)).toArray(String[][]::new);
        Dataset data =
                CsvTable.of("screen", new String[] {"plate", "well", "value", "type"}, cells);
        data = CsvTable.roles(data, Role.PLATE, "plate");
        data = CsvTable.roles(data, Role.WELL, "well");
        data = CsvTable.roles(data, Role.READOUT, "value");
        return CsvTable.roles(data, Role.CONTROL, "type");
    }

    private static Screen screen(String... lines) {
        return Screen.of(wells(lines), ControlLevels.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "A01, 8, 12, 0",
        "H12, 8, 12, 95",
        "P24, 16, 24, 383",
        "AF48, 32, 48, 1535",
        "b7, 8, 12, 18"
    })
    void wellsStandInTheSmallestUsualPlate(String well, int rows, int columns, int at) {
        // Without a well beyond, A01 alone would be a plate of 6: a second well sets the format.
        Screen screen = screen("p," + well + ",5,", "p," + (rows == 8 ? "H11" : "A02") + ",1,");
        assertThat(screen.rows()).isEqualTo(rows);
        assertThat(screen.columns()).isEqualTo(columns);
        assertThat(screen.plates().getFirst().values()[at]).isEqualTo(5);
    }

    @Test
    void platesKeepTheOrderOfTheTable() {
        assertThat(screen("P10,A1,1,", "P2,A1,2,", "P10,A2,3,").plates())
                .extracting(Screen.Plate::name)
                .containsExactly("P10", "P2");
    }

    @Test
    void controlsAreToldByTheUsualWordsOrByName() {
        Screen usual =
                screen("p,A1,1,DMSO", "p,A2,2,pos", "p,A3,3,sample", "p,A4,4,", "p,A5,5,ref");
        assertThat(usual.plates().getFirst().kinds())
                .startsWith(
                        ControlLevels.Kind.NEGATIVE,
                        ControlLevels.Kind.POSITIVE,
                        ControlLevels.Kind.SAMPLE,
                        ControlLevels.Kind.SAMPLE,
                        ControlLevels.Kind.OTHER);
        assertThat(usual.notes()).anyMatch(note -> note.contains("\"ref\""));
        ControlLevels named = new ControlLevels("ref", "", java.util.List.of());
        assertThat(named.kind("ref")).isEqualTo(ControlLevels.Kind.POSITIVE);
    }

    @Test
    void missingWellsAndUnequalPlatesAreSaid() {
        Screen screen = screen("p,A1,1,", "p,A2,2,", "q,A1,3,", "q,,4,");
        assertThat(screen.notes())
                .anyMatch(note -> note.contains("1 row names no well"))
                .anyMatch(note -> note.contains("from 1 to 2 wells"));
    }

    @ParameterizedTest
    @CsvSource({
        "AG01, beyond",
        "A49, beyond",
        "A0, beyond",
        "well, not the name",
        "7B, not the name"
    })
    void wellsThatAreNoneAreNamedWithTheirRow(String well, String what) {
        assertThatThrownBy(() -> screen("p,A1,1,", "p," + well + ",2,"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(well)
                .hasMessageContaining(what)
                .hasMessageContaining("row 2");
    }

    @Test
    void aWellThatOccursTwiceIsNamedWithBothRows() {
        assertThatThrownBy(() -> screen("p,A1,1,", "q,A1,2,", "p,A01,3,"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("A01 occurs twice on plate \"p\"")
                .hasMessageContaining("rows 1 and 3");
    }

    @Test
    void aReadoutOfWordsIsRefused() {
        assertThatThrownBy(() -> screen("p,A1,high,", "p,A2,low,"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("does not hold numbers");
    }

    // ---- grids ------------------------------------------------------------------------------

    private Dataset grid(String text) throws IOException {
        Path file = folder.resolve("plates.csv");
        Files.writeString(file, text);
        return DataReader.read(file, "plates", Progress.NONE);
    }

    @Test
    void gridsBelowEachOtherBecomeRows() throws IOException {
        Dataset data =
                grid(
                        """
                        Plate: first,,,
                        ,1,2,3
                        A,1.5,2.5,3.5
                        B,4.5,,6.5

                        second,1,2,3
                        A,7,8,9
                        B,10,11,12
                        """);
        assertThat(data.schema().names())
                .containsExactly("plate", "well", "plate_row", "plate_column", "value");
        assertThat(data.rows()).isEqualTo(12);
        assertThat(data.text(0, 0)).isEqualTo("first");
        assertThat(data.text(6, 0)).isEqualTo("second");
        assertThat(data.text(5, 1)).isEqualTo("B03");
        assertThat(data.numbers("value")).startsWith(1.5, 2.5, 3.5, 4.5, Double.NaN, 6.5, 7.0);
    }

    @Test
    void aDecimalCommaIsKept() throws IOException {
        Dataset data = grid(";1;2;3\nA;1,5;2,5;3,5\nB;4,5;5,5;6,5\nC;1,1;1,2;1,3\n");
        assertThat(data.numbers("value")).startsWith(1.5, 2.5, 3.5, 4.5);
    }

    @Test
    void aRowOutOfOrderAndARowTooLongAreNamed() {
        assertThatThrownBy(() -> grid(",1,2,3\nA,1,2,3\nB,4,5,6\nD,7,8,9\n"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("Row D follows where row C was expected")
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> grid(",1,2,3,\nA,1,2,3,\nB,4,5,6,9\n"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("more cells");
    }

    @Test
    void anOrdinaryTableIsNotTakenForAGrid() throws IOException {
        Dataset data = grid("group,x,y,z\nA,1,2,3\nB,4,5,6\n");
        assertThat(data.schema().names()).containsExactly("group", "x", "y", "z");
    }
}
