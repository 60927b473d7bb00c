package org.counterpoise.workbench.form;

import com.fasterxml.jackson.databind.node.ObjectNode;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.SettingsType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The settings of one method as they stand in a form. Needs no window.
///
/// [#value()] is the record that the valid fields amount to; a field that is not valid keeps its
/// last valid value there, keeps what was typed on the screen, and says what is wrong.
///
/// @param <S> the settings record
public final class SettingsModel<S extends Record> {
    private final SettingsType<S> type;
    private final List<FieldModel> fields;
    private final ReadOnlyObjectWrapper<S> value;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private boolean showing;

    /// @param names what settings that name columns or levels can be chosen from
    public SettingsModel(SettingsType<S> type, NameChoices names) {
        this.type = type;
        this.value = new ReadOnlyObjectWrapper<>(this, "value", type.defaults());
        this.fields = type.fields().stream().map(field -> new FieldModel(field, names)).toList();
        for (FieldModel field : fields) {
            field.text().addListener((Observable _) -> typed());
            field.items().addListener((Observable _) -> typed());
        }
        set(type.defaults());
    }

    public List<FieldModel> fields() {
        return fields;
    }

    /// @throws IllegalArgumentException if there is no such setting
    public FieldModel field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// What the valid fields amount to.
    public ReadOnlyObjectProperty<S> value() {
        return value.getReadOnlyProperty();
    }

    /// Whether every field is valid.
    public ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }

    /// Whether any field differs from its default.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Fills the form.
    public void set(S settings) {
        showing = true;
        for (FieldModel field : fields) {
            field.show(type.get(settings, field.name()));
        }
        showing = false;
        value.set(settings);
        read();
    }

    /// Fills the form from a step's settings; absent members get their defaults.
    public void set(com.fasterxml.jackson.databind.JsonNode settings) {
        set(type.fromJson(settings));
    }

    public void reset() {
        set(type.defaults());
    }

    public void reset(FieldModel field) {
        field.show(type.get(type.defaults(), field.name()));
    }

    /// Where the default comes from, e.g. "Default 10 points, from the founding guide".
    public String defaultNote(FieldModel field) {
        String shown = field.shown(type.get(type.defaults(), field.name()));
        String unit = shown.isEmpty() || field.unit().isEmpty() ? "" : " " + field.unit();
        String source = field.about().source();
        return "Default: "
                + (shown.isEmpty() ? "none" : shown + unit)
                + (source.isEmpty() ? "" : " (" + source + ")");
    }

    /// The settings as a step stores them.
    public ObjectNode json() {
        return type.toJson(value.get());
    }

    /// The settings as a step stores them, without those that name levels of the data.
    public ObjectNode jsonWithoutLevels() {
        ObjectNode json = json();
        type.fields().stream()
                .filter(field -> field.about().names() == Setting.Names.LEVEL)
                .forEach(field -> json.remove(field.name()));
        return json;
    }

    private void typed() {
        if (!showing) {
            read();
        }
    }

    /// Applies field after field. One that fails is tried again after the others, since a record
    /// may refuse a value only until its partner has changed too.
    private void read() {
        S settings = value.get();
        List<FieldModel> waiting = new ArrayList<>(fields);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (FieldModel field : List.copyOf(waiting)) {
                try {
                    settings = apply(settings, field);
                    field.setProblem("");
                    waiting.remove(field);
                    progress = true;
                } catch (UserProblem problem) {
                    field.setProblem(problem.what() + " " + problem.remedy());
                }
            }
        }
        S defaults = type.defaults();
        for (FieldModel field : fields) {
            String name = field.name();
            field.setChanged(
                    waiting.contains(field)
                            || !type.get(settings, name).equals(type.get(defaults, name)));
        }
        value.set(settings);
        valid.set(waiting.isEmpty());
        changed.set(fields.stream().anyMatch(field -> field.changed().get()));
    }

    private S apply(S settings, FieldModel field) {
        if (!field.isList()) {
            return type.with(settings, field.name(), field.text().get());
        }
        return type.withList(
                settings,
                field.name(),
                field.kind() == FieldModel.Kind.NAMES ? field.items() : split(field.text().get()));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
