package org.counterpoise.workbench.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.counterpoise.workbench.widget.Icons;

import java.util.ArrayList;
import java.util.List;

/// The workflow at the left: one entry per page, and what the colours mean.
final class Rail extends VBox {
    private final List<RailEntry> entries = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Workspace workspace;
    private boolean hasOthers;

    Rail(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("rail");
        setAccessibleText("Steps");
        getChildren().addAll(line(), legend());
        workspace.page().subscribe(this::select);
    }

    /// Adds a page's entry above the legend: pages of the workflow first and numbered, then those
    /// beside it.
    void add(StepPage page, boolean numbered) {
        List<Node> children = getChildren();
        int at = entries.size();
        if (numbered) {
            Label number = new Label(Integer.toString(at + 1));
            number.getStyleClass().add("number");
            children.add(at, entry(page, number));
        } else {
            if (!hasOthers) {
                children.add(at, line());
                hasOthers = true;
            }
            Label mark = new Label("", Icons.of(page.icon(), 12));
            mark.getStyleClass().add("number");
            children.add(at + 1, entry(page, mark));
        }
        select(workspace.page().get());
    }

    private RailEntry entry(StepPage page, Node mark) {
        RailEntry entry = new RailEntry(page, mark);
        entry.setToggleGroup(group);
        entry.setOnAction(
                _ -> {
                    entry.setSelected(true);
                    workspace.show(page.id());
                });
        entries.add(entry);
        return entry;
    }

    private void select(String pageId) {
        group.selectToggle(
                entries.stream().filter(e -> e.pageId().equals(pageId)).findFirst().orElse(null));
    }

    private static Node line() {
        VBox box = new VBox(new Separator());
        box.getStyleClass().add("rail-line");
        return box;
    }

    private static Region legend() {
        Label title = new Label("Colours mean the same everywhere");
        title.getStyleClass().add("legend-title");
        title.setWrapText(true);
        VBox legend =
                new VBox(
                        title,
                        entry("dot-real", "Real, training"),
                        entry("dot-synthetic", "Synthetic"),
                        entry("dot-holdout", "Real, holdout"),
                        entry("dot-target", "Target population"));
        legend.getStyleClass().add("rail-legend");
        return legend;
    }

    private static Label entry(String dotStyle, String text) {
        Circle dot = new Circle(4);
        dot.getStyleClass().add(dotStyle);
        Label label = new Label(text, dot);
        label.getStyleClass().add("legend-entry");
        return label;
    }
}
