package org.counterpoise.workbench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Part;
import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// The Generate page in its window, on a sample with a version.
class GeneratePageTest extends GuiTest {

    @Test
    void choosingGeneratingAndComparing() {
        Path file = folder.resolve("kidney.counterpoise.mv.db");
        KidneyStory.make(file);
        onFx(() -> workspace.open("Opening", _ -> Project.open(file, Optional.empty())));
        await("the sample is open", () -> !workspace.project().get().datasets().isEmpty());
        onFx(() -> show("generate"));
        awaitIdle();
        await(
                "the columns are compared",
                () -> !lookup("#comparison .chart-view").queryAll().isEmpty());
        shoot("generate-page", 1440, 2600);

        onFx(() -> press("#help-me-choose"));
        onFx(this::wantMoreCases);
        await(
                "reasons are given",
                () -> !lookup(".gallery-reasons .body").queryAll().isEmpty());
        shoot("generate-choose", 1000, 1400);

        int before = workspace.project().get().datasets(Part.SYNTHETIC, Part.AUGMENTED).size();
        onFx(() -> fire("#generate"));
        await(
                "one more version is there",
                () ->
                        workspace.project().get().datasets(Part.SYNTHETIC, Part.AUGMENTED).size()
                                > before);
        awaitIdle();
        await(
                "two versions are compared",
                () -> lookup("#comparison .chart-view").queryAll().size() >= 8);
        assertThat(workspace.preferences().get().generate()).hasSize(1);
        onFx(() -> dark());
        shoot("generate-compare-dark", 1440, 3600);

        onFx(() -> search("no such method"));
        await(
                "no method is shown",
                () -> lookup(".gallery-card").queryAll().isEmpty());
        assertThat(cssWarnings).isEmpty();
    }

    private Project sample(Progress progress) {
        Project project =
                Project.create(folder.resolve("sample.counterpoise.mv.db"), Optional.empty());
        Samples.FLCHAIN.runAll(project, progress);
        return project;
    }

    private boolean show(String page) {
        workspace.show(page);
        return true;
    }

    private boolean press(String query) {
        lookup(query).queryAs(ToggleButton.class).fire();
        return true;
    }

    private boolean fire(String query) {
        lookup(query).queryAs(Button.class).fire();
        return true;
    }

    private boolean wantMoreCases() {
        ComboBox<Need.Answer> purpose = lookup("#need-purpose").queryComboBox();
        purpose.getSelectionModel().selectLast();
        return true;
    }

    private boolean search(String words) {
        lookup("#search-methods").queryAs(TextField.class).setText(words);
        return true;
    }

    private boolean dark() {
        workspace.theme().choice().set(Theme.Choice.DARK);
        return true;
    }
}
