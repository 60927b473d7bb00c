package org.counterpoise.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A project without its data: what was done, in what order, with which settings and seeds, and the
/// hashes of what went in and came out. Enough to do it again elsewhere and to see that it came out
/// the same.
///
/// Holds no cell of a table. Levels appear only where the user chose one (a positive outcome, typed
/// shares, a plan's groups).
///
/// @param format version of this form
/// @param project the project's name
/// @param counterpoise version of the program that wrote it
/// @param methods method id to [org.counterpoise.engine.Method#version()]
/// @param steps in order
public record Protocol(
        int format,
        String project,
        String counterpoise,
        Map<String, Integer> methods,
        List<Entry> steps) {

    /// The version of the form that this program writes.
    public static final int FORMAT = 1;

    /// One step.
    ///
    /// @param number 1 for the first
    /// @param does the step in a few words, for people
    /// @param run the step itself
    /// @param outputs ids and hashes of what it made
    /// @param counterpoise version of the program that ran it
    public record Entry(
            int number,
            String does,
            Step run,
            List<StepRecord.Output> outputs,
            String counterpoise) {

        public Entry {
            outputs = List.copyOf(outputs);
        }
    }

    public Protocol {
        steps = List.copyOf(steps);
    }

    /// The protocol of the live steps of a project.
    public static Protocol of(Project project) {
        Map<String, Integer> methods = new TreeMap<>();
        List<StepRecord> records = project.steps();
        records.forEach(record -> methods.putAll(MethodVersions.of(record.step())));
        return new Protocol(
                FORMAT,
                project.name(),
                Version.CURRENT,
                methods,
                records.stream().map(Protocol::entry).toList());
    }

    private static Entry entry(StepRecord record) {
        return new Entry(
                record.number(),
                Project.describe(record.step()),
                record.step(),
                record.outputs(),
                record.version());
    }

    /// As indented JSON.
    public String toJson() {
        return Json.writePretty(this);
    }

    /// @throws UserProblem if the file cannot be read, or is not a protocol of this version or
    ///     older
    public static Protocol read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw notAProtocol(file, e);
        } catch (IOException e) {
            throw new UserProblem(
                    "The protocol could not be read.",
                    file.toString(),
                    "Check that the file exists and that you may read it.",
                    e);
        }
        try {
            requireFormat(Json.read(text, JsonNode.class), file);
            return Json.read(text, Protocol.class);
        } catch (JsonProcessingException e) {
            throw notAProtocol(file, e);
        }
    }

    private static void requireFormat(JsonNode tree, Path file) {
        if (tree.path("format").asInt() > FORMAT) {
            throw new UserProblem(
                    "This protocol was written by a newer version of Counterpoise.",
                    file.toString(),
                    "Install version " + tree.path("counterpoise").asText() + " to replay it.");
        }
    }

    private static UserProblem notAProtocol(Path file, IOException cause) {
        return new UserProblem(
                "This file is not a protocol.",
                file.toString(),
                "Choose a protocol.json that Counterpoise has written.",
                cause);
    }
}
