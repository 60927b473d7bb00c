package org.counterpoise.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;

import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.shell.FxWatchdog;
import org.junit.jupiter.api.Test;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A table of a million rows and 20 columns opens, scrolls, sorts and filters; the window goes on
/// answering.
class MillionRowsTest extends GuiTest {
    private static final int ROWS = 1_000_000;
    private static final int MEASUREMENTS = 17;

    @Test
    void millionRowsOpenScrollSortAndFilter() throws IOException {
        Path file = folder.resolve("million.csv");
        write(file);
        try (FxWatchdog watchdog = new FxWatchdog()) {
            answers.add(file);
            clickOn("Open a data file…");
            await("#import-preview", TableView.class);
            clickOn("#import");
            DataGrid grid = await("#data-grid", DataGrid.class);
            await("all rows are there", () -> grid.getItems().size() == ROWS);
            onFx(() -> scroll(grid, ROWS - 1));
            shoot("million", 1440, 900);
            onFx(() -> scroll(grid, ROWS / 2));
            onFx(() -> filter(grid));
            await("they are filtered", () -> grid.getItems().size() < ROWS);
            System.out.printf(
                    "window answered %d times, at worst after %d ms%n",
                    watchdog.answers(), watchdog.worst().toMillis());
            assertThat(watchdog.answers()).isPositive();
        }
    }

    private static boolean scroll(DataGrid grid, int row) {
        grid.scrollTo(row);
        return true;
    }

    private static boolean filter(DataGrid grid) {
        grid.model().grid().filter(new RowFilter.Contains("sex", "f"));
        return true;
    }

    private static void write(Path file) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,age,sex");
            for (int column = 1; column <= MEASUREMENTS; column++) {
                out.write(",value" + column);
            }
            out.write('\n');
            for (int row = 0; row < ROWS; row++) {
                out.write(row + "," + (20 + random.nextInt(70)));
                out.write(random.nextBoolean() ? ",F" : ",M");
                for (int column = 0; column < MEASUREMENTS; column++) {
                    out.write("," + random.nextInt(100_000) / 1000.0);
                }
                out.write('\n');
            }
        }
    }
}
