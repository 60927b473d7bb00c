package org.counterpoise.engine.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// JSON lines (or one array of objects) as plain text: one column per name, in the order in which
/// the names first occur.
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CHECK_EVERY = 1024;

    private final Path file;
    private final Progress progress;

    private JsonText(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /// Takes the value of a name, on which the parser stands.
    @FunctionalInterface
    private interface Taker {
        void take(String name, JsonParser parser) throws IOException;
    }

    /// Writes the table as CSV.
    ///
    /// @return the columns that hold JSON texts and no JSON numbers
    static Set<String> write(Path file, Path target, Progress progress) throws IOException {
        JsonText json = new JsonText(file, progress);
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> words = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        json.forEach(
                (name, parser) -> {
                    columns.putIfAbsent(name, columns.size());
                    JsonToken token = parser.currentToken();
                    if (token == JsonToken.VALUE_STRING) {
                        words.add(name);
                    } else if (token.isNumeric()) {
                        numbers.add(name);
                    }
                    parser.skipChildren();
                },
                () -> {});
        if (columns.isEmpty()) {
            throw FileCheck.notATable(file, "The file holds no JSON objects with names.");
        }
        try (CsvOut out = new CsvOut(target)) {
            out.row(new ArrayList<>(columns.keySet()));
            String[] row = new String[columns.size()];
            Arrays.fill(row, "");
            json.forEach(
                    (name, parser) -> row[columns.getOrDefault(name, 0)] = cell(parser),
                    () -> {
                        out.row(List.of(row));
                        Arrays.fill(row, "");
                    });
        }
        words.removeAll(numbers);
        return words;
    }

    private static String cell(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case START_OBJECT, START_ARRAY -> MAPPER.readTree(parser).toString();
            default -> parser.getText();
        };
    }

    /// What is done after each object.
    @FunctionalInterface
    private interface AfterRow {
        void run() throws IOException;
    }

    private void forEach(Taker taker, AfterRow after) throws IOException {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            int objects = 0;
            JsonToken token = parser.nextToken();
            boolean array = token == JsonToken.START_ARRAY;
            token = array ? parser.nextToken() : token;
            while (token != null && token != JsonToken.END_ARRAY) {
                if (token != JsonToken.START_OBJECT) {
                    throw problem("There is something else than a JSON object.", parser);
                }
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    taker.take(name, parser);
                }
                after.run();
                if (++objects % CHECK_EVERY == 0) {
                    progress.check();
                }
                token = parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new UserProblem(
                    "This is not JSON: " + e.getOriginalMessage() + ".",
                    file.getFileName() + (at == null ? "" : ", line " + at.getLineNr()),
                    "Write one JSON object per line, such as {\"age\": 63, \"sex\": \"F\"}.",
                    e);
        }
    }

    private UserProblem problem(String what, JsonParser parser) {
        return new UserProblem(
                what,
                file.getFileName() + ", line " + parser.currentTokenLocation().getLineNr(),
                "Write one JSON object per line, such as {\"age\": 63, \"sex\": \"F\"}.");
    }
}
