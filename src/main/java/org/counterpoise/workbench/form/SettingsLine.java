package org.counterpoise.workbench.form;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// A few settings of a method in one line, for a card; the whole form is a [SettingsForm].
public final class SettingsLine extends FlowPane {
    private static final double WIDTH = 130;

    /// @param names of the settings shown, in this order
    public SettingsLine(SettingsModel<?> model, List<String> names) {
        super(16, 8);
        setAlignment(Pos.CENTER_LEFT);
        names.forEach(name -> getChildren().add(field(model.field(name))));
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
