package org.counterpoise.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validator;
import org.counterpoise.session.Json;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Lists the catalogue.
@Command(
        name = "methods",
        description = "Lists the methods, or one of them with its settings.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MethodsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A method to tell more about.")
    @Nullable String id;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the catalogue as JSON.")
    @Nullable Path json;

    MethodsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, List<Method<?>>> kinds = new LinkedHashMap<>();
        kinds.put("audit", methods(Audit.class));
        kinds.put("correction", methods(Correction.class));
        kinds.put("synthesizer", methods(Synthesizer.class));
        kinds.put("validator", methods(Validator.class));
        String wanted = id;
        if (wanted == null) {
            kinds.forEach(this::list);
        } else {
            tell(find(kinds, wanted));
        }
        Path file = json;
        if (file != null) {
            new JsonResult(catalogue(kinds)).write(file);
            console.out().println("Wrote " + file);
        }
        return Cli.DONE;
    }

    private static <M extends Method<?>> List<Method<?>> methods(Class<M> kind) {
        List<Method<?>> methods = new ArrayList<>();
        methods.addAll(Catalogue.all(kind));
        return methods;
    }

    private void list(String kind, List<Method<?>> methods) {
        console.out().println(kind + "s");
        for (Method<?> method : methods) {
            console.out()
                    .printf(Locale.ROOT, "  %-26s %s%n", method.id(), method.card().question());
        }
    }

    private static Method<?> find(Map<String, List<Method<?>>> kinds, String id) {
        List<Method<?>> all = kinds.values().stream().flatMap(List::stream).toList();
        return all.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                Texts.unknown(
                                        "There is no method called \"" + id + "\".",
                                        "methods",
                                        id,
                                        all.stream().map(Method::id).toList()));
    }

    private <S extends Record> void tell(Method<S> method) {
        PrintStream out = console.out();
        MethodCard card = method.card();
        out.println(card.name() + " (" + card.id() + ", version " + method.version() + ")");
        out.println(card.summary());
        out.println();
        out.println("When to use: " + card.whenToUse());
        card.strengths().forEach(text -> out.println("  + " + text));
        card.limits().forEach(text -> out.println("  - " + text));
        out.println("Source: " + card.citation());
        out.println();
        out.println("Settings (--set " + card.id() + ".NAME=VALUE):");
        SettingsType<S> settings = method.settings();
        for (SettingsType.Field field : settings.fields()) {
            String unit = field.about().unit().isEmpty() ? "" : " " + field.about().unit();
            out.println(
                    "  "
                            + field.name()
                            + "="
                            + settings.text(method.defaults(), field.name())
                            + unit);
            out.println("      " + field.about().label() + ". " + field.about().help());
            if (!field.choices().isEmpty()) {
                out.println("      One of: " + String.join(", ", field.choices()));
            }
            if (!field.about().source().isEmpty()) {
                out.println("      Default from: " + field.about().source());
            }
        }
    }

    private static ObjectNode catalogue(Map<String, List<Method<?>>> kinds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        kinds.forEach(
                (kind, methods) -> {
                    ArrayNode list = json.putArray(kind + "s");
                    methods.forEach(method -> list.add(entry(method)));
                });
        return json;
    }

    private static <S extends Record> ObjectNode entry(Method<S> method) {
        ObjectNode json = (ObjectNode) Json.tree(method.card());
        json.put("version", method.version());
        json.set("settings", method.settings().toJson(method.defaults()));
        return json;
    }
}
