package org.counterpoise.session;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Steered;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.validate.Validation;

import java.util.List;

/// Something a step made.
public sealed interface Artifact {

    /// A dataset.
    ///
    /// @param notes what there is to say about its making, e.g. what a plan could not reach
    /// @param steered what became of a plan and of rules; [Steered#NONE] for a dataset not drawn
    record Data(
            Dataset dataset,
            List<Synthesis.Shortfall> shortfalls,
            List<String> notes,
            Steered steered)
            implements Artifact {
        public Data(Dataset dataset, List<Synthesis.Shortfall> shortfalls, List<String> notes) {
            this(dataset, shortfalls, notes, Steered.NONE);
        }
    }

    record Target(Benchmark benchmark) implements Artifact {}

    record Findings(Assessment assessment) implements Artifact {}

    /// A fitted synthesizer. The model itself is not kept on disk: after reopening it is fitted
    /// again from its step when it is first drawn from, with the same result.
    record Model(String method, FittedSynthesizer fitted, List<String> notes) implements Artifact {}

    /// A judgement of synthetic data, one validation per pillar.
    record Scorecard(List<Validation> validations, String verdict) implements Artifact {}

    /// A report that was written.
    record Report(String title, List<String> formats) implements Artifact {}
}
