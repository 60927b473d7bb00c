package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;

import org.counterpoise.session.Step;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.junit.jupiter.api.Test;

/// Trying other thresholds under a finding on performance, in the window.
class ThresholdExplorerTest extends GuiTest {

    @Test
    void aMovedThresholdMovesTheNumbers() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        awaitIdle();
        String data = onFx(() -> workspace.selected().get().orElseThrow().id());
        onFx(
                () ->
                        workspace.run(
                                new Step.RunAudit(
                                        data,
                                        "",
                                        "performance",
                                        JsonNodeFactory.instance.objectNode(),
                                        1),
                                "Asking"));
        awaitIdle();
        onFx(
                () -> {
                    workspace.show("audit");
                    return true;
                });
        Button open = await("#try-thresholds", Button.class);
        onFx(
                () -> {
                    open.fire();
                    return true;
                });
        Slider slider = await("#threshold-0", Slider.class);
        Label gap = await("#threshold-gap-1", Label.class);
        String before = onFx(gap::getText);
        assertThat(before).startsWith("true positive rate: ");
        onFx(
                () -> {
                    slider.setValue(0.2);
                    return true;
                });
        assertThat(onFx(gap::getText)).isNotEqualTo(before);
        Slider second = await("#threshold-1", Slider.class);
        assertThat(onFx(second::getValue)).isEqualTo(0.2);
        onFx(
                () -> {
                    for (var node : lookup(".scroll-pane").queryAllAs(ScrollPane.class)) {
                        node.setVvalue(0.5);
                    }
                    return true;
                });
        shoot("threshold-explorer", 1440, 900);
        shoot("threshold-explorer-small", 1000, 700);
        onFx(
                () -> {
                    workspace
                            .theme()
                            .choice()
                            .set(org.counterpoise.workbench.shell.Theme.Choice.DARK);
                    return true;
                });
        shoot("threshold-explorer-dark", 1440, 900);
        assertThat(cssWarnings).isEmpty();
    }
}
