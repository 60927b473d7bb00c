package org.counterpoise.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.session.Json;

import java.util.Map;

/// A document as JSON: the numbers of every table and figure in full precision, undefined ones as
/// null, and the flat object `metrics`.
public final class JsonRenderer {
    private JsonRenderer() {}

    static String render(Document document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", document.title());
        json.put("subtitle", document.subtitle());
        json.put("project", document.project());
        json.put("date", document.date());
        json.put("version", document.version());
        json.set("metrics", metrics(document.metrics()));
        json.set("document", tree(document.blocks()));
        return Json.writePretty(json);
    }

    /// The flat object of metrics: documented name to number, or null where undefined.
    public static ObjectNode metrics(Map<String, Double> metrics) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        metrics.forEach(
                (name, value) -> {
                    if (Double.isFinite(value)) {
                        json.put(name, value);
                    } else {
                        json.putNull(name);
                    }
                });
        return json;
    }

    /// A value as JSON, e.g. an assessment, with null for numbers that are not finite.
    public static JsonNode tree(Object value) {
        return withoutNaN(Json.tree(value));
    }

    private static JsonNode withoutNaN(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(
                                member -> copy.set(member.getKey(), withoutNaN(member.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(withoutNaN(item)));
                yield copy;
            }
            default ->
                    node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())
                            ? JsonNodeFactory.instance.nullNode()
                            : node;
        };
    }
}
