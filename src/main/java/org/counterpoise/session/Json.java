package org.counterpoise.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// Records as JSON and back: steps, findings, protocols.
///
/// Members stand in the order of the record's components. Doubles are written in the shortest form
/// that reads back to the same bits; NaN and infinities as the texts "NaN", "Infinity" and
/// "-Infinity". Instants and durations are ISO 8601 texts.
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .build();

    private static final ObjectMapper CANONICAL =
            MAPPER.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /// The value on one line.
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /// The value over several lines, indented, with a line break at the end.
    public static String writePretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /// The value on one line with the entries of maps in the order of their keys: equal values make
    /// equal text. For hashing.
    static String writeCanonical(Object value) {
        try {
            return CANONICAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /// @throws JsonProcessingException if the text is not JSON, or not of this type
    public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }

    /// The value as a tree.
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static IllegalStateException unwritable(Object value, JsonProcessingException cause) {
        return new IllegalStateException("no JSON of " + value.getClass().getName(), cause);
    }
}
