package org.counterpoise.session;

import com.fasterxml.jackson.annotation.JsonInclude;

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
    /// @param generation of a dataset: 0 for real rows, 1 for rows made from them, and so on, by
    ///     the latest of its rows; in a protocol absent for 0
    public record Output(
            String id, String hash, @JsonInclude(JsonInclude.Include.NON_DEFAULT) int generation) {

        /// Of something without synthetic rows.
        public Output(String id, String hash) {
            this(id, hash, 0);
        }

        /// Whether it is the same to the last bit. Protocols of earlier versions tell no
        /// generation.
        boolean same(Output other) {
            return id.equals(other.id) && hash.equals(other.hash);
        }
    }

    public StepRecord {
        outputs = List.copyOf(outputs);
    }

    /// The id of the first thing the step made.
    public String output() {
        return outputs.getFirst().id();
    }
}
