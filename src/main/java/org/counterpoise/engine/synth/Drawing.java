package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
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
        checkCanShow(model, plan, training);
        Synthesis drawn =
                model.sample(
                        model.makesRows() ? resolved.targets() : List.of(),
                        seed,
                        progress.part(0, model.cleaning().isPresent() ? 0.5 : 1));
        progress.check();
        List<String> notes = new ArrayList<>(resolved.warnings());
        notes.addAll(drawn.notes());
        Dataset result =
                cleaned(
                        model,
                        plan,
                        result(plan, training, drawn.data()),
                        seed,
                        notes,
                        progress.part(0.5, 1));
        return new Synthesis(result, drawn.shortfalls(), notes);
    }

    private static void checkCanShow(FittedSynthesizer model, SamplingPlan plan, Dataset training) {
        if (!model.makesRows() && plan.result() == SamplingPlan.Result.SYNTHETIC) {
            throw new UserProblem(
                    "This method makes no rows; it takes rows out of the training set.",
                    training.name(),
                    "Ask for an augmented result: it holds the real rows that stay.");
        }
    }

    private static Dataset cleaned(
            FittedSynthesizer model,
            SamplingPlan plan,
            Dataset result,
            long seed,
            List<String> notes,
            Progress progress) {
        Optional<Cleaning> cleaning = model.cleaning();
        if (cleaning.isEmpty()) {
            return result;
        } else if (plan.result() == SamplingPlan.Result.SYNTHETIC) {
            notes.add(
                    "Nothing was cleaned: rows are taken out where real and made rows are put"
                            + " together, in an augmented result.");
            return result;
        }
        Cleaning.Kept kept =
                cleaning.get()
                        .keep(result, plan.columns(), Streams.derive(seed, "clean"), progress);
        notes.addAll(kept.notes());
        return result.select(kept.rows());
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
