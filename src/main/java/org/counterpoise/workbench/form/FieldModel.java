package org.counterpoise.workbench.form;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.SettingsType;

import java.util.List;

/// One setting as it stands in a form: what is typed, and what is wrong with it.
///
/// What is typed is kept as it is, valid or not, so that nothing is lost.
public final class FieldModel {

    /// How a setting is best asked for.
    public enum Kind {
        NUMBER,
        YES_NO,
        /// One of a fixed set of words.
        CHOICE,
        /// One of the offered names, or nothing.
        NAME,
        /// Any number of the offered names.
        NAMES,
        /// Free text; a list is separated by commas.
        TEXT
    }

    private final SettingsType.Field field;
    private final NameChoices names;
    private final boolean list;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<String> items = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

    FieldModel(SettingsType.Field field, NameChoices names) {
        this.field = field;
        this.names = names;
        this.list = field.type() == List.class;
    }

    public Kind kind() {
        if (field.type().isEnum()) {
            return Kind.CHOICE;
        } else if (field.type() == boolean.class) {
            return Kind.YES_NO;
        } else if (field.type() != String.class && !list) {
            return Kind.NUMBER;
        } else if (options().isEmpty()) {
            return Kind.TEXT;
        }
        return list ? Kind.NAMES : Kind.NAME;
    }

    /// The component's name, as in protocols.
    public String name() {
        return field.name();
    }

    public String label() {
        return field.about().label();
    }

    public String unit() {
        return field.about().unit();
    }

    public String help() {
        return field.about().help();
    }

    /// What can be chosen; empty for numbers and free text.
    public List<String> options() {
        return field.type().isEnum() ? field.choices() : names.offered(field.about().names());
    }

    /// What is typed or chosen; for [Kind#NAMES] see [#items()].
    public StringProperty text() {
        return text;
    }

    /// The chosen names of a list.
    public ObservableList<String> items() {
        return items;
    }

    /// What is wrong with what is typed, and what to do; empty if nothing is.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it differs from the default.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    boolean isList() {
        return list;
    }

    Setting about() {
        return field.about();
    }

    void setProblem(String words) {
        problem.set(words);
    }

    void setChanged(boolean now) {
        changed.set(now);
    }

    /// Shows a value of the settings record.
    void show(Object value) {
        if (value instanceof List<?> values) {
            List<String> texts = values.stream().map(Object::toString).toList();
            items.setAll(texts);
            text.set(String.join(", ", texts));
        } else {
            text.set(typed(value));
        }
    }

    /// A value as it is called in the form.
    String shown(Object value) {
        return switch (value) {
            case Boolean on -> on ? "on" : "off";
            case Enum<?> _ -> typed(value).replace('-', ' ');
            default -> typed(value);
        };
    }

    /// A value as it would be typed.
    static String typed(Object value) {
        return switch (value) {
            case Double number -> CellText.number(number);
            case Enum<?> constant ->
                    constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            case List<?> values ->
                    String.join(", ", values.stream().map(Object::toString).toList());
            default -> value.toString();
        };
    }
}
