package org.counterpoise.workbench.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.counterpoise.workbench.widget.Badge;
import org.counterpoise.workbench.widget.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// One entry of the rail: number or icon, title, and how the step stands.
final class RailEntry extends ToggleButton {
    private final String id;
    private final String title;
    private final HBox state = new HBox();
    private final Tooltip tooltip = new Tooltip();

    /// @param mark the step's number or icon
    RailEntry(StepPage page, Node mark) {
        this.id = page.id();
        this.title = page.title();
        getStyleClass().setAll("rail-entry");
        setId("rail-" + id);
        Label name = new Label(title);
        name.getStyleClass().add("rail-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        state.getStyleClass().add("rail-state");
        HBox line = new HBox(10, mark, name, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(22));
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(280);
        observe(page.railState());
    }

    String pageId() {
        return id;
    }

    private void observe(ObservableValue<RailState> railState) {
        railState.subscribe(this::show);
    }

    private void show(RailState railState) {
        state.getChildren().setAll(sign(railState));
        boolean explained = !railState.explanation().isEmpty();
        tooltip.setText(railState.explanation());
        setTooltip(explained ? tooltip : null);
        setAccessibleText(title + (explained ? ", " + railState.explanation() : ""));
    }

    private static Node sign(RailState railState) {
        String badge = railState.badge();
        return switch (railState.kind()) {
            case NONE -> badge.isEmpty() ? new Label() : new Badge(badge, Badge.Tone.QUIET);
            case DONE ->
                    badge.isEmpty()
                            ? icon(BootstrapIcons.CHECK2, "severity-ok")
                            : new Badge(badge, Badge.Tone.OK);
            case WARNINGS -> new Badge(badge.isEmpty() ? "!" : badge, Badge.Tone.WARNING);
            case SERIOUS -> new Badge(badge.isEmpty() ? "!" : badge, Badge.Tone.SERIOUS);
            case WAITING -> icon(BootstrapIcons.HOURGLASS_SPLIT, "severity-note");
            case BLOCKED -> icon(BootstrapIcons.LOCK, "severity-note");
        };
    }

    private static Node icon(Ikon ikon, String style) {
        Label label = new Label("", Icons.of(ikon, 13));
        label.getStyleClass().add(style);
        return label;
    }
}
