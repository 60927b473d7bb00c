package org.counterpoise.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A step that was carried out.
///
/// @param number 1 for the first step of the project
/// @param outputs what it made, in the order the step documents
/// @param at when it finished
/// @param took how long it ran
/// @param version of Counterpoise that ran it
public record StepRecord(
        int number, Step step, List<Output> outputs, Instant at, Duration took, String version) {

    /// @param id the artifact's id, e.g. "data-1", "findings-3"
    /// @param hash SHA-256 of its content, in hexadecimal
    public record Output(String id, String hash) {}

    public StepRecord {
        outputs = List.copyOf(outputs);
    }

    /// The id of the first thing the step made.
    public String output() {
        return outputs.getFirst().id();
    }
}
