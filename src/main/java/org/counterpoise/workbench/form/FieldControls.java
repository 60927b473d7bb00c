package org.counterpoise.workbench.form;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The control that suits a setting's type.
final class FieldControls {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private FieldControls() {}

    static Region of(FieldModel field) {
        Region control =
                switch (field.kind()) {
                    case NUMBER, TEXT -> textField(field);
                    case YES_NO -> checkBox(field);
                    case CHOICE, NAME -> choice(field);
                    case NAMES -> names(field);
                };
        control.pseudoClassStateChanged(INVALID, !field.problem().get().isEmpty());
        field.problem()
                .addListener(
                        (_, _, problem) ->
                                control.pseudoClassStateChanged(INVALID, !problem.isEmpty()));
        return control;
    }

    private static TextField textField(FieldModel field) {
        TextField control = new TextField();
        control.setAccessibleText(field.label());
        control.textProperty().bindBidirectional(field.text());
        return control;
    }

    private static CheckBox checkBox(FieldModel field) {
        CheckBox control = new CheckBox(field.label());
        control.setWrapText(true);
        control.setSelected(Boolean.parseBoolean(field.text().get()));
        control.selectedProperty()
                .addListener((_, _, on) -> field.text().set(Boolean.toString(on)));
        field.text().addListener((_, _, text) -> control.setSelected(Boolean.parseBoolean(text)));
        return control;
    }

    private static ComboBox<String> choice(FieldModel field) {
        ComboBox<String> control = new ComboBox<>();
        List<String> options = new ArrayList<>(field.options());
        boolean mayBeEmpty = field.kind() == FieldModel.Kind.NAME;
        if (mayBeEmpty) {
            options.addFirst("");
        }
        control.setItems(FXCollections.observableArrayList(options));
        control.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String option) {
                        if (option == null) {
                            return "";
                        }
                        return mayBeEmpty ? shownName(option) : option.replace('-', ' ');
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        control.setAccessibleText(field.label());
        control.valueProperty().bindBidirectional(field.text());
        return control;
    }

    private static String shownName(String name) {
        return name.isEmpty() ? "none" : name;
    }

    private static CheckComboBox<String> names(FieldModel field) {
        CheckComboBox<String> control =
                new CheckComboBox<>(FXCollections.observableArrayList(field.options()));
        control.setAccessibleText(field.label());
        control.setTitle(null);
        control.setShowCheckedCount(false);
        check(control, field.items());
        control.getCheckModel()
                .getCheckedItems()
                .addListener((ListChangeListener<String>) _ -> choose(control, field));
        field.items().addListener((ListChangeListener<String>) _ -> check(control, field.items()));
        return control;
    }

    /// Takes over what is checked, and keeps chosen names that are not offered here.
    private static void choose(CheckComboBox<String> control, FieldModel field) {
        List<String> chosen = new ArrayList<>(control.getCheckModel().getCheckedItems());
        field.items().stream()
                .filter(item -> !control.getItems().contains(item))
                .forEach(chosen::add);
        if (!Set.copyOf(chosen).equals(Set.copyOf(field.items()))) {
            field.items().setAll(chosen);
        }
    }

    private static void check(CheckComboBox<String> control, List<String> items) {
        var checks = control.getCheckModel();
        List<String> wanted = List.copyOf(items);
        for (String option : control.getItems()) {
            if (wanted.contains(option) != checks.isChecked(option)) {
                checks.toggleCheckState(option);
            }
        }
    }
}
