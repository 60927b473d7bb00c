package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.ProjectView;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One thing to know of each of several versions.
///
/// @param values one per version
record Fact(String name, List<String> values) {

    Fact {
        values = List.copyOf(values);
    }

    /// Whether the versions differ in it.
    boolean differs() {
        return values.stream().distinct().count() > 1;
    }

    static List<Fact> of(List<Version> versions, ProjectView project) {
        if (versions.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Method", versions, Version::methodName));
        facts.add(fact("Plan", versions, Version::planWords));
        facts.add(fact("Rows", versions, v -> NumberText.count(v.dataset().rows())));
        facts.add(fact("Plan reached", versions, Fact::reached));
        facts.addAll(settings(versions));
        facts.addAll(judged(versions, project));
        return List.copyOf(facts);
    }

    private static Fact fact(String name, List<Version> versions, Function<Version, String> value) {
        return new Fact(name, versions.stream().map(value).toList());
    }

    private static String reached(Version version) {
        List<Synthesis.Shortfall> shortfalls = version.data().shortfalls();
        if (shortfalls.isEmpty()) {
            return "yes, every group";
        }
        int missing = shortfalls.stream().mapToInt(s -> s.target().rows() - s.made()).sum();
        return "no: "
                + NumberText.count(missing)
                + " rows short in "
                + NumberText.count(shortfalls.size())
                + (shortfalls.size() == 1 ? " group" : " groups");
    }

    /// The settings, each once, also those that only one of the methods has.
    private static List<Fact> settings(List<Version> versions) {
        Set<String> names = new LinkedHashSet<>();
        versions.forEach(
                version -> version.fit().settings().fieldNames().forEachRemaining(names::add));
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            facts.add(fact(label(name, versions), versions, version -> setting(version, name)));
        }
        facts.add(fact("Seed", versions, version -> Long.toString(version.draw().seed())));
        return facts;
    }

    /// What the form calls a setting.
    private static String label(String name, List<Version> versions) {
        for (Synthesizer<?> synthesizer : Catalogue.all(Synthesizer.class)) {
            if (versions.stream().anyMatch(v -> v.fit().method().equals(synthesizer.id()))) {
                for (SettingsType.Field field : synthesizer.settings().fields()) {
                    if (field.name().equals(name)) {
                        return field.about().label();
                    }
                }
            }
        }
        return name;
    }

    private static String setting(Version version, String name) {
        JsonNode value = version.fit().settings().path(name);
        return value.isMissingNode() ? "–" : value.isTextual() ? value.asText() : value.toString();
    }

    /// What validation said of each, pillar by pillar; nothing if none has been judged.
    private static List<Fact> judged(List<Version> versions, ProjectView project) {
        List<Optional<Artifact.Scorecard>> cards =
                versions.stream().map(version -> scorecard(version, project)).toList();
        List<Fact> facts = new ArrayList<>();
        if (cards.stream().allMatch(Optional::isEmpty)) {
            return facts;
        }
        for (Pillar pillar : Pillar.values()) {
            List<String> sentences =
                    cards.stream()
                            .map(
                                    card ->
                                            card.map(c -> sentences(c, pillar))
                                                    .orElse("not validated yet"))
                            .toList();
            if (sentences.stream().anyMatch(text -> !text.isEmpty())) {
                facts.add(new Fact(word(pillar), sentences));
            }
        }
        return facts;
    }

    private static String word(Pillar pillar) {
        return pillar.name().charAt(0)
                + pillar.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String sentences(Artifact.Scorecard card, Pillar pillar) {
        return String.join(
                " ",
                card.validations().stream()
                        .filter(validation -> validation.pillar() == pillar)
                        .map(Validation::sentence)
                        .toList());
    }

    private static Optional<Artifact.Scorecard> scorecard(Version version, ProjectView project) {
        return project.steps().reversed().stream()
                .filter(
                        record ->
                                record.step() instanceof Step.Validate judged
                                        && judged.synthetic().equals(version.id()))
                .map(StepRecord::output)
                .map(project.artifacts()::get)
                .filter(Artifact.Scorecard.class::isInstance)
                .map(Artifact.Scorecard.class::cast)
                .findFirst();
    }
}
