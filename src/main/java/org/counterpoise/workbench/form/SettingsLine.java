package org.counterpoise.workbench.form;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;

/// A few settings of a method side by side, for a card; the whole form is a [SettingsForm].
public final class SettingsLine {
    private static final double WIDTH = 130;

    private SettingsLine() {}

    /// A label and a control for each setting, to be put into one line.
    ///
    /// @param names of the settings, in this order
    public static List<Node> of(SettingsModel<?> model, String... names) {
        return Arrays.stream(names).<Node>map(name -> field(model.field(name))).toList();
    }

    private static VBox field(FieldModel field) {
        Region control = FieldControls.of(field);
        control.setId("line-" + field.name());
        control.setPrefWidth(WIDTH);
        Label label = new Label(field.label());
        label.getStyleClass().add("settings-label");
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.getStyleClass().add("settings-problem");
        problem.textProperty().bind(field.problem());
        problem.visibleProperty().bind(field.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return new VBox(2, line, problem);
    }
}
