package org.counterpoise.workbench.audit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import org.counterpoise.session.Step;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

/// Changing the cells of a row under a finding on what a model leans on, in the window.
class WhatIfTest extends GuiTest {

    private static void run(Runnable work) {
        onFx(
                () -> {
                    work.run();
                    return true;
                });
    }

    private static String text(TextField field) {
        return onFx(() -> field.getText());
    }

    private void explain() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        awaitIdle();
        String data = onFx(() -> workspace.selected().get().orElseThrow().id());
        var settings = JsonNodeFactory.instance.objectNode();
        settings.put("explains", "OUTCOME").put("cut", 0.3).put("curves", 0).put("folds", 2);
        onFx(() -> workspace.run(new Step.RunAudit(data, "", "explain", settings, 1), "Asking"));
        awaitIdle();
        run(() -> workspace.show("audit"));
    }

    @Test
    @SuppressWarnings("unchecked") // the editor of a column of levels is a box of texts
    void aChangedCellMovesWhatTheModelSays() {
        explain();
        run(() -> workspace.currentRow().set(4));
        run(await("#try-what-if", Button.class)::fire);
        Label before = await("#what-if-before", Label.class);
        await("an answer", () -> !before.getText().isEmpty());
        String asItIs = onFx(before::getText);
        TextField row = await("#what-if-row", TextField.class);
        assertThat(text(row)).isEqualTo("5");

        ComboBox<String> gender = await("#what-if-cell-gender", ComboBox.class);
        TextField age = await("#what-if-cell-age", TextField.class);
        String own = text(age);
        Label now = await("#what-if-now", Label.class);
        run(() -> age.setText("5"));
        await("another answer", () -> now.isVisible() && !now.getText().equals(asItIs));
        assertThat(onFx(before::getText)).isEqualTo(asItIs);
        assertThat(onFx(age::getAccessibleText)).contains("was " + own);
        run(() -> gender.setValue(gender.getItems().getFirst()));
        run(() -> gender.setValue(gender.getItems().get(1)));
        Label hint = await("#what-if-hint", Label.class);
        run(() -> age.setText("old"));
        assertThat(onFx(hint::getText)).contains("cannot be read");
        run(() -> age.setText("5"));
        awaitIdle();
        pictures();

        run(await("#what-if-copy", Button.class)::fire);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("row 5 of kidtran", "age\t" + own + "\t5\t");
        run(await("#what-if-undo-age", Hyperlink.class)::fire);
        assertThat(text(age)).isEqualTo(own);
        run(await("#what-if-reset", Button.class)::fire);
        await("nothing is changed", () -> !now.getParent().isVisible());

        run(await("#what-if-other", Button.class)::fire);
        Label nearest = await("#what-if-nearest", Label.class);
        await("it is found", () -> nearest.getText().contains("other side of 30.0%"));
        assertThat(onFx(nearest::getText)).contains("Left as they are: gender, race.");

        run(
                () -> {
                    row.setText("9");
                    row.fireEvent(new ActionEvent());
                });
        assertThat(onFx(nearest::getText)).isEmpty();
        run(await("#what-if-next", Button.class)::fire);
        assertThat(text(row)).isEqualTo("10");
        run(await("#what-if-selected", Button.class)::fire);
        assertThat(text(row)).isEqualTo("5");

        run(() -> age.setText("50"));
        run(await("#what-if-keep", Button.class)::fire);
        awaitIdle();
        assertThat(lastSettings()).contains("\"row\":5,", "\"change\":\"age = 50\"");
        assertThat(cssWarnings).isEmpty();
    }

    private String lastSettings() {
        return onFx(
                () ->
                        ((Step.RunAudit) workspace.project().get().steps().getLast().step())
                                .settings()
                                .toString());
    }

    private void pictures() {
        run(
                () -> {
                    for (var pane : lookup(".scroll-pane").queryAllAs(ScrollPane.class)) {
                        pane.setVvalue(1);
                    }
                });
        shoot("what-if", 1440, 900);
        shoot("what-if-small", 1000, 700);
        run(() -> workspace.theme().choice().set(Theme.Choice.DARK));
        shoot("what-if-dark", 1440, 900);
    }
}
