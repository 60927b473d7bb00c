package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// Drawn rows, and what could not be drawn.
///
/// @param data part SYNTHETIC, in the order of the targets; from [Drawing] also part AUGMENTED
/// @param shortfalls targets that were not fully reached
/// @param notes what else there is to say about this drawing, one plain sentence each
public record Synthesis(Dataset data, List<Shortfall> shortfalls, List<String> notes) {

    /// @param made rows actually made
    /// @param reason one plain sentence
    public record Shortfall(Target target, int made, String reason) {}

    public Synthesis {
        shortfalls = List.copyOf(shortfalls);
        notes = List.copyOf(notes);
    }

    public Synthesis(Dataset data, List<Shortfall> shortfalls) {
        this(data, shortfalls, List.of());
    }
}
