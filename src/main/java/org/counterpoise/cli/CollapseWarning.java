package org.counterpoise.cli;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.CollapseGuard;

/// Says before the work that rows to learn from were themselves made.
final class CollapseWarning {
    private CollapseWarning() {}

    /// Writes one line to the error stream if no row is real.
    static void of(Dataset training, Console console) {
        CollapseGuard.warning(training)
                .ifPresent(words -> console.err().println("Warning: " + words));
    }
}
