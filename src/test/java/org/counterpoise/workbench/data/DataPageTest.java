package org.counterpoise.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DataPageTest extends GuiTest {

    @Test
    void importedDataIsMarkedSplitAndUndone() {
        Path file = Path.of("sample-data", "flchain.csv");
        answers.add(file);
        clickOn("Open a data file…");
        await("#import-preview", TableView.class);
        shoot("import-1440", 1440, 900);
        assertThat(project().open()).as("nothing counts before Import").isFalse();
        clickOn("#import");
        await("the dataset is there", () -> project().datasets().size() == 1);
        awaitDescribed();
        shoot("data-1440", 1440, 900);
        shoot("data-1000", 1000, 700);

        onFx(() -> run(() -> model().assignRole("death", Role.OUTCOME)));
        await("the outcome is marked", () -> dataset().schema().outcome().isPresent());
        awaitDescribed();
        clickOn("#note-leakage");
        await(
                "leaks are left out",
                () -> dataset().schema().column("chapter").role() == Role.IGNORED);
        awaitDescribed();
        clickOn("#note-protected");
        await(
                "protected attributes are marked",
                () -> dataset().schema().withRole(Role.PROTECTED).size() == 2);
        awaitDescribed();
        onFx(() -> run(() -> model().inspect("creatinine")));
        shoot("data-marked-1440", 1440, 900);
        clickOn("#split");
        await("it is split", () -> dataset().part() == Part.TRAINING);
        assertThat(project().datasets(Part.HOLDOUT)).hasSize(1);
        awaitDescribed();
        shoot("data-split-1440", 1440, 900);
        onFx(() -> run(() -> workspace.theme().choice().set(Theme.Choice.DARK)));
        shoot("data-dark", 1440, 900);
        for (String tab : List.of("Columns", "Missing pattern", "Duplicates")) {
            clickOn(tab);
            awaitIdle();
            shoot("data-" + tab.split(" ")[0], 1440, 900);
        }
        assertThat(cssWarnings).isEmpty();

        clickOn("#undo");
        await("it is whole again", () -> dataset().part() == Part.WHOLE);
        clickOn("#redo");
        await("it is split again", () -> dataset().part() == Part.TRAINING);
    }

    @Test
    void rolesOfTheHoldoutFollowThoseOfTheTrainingPart() throws IOException {
        importSmall();
        onFx(() -> run(() -> model().split(0.25, List.of(), "", 1)));
        await("it is split", () -> dataset().part() == Part.TRAINING);
        onFx(() -> run(() -> model().assignRole("sex", Role.PROTECTED)));
        await("the role is set", () -> dataset().schema().column("sex").role() == Role.PROTECTED);
        Dataset holdout = project().datasets(Part.HOLDOUT).getFirst().dataset();
        assertThat(holdout.schema()).isEqualTo(dataset().schema());
    }

    @Test
    void selectedRowsAreCopiedWithFullPrecision() throws IOException {
        importSmall();
        TableView<?> grid = await("#data-grid", TableView.class);
        await("rows are shown", () -> grid.getItems().size() == 8);
        onFx(() -> run(() -> grid.getSelectionModel().select(1)));
        clickOn("#data-grid .table-row-cell");
        push(KeyCode.CONTROL, KeyCode.C);
        await("it is on the clipboard", () -> Clipboard.getSystemClipboard().hasString());
        awaitIdle();
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("sex\tweight\nF\t61.123456789\n");
    }

    @Test
    void gridShowsWhatPassesTheFilterInTheOrderAskedFor() throws IOException {
        importSmall();
        TableView<?> grid = await("#data-grid", TableView.class);
        onFx(() -> run(() -> model().grid().filter(new RowFilter.Contains("sex", "f"))));
        await("it is filtered", () -> grid.getItems().size() == 4);
        assertThat(lookup("#row-count").queryLabeled().getText()).isEqualTo("4 of 8 rows");
        onFx(
                () ->
                        run(
                                () -> {
                                    grid.getColumns()
                                            .get(1)
                                            .setSortType(
                                                    javafx.scene.control.TableColumn.SortType
                                                            .DESCENDING);
                                    sortBy(grid, 1);
                                }));
        await("it is sorted", () -> grid.getItems().getFirst().equals(6));
        shoot("data-filtered", 1000, 700);
    }

    private static <T> void sortBy(TableView<T> grid, int column) {
        grid.getSortOrder().setAll(List.of(grid.getColumns().get(column)));
    }

    private void importSmall() throws IOException {
        Path file = folder.resolve("small.csv");
        Files.writeString(
                file,
                """
                sex,weight
                F,61.123456789
                M,80.5
                F,55.25
                M,79
                F,58
                M,91.5
                F,64
                M,
                """);
        answers.add(file);
        clickOn("Open a data file…");
        await("#import-preview", TableView.class);
        clickOn("#import");
        await("the dataset is there", () -> project().datasets().size() == 1);
        awaitDescribed();
    }

    private void awaitDescribed() {
        awaitIdle();
        await("the dataset is described", () -> model().described().get().isPresent());
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    private DataModel model() {
        return lookup("#data-grid").queryAs(DataGrid.class).model();
    }

    private ProjectView project() {
        return onFx(() -> workspace.project().get());
    }

    private Dataset dataset() {
        return onFx(() -> workspace.selected().get().orElseThrow().dataset());
    }
}
