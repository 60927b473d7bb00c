package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.rule.Constraint;

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
    /// @param given learned from `training`, by [Fitting] with the same rules
    /// @param seed of the draw; the same seed gives the same table on any number of threads
    /// @return a table of part SYNTHETIC or AUGMENTED with the column
    ///     [OriginColumn#NAME]; its notes hold the plan's warnings. No synthetic row breaks a rule
    /// @throws org.counterpoise.engine.UserProblem if the plan does not fit the training set
    public static Synthesis draw(
            FittedSynthesizer given,
            SamplingPlan plan,
            Dataset training,
            Optional<Benchmark> benchmark,
            List<Constraint> rules,
            long seed,
            Progress progress) {
        ResolvedPlan resolved = PlanResolver.resolve(plan, training, benchmark);
        progress.check();
        FittedSynthesizer model = given.ready(progress);
        checkCanShow(model, plan, training);
        boolean beside = plan.result() == SamplingPlan.Result.AUGMENTED;
        Progress drawing = progress.part(0, model.cleaning().isPresent() ? 0.5 : 1);
        Synthesis drawn =
                new RowDraw(model, rules, training, beside, drawing)
                        .draw(model.makesRows() ? resolved.targets() : List.of(), seed);
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
        return new Synthesis(result, drawn.shortfalls(), notes, drawn.steered());
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
                    OriginColumn.mark(drawn, OriginColumn.generation(training) + 1)
                            .withPart(Part.SYNTHETIC)
                            .withName(training.name() + " (synthetic)");
            case AUGMENTED ->
                    OriginColumn.combine(training, drawn)
                            .withName(training.name() + " (augmented)");
        };
    }
}
