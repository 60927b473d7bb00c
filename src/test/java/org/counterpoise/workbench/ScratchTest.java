package org.counterpoise.workbench;

import org.junit.jupiter.api.Test;
import org.counterpoise.workbench.shell.Theme;

class ScratchTest extends GuiTest {
    void shootAll(String name) {
        awaitIdle();
        org.testfx.util.WaitForAsyncUtils.sleep(700, java.util.concurrent.TimeUnit.MILLISECONDS);
        awaitIdle();
        for (Theme.Choice c : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            onFx(() -> { workspace.theme().choice().set(c); return true; });
            shoot(name + (c == Theme.Choice.DARK ? "-dark" : ""), 1440, 900);
        }
        onFx(() -> { workspace.theme().choice().set(Theme.Choice.LIGHT); return true; });
        shoot(name + "-small", 1000, 700);
    }
    void go(String page) { onFx(() -> { workspace.show(page); return true; }); }

    @Test
    void shots() {
        for (String p : new String[] {"audit", "generate", "validate", "report", "lineage"}) { go(p); shoot(p + "-empty", 1440, 900); }
        onFx(() -> workspace.open("Opening", progress -> KidneyStory.open(workspace.files(), progress)));
        go("audit");
        shootAll("audit-ask");
        later(() -> lookup("#ask").queryButton().fire());
        shootAll("audit-found");
        go("generate");
        shootAll("generate");
        later(() -> lookup("#generate").queryButton().fire());
        shootAll("generate-made");
        go("validate");
        shootAll("validate-ask");
        later(() -> lookup("#judge").queryButton().fire());
        shootAll("validate-judged");
        go("report");
        shootAll("report");
        go("lineage");
        later(() -> lookup("#replay").queryButton().fire());
        shootAll("lineage");
    }
}
