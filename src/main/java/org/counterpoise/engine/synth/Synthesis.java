package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// Drawn rows, and what could not be drawn.
///
/// @param data part SYNTHETIC, in the order of the targets
/// @param shortfalls targets that were not fully reached
public record Synthesis(Dataset data, List<Shortfall> shortfalls) {

    /// @param made rows actually made
    /// @param reason one plain sentence
    public record Shortfall(Target target, int made, String reason) {}

    public Synthesis {
        shortfalls = List.copyOf(shortfalls);
    }
}
