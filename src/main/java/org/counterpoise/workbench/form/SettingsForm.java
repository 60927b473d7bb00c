package org.counterpoise.workbench.form;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Parts;

/// A form for the settings of one method: for each a label, a control, what it changes, where its
/// default comes from, a way back to it, and what is wrong with what is typed.
public final class SettingsForm extends VBox {

    /// @param model what the form shows and changes
    public SettingsForm(SettingsModel<?> model) {
        getStyleClass().add("settings-form");
        new Parts(this).show(model.fields().stream().map(field -> row(model, field)).toList());
    }

    private static Node row(SettingsModel<?> model, FieldModel field) {
        Region control = FieldControls.of(field);
        control.setId("setting-" + field.name());
        control.setMaxWidth(Double.MAX_VALUE);
        control.accessibleHelpProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> accessibleHelp(model, field), field.problem()));
        VBox row = new VBox();
        row.getStyleClass().add("settings-row");
        if (field.kind() != FieldModel.Kind.YES_NO) {
            Label label = new Label(field.label());
            label.getStyleClass().add("settings-label");
            label.setLabelFor(control);
            label.setWrapText(true);
            row.getChildren().add(label);
        }
        row.getChildren().addAll(withUnit(control, field), problem(field));
        if (!field.help().isEmpty()) {
            row.getChildren().add(note(field.help(), "settings-help"));
        }
        row.getChildren().add(defaultLine(model, field));
        return row;
    }

    private static String accessibleHelp(SettingsModel<?> model, FieldModel field) {
        String problem = field.problem().get();
        return (problem.isEmpty() ? "" : problem + " ")
                + field.help()
                + " "
                + model.defaultNote(field);
    }

    private static Node withUnit(Region control, FieldModel field) {
        if (field.unit().isEmpty()) {
            return control;
        }
        Label unit = new Label(field.unit());
        unit.getStyleClass().add("settings-unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(control, unit);
        box.getStyleClass().add("settings-with-unit");
        HBox.setHgrow(control, Priority.ALWAYS);
        return box;
    }

    private static Node problem(FieldModel field) {
        Label label = note("", "settings-problem");
        label.setId("problem-" + field.name());
        label.textProperty().bind(field.problem());
        label.visibleProperty().bind(field.problem().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Node defaultLine(SettingsModel<?> model, FieldModel field) {
        Label origin = note(model.defaultNote(field), "settings-default");
        HBox.setHgrow(origin, Priority.ALWAYS);
        Hyperlink reset = new Hyperlink("Reset");
        reset.setId("reset-" + field.name());
        reset.setAccessibleText("Reset " + field.label() + " to its default");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> model.reset(field));
        reset.visibleProperty().bind(field.changed());
        reset.managedProperty().bind(field.changed());
        HBox line = new HBox(origin, reset);
        line.getStyleClass().add("settings-default-line");
        return line;
    }

    private static Label note(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
