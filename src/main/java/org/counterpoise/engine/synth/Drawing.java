package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.synth.constraint.Constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws what a sampling plan asks for, and marks every row by its origin.
public final class Drawing {
    private Drawing() {}

    /// Draws without rules.
    public static Synthesis draw(
            FittedSynthesizer model,
            SamplingPlan plan,
            Dataset training,
            Optional<Benchmark> benchmark,
            long seed,
            Progress progress) {
        return draw(model, plan, training, benchmark, List.of(), seed, progress);
    }

    /// Resolves a plan, draws from a model under rules, and for an augmented result puts the rows
    /// under the training rows.
    ///
    /// Rows that break a rule are mended where one value follows from the others, else thrown away
    /// and drawn again, up to a limit; see [RowDraw].
    ///
    /// @param model learned from `training`, by [Fitting] with the same rules
    /// @param seed of the draw; the same seed gives the same table on any number of threads
    /// @return a table of part SYNTHETIC or AUGMENTED with the column
    ///     [OriginColumn#NAME]; its notes hold the plan's warnings. No synthetic row breaks a rule
    /// @throws org.counterpoise.engine.UserProblem if the plan does not fit the training set
    public static Synthesis draw(
            FittedSynthesizer model,
            SamplingPlan plan,
            Dataset training,
            Optional<Benchmark> benchmark,
            List<Constraint> rules,
            long seed,
            Progress progress) {
        ResolvedPlan resolved = PlanResolver.resolve(plan, training, benchmark);
        progress.check();
        boolean beside = plan.result() == SamplingPlan.Result.AUGMENTED;
        Synthesis drawn =
                new RowDraw(model, rules, training, beside, progress)
                        .draw(resolved.targets(), seed);
        progress.check();
        List<String> notes = new ArrayList<>(resolved.warnings());
        notes.addAll(drawn.notes());
        return new Synthesis(
                result(plan, training, drawn.data()), drawn.shortfalls(), notes, drawn.steered());
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
