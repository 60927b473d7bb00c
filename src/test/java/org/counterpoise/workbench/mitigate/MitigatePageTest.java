package org.counterpoise.workbench.mitigate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

/// The sample screen looked at, corrected and undone in the window.
class MitigatePageTest extends GuiTest {

    private void openScreen() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                _ -> {
                                    Project project = Project.inMemory("screen");
                                    Samples.SCREEN_PLATES.begin(project, Progress.NONE);
                                    return project;
                                }));
        await("the screen is there", () -> workspace.selected().get().isPresent());
        clickOn("#rail-mitigate");
        await("#plate-before", Region.class);
        awaitIdle();
    }

    @Test
    void aCrookedPlateIsSeenPickedCorrectedAndUndone() {
        openScreen();
        javafx.scene.control.ComboBox<?> choice =
                lookup("#plate-choice").queryAs(javafx.scene.control.ComboBox.class);
        assertThat(choice.getValue().toString()).startsWith("plate 3").contains("3 flagged");
        shoot("mitigate-1600", 1600, 1000);
        shoot("mitigate-whole", 1600, 2400);
        shoot("mitigate-1000", 1000, 700);

        clickOn("#plate-before");
        push(KeyCode.PAGE_DOWN);
        await("the next plate is shown", () -> choice.getValue().toString().equals("plate 4"));
        push(KeyCode.RIGHT);
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        await("two wells are picked", () -> lookup("2 wells").tryQuery().isPresent());
        shoot("mitigate-picked", 1600, 1000);
        clickOn("#plate-rows");
        await("the data page is shown", () -> workspace.page().get().equals("data"));
        TableView<?> grid = await("#data-grid", TableView.class);
        await("their rows are shown", () -> grid.getItems().size() == 2);
        shoot("mitigate-rows", 1600, 1000);

        clickOn("#rail-mitigate");
        awaitIdle();
        clickOn("#correct");
        await(
                "the corrected readouts are chosen",
                () ->
                        workspace
                                .selected()
                                .get()
                                .orElseThrow()
                                .dataset()
                                .schema()
                                .namesWithRole(Role.READOUT)
                                .contains("signal_corrected"));
        awaitIdle();
        shoot("mitigate-corrected", 1600, 1000);
        clickOn("#undo");
        await(
                "the readouts are as measured",
                () ->
                        workspace
                                .selected()
                                .get()
                                .orElseThrow()
                                .dataset()
                                .schema()
                                .namesWithRole(Role.READOUT)
                                .contains("signal"));
        assertThat(cssWarnings).isEmpty();
    }

    @Test
    void everyViewAndScoresAreDrawn() {
        openScreen();
        javafx.scene.control.ComboBox<PlateMethod> method = method();
        onFx(
                () -> {
                    method.setValue(PlateMethod.B_SCORE);
                    return true;
                });
        awaitIdle();
        onFx(
                () -> {
                    workspace.theme().choice().set(Theme.Choice.DARK);
                    return true;
                });
        shoot("mitigate-dark", 1600, 1000);
        clickOn("#plates-mean");
        shoot("mitigate-mean-dark", 1000, 700);
        clickOn("#plates-all");
        shoot("mitigate-all-dark", 1600, 1000);
        onFx(
                () -> {
                    method.setValue(PlateMethod.PMP_4);
                    return true;
                });
        await(
                "the published variant is warned of",
                () -> lookup(".banner-warning").tryQuery().isPresent());
        assertThat(cssWarnings).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private javafx.scene.control.ComboBox<PlateMethod> method() {
        return lookup("#plate-method").queryAs(javafx.scene.control.ComboBox.class);
    }

    @Test
    void dataWithoutWellsAreToldWhatIsMissing() {
        clickOn("#rail-mitigate");
        assertThat(lookup("Corrections will appear here").tryQuery()).isPresent();
        shoot("mitigate-empty", 1000, 700);
    }
}
