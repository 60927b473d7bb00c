package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Json;
import org.counterpoise.session.Project;
import org.counterpoise.session.Protocol;
import org.counterpoise.session.Version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What `--json` writes: a flat object of metrics, the findings behind them, and the protocol.
///
/// @param json the whole object
record JsonResult(ObjectNode json) {

    /// Everything a project found. Names of metrics are those of its assessments and of
    /// [org.counterpoise.engine.synth.Steered#metrics()].
    ///
    /// @param leftOut what was not done and why, one sentence each
    static JsonResult of(String command, Project project, List<String> leftOut) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("counterpoise", Version.CURRENT);
        json.put("command", command);
        Map<String, Double> metrics = new TreeMap<>();
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        ArrayNode notes = JsonNodeFactory.instance.arrayNode();
        leftOut.forEach(notes::add);
        ArrayNode validations = JsonNodeFactory.instance.arrayNode();
        ObjectNode verdict = JsonNodeFactory.instance.objectNode();
        for (String id : project.artifactIds()) {
            switch (project.artifact(id)) {
                case Artifact.Findings found -> add(found.assessment(), metrics, findings, notes);
                case Artifact.Scorecard card -> {
                    verdict.put("verdict", card.verdict());
                    for (Validation validation : card.validations()) {
                        validations.add(pillar(validation));
                        add(validation.assessment(), metrics, findings, notes);
                    }
                }
                case Artifact.Data data -> {
                    metrics.putAll(data.steered().metrics());
                    data.notes().forEach(notes::add);
                }
                case Artifact.Model model -> model.notes().forEach(notes::add);
                case Artifact.Target target -> {}
                case Artifact.Report report -> {}
            }
        }
        ObjectNode numbers = json.putObject("metrics");
        metrics.forEach((name, value) -> put(numbers, name, value));
        json.setAll(verdict);
        if (!validations.isEmpty()) {
            json.set("validations", validations);
        }
        json.set("findings", findings);
        json.set("notes", notes);
        json.set("protocol", Json.tree(Protocol.of(project)));
        return new JsonResult(json);
    }

    private static void add(
            Assessment assessment,
            Map<String, Double> metrics,
            ArrayNode findings,
            ArrayNode notes) {
        metrics.putAll(assessment.metrics());
        for (Finding finding : assessment.findings()) {
            ObjectNode node = findings.addObject();
            node.put("method", assessment.method());
            node.setAll((ObjectNode) undefinedAsNull(Json.tree(finding)));
        }
        assessment.notes().forEach(notes::add);
    }

    private static JsonNode pillar(Validation validation) {
        ObjectNode node = (ObjectNode) undefinedAsNull(Json.tree(validation));
        node.remove("assessment");
        return node;
    }

    private static void put(ObjectNode numbers, String name, double value) {
        if (Double.isFinite(value)) {
            numbers.put(name, value);
        } else {
            numbers.putNull(name);
        }
    }

    /// JSON has no NaN: a tree of records holds it as a floating-point node, written here as null.
    private static JsonNode undefinedAsNull(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                object.set(member.getKey(), undefinedAsNull(member.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, undefinedAsNull(array.get(i)));
            }
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return JsonNodeFactory.instance.nullNode();
        }
        return node;
    }

    void write(Path file) {
        try {
            Files.writeString(file, Json.writePretty(json));
        } catch (IOException e) {
            throw new UserProblem(
                    "The JSON could not be written.",
                    file.toString(),
                    "Choose a file in a folder that exists and in which you may write.",
                    e);
        }
    }
}
