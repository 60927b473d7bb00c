package org.counterpoise.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.session.Samples;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Path;
import java.util.List;

/// What the window shows while no project is open: where to begin.
final class WelcomePage extends VBox {
    /// Samples side by side.
    private static final int ACROSS = 3;

    private final Workspace workspace;
    private final ProjectActions actions;
    private final Card recent = Card.of("Recent projects");

    /// @param tour starts the tour
    WelcomePage(Workspace workspace, ProjectActions actions, Runnable tour) {
        this.workspace = workspace;
        this.actions = actions;
        setMaxWidth(980);
        Label lead =
                Texts.muted(
                        "Audit your data, generate what is missing, prove that it holds, and report"
                                + " it. Your data never leaves this computer.");
        VBox words =
                new VBox(4, Texts.title("Find, measure and counter bias in biomedical data"), lead);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button tourButton = Buttons.plain("Take the three-minute tour", tour);
        tourButton.setGraphic(Icons.of(BootstrapIcons.SIGNPOST_2, 13));
        tourButton.setId("tour");
        GridPane two = columns(2);
        two.add(own(), 0, 0);
        two.add(recent, 1, 0);
        getChildren()
                .addAll(
                        new HBox(16, words, tourButton),
                        two,
                        Texts.heading("Sample projects: a whole story, one click"),
                        samples());
        setSpacing(12);
    }

    /// Called each time the page comes into view.
    void shown() {
        List<String> files = workspace.preferences().get().recent();
        recent.getChildren().remove(1, recent.getChildren().size());
        if (files.isEmpty()) {
            recent.getChildren().add(Texts.muted("Projects you open will be listed here."));
        }
        files.forEach(file -> recent.getChildren().add(recent(file)));
    }

    private Node recent(String file) {
        Path path = Path.of(file);
        Hyperlink open =
                Buttons.link(
                        path.getFileName().toString().replace(".counterpoise.mv.db", ""),
                        () -> actions.openProject(path));
        Label folder = new Label(String.valueOf(path.getParent()));
        folder.getStyleClass().addAll("muted", "small");
        folder.setMinWidth(40);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button forget =
                Icons.button(
                        BootstrapIcons.X,
                        "Take " + path.getFileName() + " off this list; the file stays",
                        () -> {
                            workspace.preferences().forget(file);
                            shown();
                        });
        HBox line = new HBox(8, open, folder, gap, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        open.setMinWidth(USE_PREF_SIZE);
        return line;
    }

    private Card own() {
        Button data = Buttons.primary("Open a data file…", actions::chooseData);
        Button project = Buttons.plain("Open a project…", actions::chooseProject);
        return Card.of(
                "Start with your own data",
                Texts.muted(
                        "Choose a CSV, Excel, Parquet or JSON lines file, or drop it anywhere on"
                                + " this window. You see how it reads before anything counts."),
                new HBox(8, data, project));
    }

    private GridPane samples() {
        List<Samples> all = Samples.ALL;
        GridPane grid = columns(ACROSS);
        for (int i = 0; i < all.size(); i++) {
            grid.add(card(all.get(i)), i % ACROSS, i / ACROSS);
        }
        return grid;
    }

    private Card card(Samples sample) {
        Button open = Buttons.plain("Open", () -> actions.openSample(sample));
        open.setId("sample-" + sample.id());
        open.setAccessibleText("Open the sample project " + sample.title());
        Label about = Texts.muted(sample.about());
        VBox.setVgrow(about, Priority.ALWAYS);
        about.setMaxHeight(Double.MAX_VALUE);
        about.setAlignment(Pos.TOP_LEFT);
        return Card.of(sample.title(), about, open);
    }

    private static GridPane columns(int count) {
        GridPane grid = new GridPane(12, 12);
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }
}
