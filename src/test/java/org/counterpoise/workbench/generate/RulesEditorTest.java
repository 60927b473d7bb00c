package org.counterpoise.workbench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.DataEntry;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// A rule written with proposals, checked against the real rows and kept by those made.
class RulesEditorTest extends GuiTest {

    @Test
    void aRuleIsWrittenCheckedAndObeyed() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        await("the sample is open", () -> !workspace.project().get().datasets().isEmpty());
        onFx(
                () -> {
                    workspace.show("generate");
                    return true;
                });
        awaitIdle();
        await("the plan is worked out", () -> !lookup("#generate").query().isDisabled());
        onFx(() -> type("ag"));
        await("proposals are there", () -> lookup("#rule-proposals").query().isVisible());
        onFx(() -> press(KeyCode.DOWN) && press(KeyCode.ENTER));
        assertThat(onFx(() -> field().getText())).isEqualTo("age ");
        onFx(() -> type("age between 30 and 60"));
        shoot("generate-rule", 1440, 3500);
        onFx(() -> press(KeyCode.ENTER));
        await("the real rows are counted", () -> said("real rows"));
        shoot("generate-rules", 1440, 3500);
        int before = made().size();
        onFx(
                () -> {
                    lookup("#generate").queryAs(Button.class).fire();
                    return true;
                });
        await("a version is there", () -> made().size() > before);
        Dataset newest = made().getLast().dataset();
        double[] ages = newest.numbers("age");
        assertThat(Arrays.stream(ages).skip(real(newest)).filter(a -> a < 30 || a > 60)).isEmpty();
        await("the version tells how", () -> said("kept by"));
        assertThat(cssWarnings).isEmpty();
    }

    /// Real rows stand first in an augmented version.
    private static long real(Dataset data) {
        return data.part() == Part.AUGMENTED
                ? Arrays.stream(data.codes("origin").codes()).filter(code -> code == 0).count()
                : 0;
    }

    private List<DataEntry> made() {
        return workspace.project().get().datasets(Part.SYNTHETIC, Part.AUGMENTED);
    }

    private boolean said(String words) {
        return lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText() != null && label.getText().contains(words));
    }

    private TextField field() {
        return lookup("#rule").queryAs(TextField.class);
    }

    private boolean type(String text) {
        field().requestFocus();
        field().setText(text);
        field().positionCaret(text.length());
        return true;
    }

    private boolean press(KeyCode code) {
        field().fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        return true;
    }
}
