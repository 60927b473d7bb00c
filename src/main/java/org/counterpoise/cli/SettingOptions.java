package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.UserProblem;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Settings of methods, given as `METHOD.NAME=VALUE`.
final class SettingOptions {
    @Option(
            names = "--set",
            paramLabel = "METHOD.NAME=VALUE",
            description = "Any setting of any method, see \"counterpoise methods ID\". Repeatable.")
    List<String> given = new ArrayList<>();

    /// The settings of each method.
    ///
    /// @param methods those that this command may run
    /// @throws UserProblem for a method or setting that is not there, or a value out of its range
    Map<String, JsonNode> of(List<? extends Method<?>> methods) {
        return of(methods, Map.of());
    }

    /// The same on top of others.
    ///
    /// @param start method id to settings that hold unless an option says otherwise
    Map<String, JsonNode> of(List<? extends Method<?>> methods, Map<String, JsonNode> start) {
        Map<String, JsonNode> settings = new TreeMap<>(start);
        for (String text : given) {
            int equals = text.indexOf('=');
            int dot = equals < 0 ? -1 : text.lastIndexOf('.', equals);
            if (dot <= 0) {
                throw new UserProblem(
                        "\"" + text + "\" does not set anything.",
                        "option --set",
                        "Write METHOD.NAME=VALUE, e.g. --set fidelity.compatible=sdmetrics.");
            }
            String id = text.substring(0, dot);
            Method<?> method = method(id, methods);
            JsonNode before = settings.getOrDefault(id, none());
            settings.put(
                    id,
                    with(
                            method,
                            before,
                            text.substring(dot + 1, equals),
                            text.substring(equals + 1)));
        }
        return settings;
    }

    /// No settings: every default.
    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Method<?> method(String id, List<? extends Method<?>> methods) {
        for (Method<?> method : methods) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        throw Texts.unknown(
                "This command runs no method called \"" + id + "\".",
                "option --set",
                id,
                methods.stream().map(Method::id).toList());
    }

    private static <S extends Record> JsonNode with(
            Method<S> method, JsonNode before, String name, String value) {
        var type = method.settings();
        List<String> names = type.fields().stream().map(field -> field.name()).toList();
        if (!names.contains(name)) {
            throw Texts.unknown(
                    "\"" + method.id() + "\" has no setting called \"" + name + "\".",
                    "option --set",
                    name,
                    names);
        }
        return type.toJson(type.with(type.fromJson(before), name, value));
    }
}
