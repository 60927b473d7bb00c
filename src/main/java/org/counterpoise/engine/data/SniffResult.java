package org.counterpoise.engine.data;

import java.util.List;

/// How a file would be read, for the user to confirm or change.
///
/// @param options ready to read with; every column has its own name
/// @param guesses what was guessed and why, in plain sentences
/// @param preview the first rows as text
public record SniffResult(ReadOptions options, List<String> guesses, Preview preview) {

    public SniffResult {
        guesses = List.copyOf(guesses);
    }
}
