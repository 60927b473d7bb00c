package org.counterpoise.workbench.shell;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Texts;

/// What the window shows while no project is open.
final class WelcomePage extends VBox {

    WelcomePage(Workspace workspace, ProjectActions actions) {
        setMaxWidth(960);
        Card start =
                Card.of(
                        "Start with your own data",
                        Texts.muted(
                                "Choose a file or drop it anywhere on this window. You see how it"
                                        + " reads before anything counts."),
                        new HBox(8, Buttons.primary("Open a data file…", actions::chooseData)));
        getChildren()
                .addAll(Texts.title("Find, measure and counter bias in biomedical data"), start);
    }
}
