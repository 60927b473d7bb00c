package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// Drawn rows, and what could not be drawn.
///
/// @param data part SYNTHETIC, in the order of the targets; from [Drawing] also part AUGMENTED
/// @param shortfalls targets that were not fully reached
/// @param notes what else there is to say about this drawing, one plain sentence each
/// @param steered what became of the plan and the rules; [Steered#NONE] from a model alone
public record Synthesis(
        Dataset data, List<Shortfall> shortfalls, List<String> notes, Steered steered) {

    /// @param made rows actually made
    /// @param reason one plain sentence
    public record Shortfall(Target target, int made, String reason) {}

    public Synthesis {
        shortfalls = List.copyOf(shortfalls);
        notes = List.copyOf(notes);
    }

    public Synthesis(Dataset data, List<Shortfall> shortfalls, List<String> notes) {
        this(data, shortfalls, notes, Steered.NONE);
    }

    public Synthesis(Dataset data, List<Shortfall> shortfalls) {
        this(data, shortfalls, List.of());
    }

    /// Rows made of each target, given those asked for in their order.
    int[] made(List<Target> asked) {
        int[] made = new int[asked.size()];
        int next = 0;
        for (int t = 0; t < made.length; t++) {
            made[t] = asked.get(t).rows();
            if (next < shortfalls.size() && shortfalls.get(next).target().equals(asked.get(t))) {
                made[t] = shortfalls.get(next++).made();
            }
        }
        return made;
    }
}
