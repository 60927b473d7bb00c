package org.counterpoise.workbench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import org.counterpoise.engine.data.Part;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

/// The Generate page in its window, on a sample with a version.
class GeneratePageTest extends GuiTest {

    @Test
    void choosingGeneratingAndComparing() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        await("the sample is open", () -> !workspace.project().get().datasets().isEmpty());
        onFx(() -> show("generate"));
        awaitIdle();
        await("the plan is worked out", () -> !lookup("#generate").query().isDisabled());
        onFx(() -> fire("#generate"));
        await(
                "the columns are compared",
                () -> !lookup("#comparison .chart-view").queryAll().isEmpty());
        shoot("generate-page", 1440, 2600);

        onFx(() -> press("#help-me-choose"));
        onFx(this::wantMoreCases);
        await("reasons are given", () -> !lookup(".gallery-reasons .body").queryAll().isEmpty());
        shoot("generate-choose", 1000, 1400);

        onFx(this::chooseTheBest);
        await("the plan is worked out", () -> !lookup("#generate").query().isDisabled());
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

        onFx(() -> search("xyzzy"));
        await("no method is shown", () -> lookup(".gallery-card").queryAll().isEmpty());
        assertThat(cssWarnings).isEmpty();
    }

    @Test
    void advicePreviewAndPeopleByCondition() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        await("the sample is open", () -> !workspace.project().get().datasets().isEmpty());
        onFx(() -> show("generate"));
        awaitIdle();
        await("the plan is worked out", () -> !lookup("#generate").query().isDisabled());
        onFx(() -> press("#help-me-choose"));
        onFx(() -> fire("#advise"));
        await("methods are advised", () -> !lookup("#questions .hyperlink").queryAll().isEmpty());
        onFx(() -> want("gender = 2, age >= 60"));
        await("the plan is worked out", () -> !lookup("#generate").query().isDisabled());
        onFx(
                () -> {
                    lookup("#preview").queryAs(CheckBox.class).fire();
                    return true;
                });
        await("rows are previewed", () -> !lookup("#preview-rows").queryAll().isEmpty());
        awaitIdle();
        shoot("generate-advice", 1440, 4800);
        shoot("generate-advice-small", 1000, 3800);
        onFx(() -> dark());
        shoot("generate-advice-dark", 1440, 3800);
        assertThat(cssWarnings).isEmpty();
    }

    private boolean want(String condition) {
        TextField field = lookup("#condition").queryAs(TextField.class);
        field.setText(condition);
        field.fireEvent(new ActionEvent());
        return true;
    }

    private boolean chooseTheBest() {
        RadioButton best = lookup(".gallery-card .radio-button").queryAs(RadioButton.class);
        best.fire();
        return true;
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
