package org.counterpoise.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.workbench.GuiTest;
import org.junit.jupiter.api.Test;

import java.util.List;

class ShellTest extends GuiTest {

    @Test
    void themeTogglesWithoutCssWarnings() {
        for (Theme.Choice expected :
                List.of(Theme.Choice.LIGHT, Theme.Choice.DARK, Theme.Choice.SYSTEM)) {
            clickOn("#theme");
            assertThat(onFx(() -> workspace.theme().choice().get())).isEqualTo(expected);
            shoot("welcome-" + expected, 1440, 900);
        }
        clickOn("#help");
        type(KeyCode.ESCAPE);
        clickOn("#project-menu");
        type(KeyCode.ESCAPE);
        assertThat(cssWarnings).isEmpty();
    }

    @Test
    void problemIsShownWithItsRemedyAndCanBeClosed() {
        onFx(
                () -> {
                    workspace.tell(
                            new UserProblem("The file is empty.", "a.csv", "Choose another."));
                    return true;
                });
        assertThat(lookup("a.csv: Choose another.").tryQuery()).isPresent();
        shoot("notice", 1000, 700);
        clickOn("#notices .icon-button");
        assertThat(onFx(() -> workspace.notices().size())).isZero();
    }

    @Test
    void paletteFindsAndRunsAnAction() {
        push(KeyCode.CONTROL, KeyCode.K);
        write("light dark");
        shoot("palette", 1440, 900);
        type(KeyCode.ENTER);
        assertThat(onFx(() -> workspace.theme().choice().get())).isEqualTo(Theme.Choice.LIGHT);
    }

    @Test
    void inspectorHidesOnNarrowWindowsUntilAskedFor() {
        ToggleButton toggle = lookup("#toggle-inspector").queryAs(ToggleButton.class);
        assertThat(toggle.isSelected()).isFalse();
    }
}
