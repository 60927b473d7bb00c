package org.counterpoise.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.settings.SettingsType;

import java.util.Map;
import java.util.TreeMap;

/// Judging in seconds: the same thresholds on fewer rows with fewer repeats, so that intervals are
/// wider and more is left undecided.
public final class QuickLook {
    private QuickLook() {}

    /// The settings with what costs time capped.
    public static <S extends Record> S of(Validator<S> validator, S settings) {
        SettingsType<S> type = validator.settings();
        S quick = settings;
        for (var cap : validator.quick().entrySet()) {
            if (value(type, settings, cap.getKey()) > cap.getValue()) {
                quick = type.with(quick, cap.getKey(), cap.getValue().toString());
            }
        }
        return quick;
    }

    /// The settings of a quick look by every validator, from its defaults; by id.
    public static Map<String, JsonNode> settings() {
        Map<String, JsonNode> settings = new TreeMap<>();
        Validations.validators()
                .forEach(validator -> settings.put(validator.id(), json(validator)));
        return settings;
    }

    private static <S extends Record> JsonNode json(Validator<S> validator) {
        return validator.settings().toJson(of(validator, validator.defaults()));
    }

    /// Whether settings are those of a quick look: all that costs time is at its cap or below.
    public static <S extends Record> boolean is(Validator<S> validator, S settings) {
        SettingsType<S> type = validator.settings();
        return validator.quick().entrySet().stream()
                .allMatch(cap -> value(type, settings, cap.getKey()) <= cap.getValue());
    }

    /// The settings with what costs time as it is by default, the thresholds kept.
    public static <S extends Record> S undone(Validator<S> validator, S settings) {
        SettingsType<S> type = validator.settings();
        S full = settings;
        for (String name : validator.quick().keySet()) {
            full = type.with(full, name, type.get(type.defaults(), name).toString());
        }
        return full;
    }

    private static <S extends Record> int value(SettingsType<S> type, S settings, String name) {
        return (Integer) type.get(settings, name);
    }
}
