package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws what a sampling plan asks for, and marks every row by its origin.
public final class Drawing {
    private Drawing() {}

    /// Resolves a plan, draws from a model, and for an augmented result puts the rows under the
    /// training rows.
    ///
    /// @param model learned from `training`
    /// @param seed of the draw; the same seed gives the same table on any number of threads
    /// @return a table of part SYNTHETIC or AUGMENTED with the column
    ///     [OriginColumn#NAME]; its notes hold the plan's warnings
    /// @throws org.counterpoise.engine.UserProblem if the plan does not fit the training set
    public static Synthesis draw(
            FittedSynthesizer model,
            SamplingPlan plan,
            Dataset training,
            Optional<Benchmark> benchmark,
            long seed,
            Progress progress) {
        ResolvedPlan resolved = PlanResolver.resolve(plan, training, benchmark);
        progress.check();
        Synthesis drawn = model.sample(resolved.targets(), seed, progress);
        progress.check();
        List<String> notes = new ArrayList<>(resolved.warnings());
        notes.addAll(drawn.notes());
        return new Synthesis(result(plan, training, drawn.data()), drawn.shortfalls(), notes);
    }

    private static Dataset result(SamplingPlan plan, Dataset training, Dataset drawn) {
        return switch (plan.result()) {
            case SYNTHETIC ->
                    OriginColumn.mark(drawn, true)
                            .withPart(Part.SYNTHETIC)
                            .withName(training.name() + " (synthetic)");
            case AUGMENTED ->
                    OriginColumn.combine(training, drawn)
                            .withName(training.name() + " (augmented)");
        };
    }
}
