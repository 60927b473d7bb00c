package org.counterpoise.report;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the catalogue says about the methods that were used.
final class Methods {
    private Methods() {}

    static Optional<Method<?>> audit(String id) {
        return withId(Audit.class, id);
    }

    static Optional<Method<?>> correction(String id) {
        return withId(Correction.class, id);
    }

    static Optional<Method<?>> synthesizer(String id) {
        return withId(Synthesizer.class, id);
    }

    static Optional<Method<?>> validator(String id) {
        return withId(Validator.class, id);
    }

    private static <M extends Method<?>> Optional<Method<?>> withId(Class<M> kind, String id) {
        return Catalogue.all(kind).stream()
                .filter(method -> method.id().equals(id))
                .<Method<?>>map(method -> method)
                .findFirst();
    }

    /// The settings of a method as a table, with what was changed and where defaults come from.
    ///
    /// @param json as in the step; for a method that is not installed its members are shown as is
    static Evidence settings(String name, Optional<Method<?>> method, JsonNode json) {
        return method.map(m -> table(name, m, json)).orElseGet(() -> plain(name, json));
    }

    private static <S extends Record> Evidence table(String name, Method<S> method, JsonNode json) {
        SettingsType<S> type = method.settings();
        S settings = type.fromJson(json);
        List<List<Object>> rows = new ArrayList<>();
        for (SettingsType.Field field : type.fields()) {
            String value = type.text(settings, field.name());
            String usual = type.text(type.defaults(), field.name());
            String unit = field.about().unit().isEmpty() ? "" : " " + field.about().unit();
            String origin =
                    value.equals(usual)
                            ? field.about().source().isEmpty()
                                    ? "default"
                                    : "default: " + field.about().source()
                            : "set by you (default " + shown(usual) + unit + ")";
            rows.add(List.of(field.about().label(), shown(value) + unit, origin));
        }
        return new Evidence("Settings of " + name, List.of("setting", "value", "origin"), rows);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static Evidence plain(String name, JsonNode json) {
        List<List<Object>> rows = new ArrayList<>();
        json.properties()
                .forEach(
                        member ->
                                rows.add(
                                        List.of(
                                                member.getKey(),
                                                member.getValue().isValueNode()
                                                        ? member.getValue().asText()
                                                        : member.getValue().toString())));
        return new Evidence("Settings of " + name, List.of("setting", "value"), rows);
    }
}
