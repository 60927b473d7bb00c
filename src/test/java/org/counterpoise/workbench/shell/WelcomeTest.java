package org.counterpoise.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.data.Part;
import org.counterpoise.workbench.GuiTest;
import org.junit.jupiter.api.Test;

class WelcomeTest extends GuiTest {

    @Test
    void sampleOpensWithOneClickAndIsRemembered() {
        shoot("welcome-1440", 1440, 900);
        shoot("welcome-1000", 1000, 700);
        clickOn("#sample-kidtran");
        await("the first data is there", () -> !view().datasets().isEmpty());
        shoot("sample-running", 1440, 900);
        awaitIdle();
        assertThat(onFx(() -> workspace.notices().stream().map(Notice::what).toList())).isEmpty();
        assertThat(onFx(() -> view().datasets(Part.TRAINING))).hasSize(1);
        assertThat(onFx(() -> view().scorecards())).isNotEmpty();
        shoot("sample-done", 1440, 900);
        onFx(
                () -> {
                    workspace.closeProject();
                    return true;
                });
        await("it is closed", () -> !view().open());
        shoot("welcome-recent", 1440, 900);
        clickOn("kidtran");
        await("it is open again", () -> !view().scorecards().isEmpty());
    }

    @Test
    void tourPointsAtOneControlAfterTheOther() {
        clickOn("#tour");
        for (int stop = 0; stop < 6; stop++) {
            clickOn("#tour-next");
        }
        assertThat(lookup("#tour-next").tryQuery()).isEmpty();
    }

    private ProjectView view() {
        return workspace.project().get();
    }
}
