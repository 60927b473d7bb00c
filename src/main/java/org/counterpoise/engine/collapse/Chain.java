package org.counterpoise.engine.collapse;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Tables;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Generations of rows, each made by a synthesizer that learned from those before.
///
/// Under [CollapseSettings.Mode#REPLACE] it learns from the generation before alone, which shrinks
/// the variance of a Gaussian by maximum likelihood by 1 − 1/n each time (Shumailov et al. 2024,
/// doi:10.1038/s41586-024-07566-y); under [CollapseSettings.Mode#ACCUMULATE] from the real rows and
/// all that were made since, which bounds the loss (Gerstgrasser et al. 2024, arXiv:2404.01413).
///
/// @param generations from 0, the real rows, on
/// @param stopped why there are fewer than wanted; empty if all were made
record Chain(List<Generation> generations, Optional<String> stopped) {
    private static final double FITTED = 0.6;
    private static final double DRAWN = 0.9;

    Chain {
        generations = List.copyOf(generations);
    }

    /// The quantities that could be measured in the real rows.
    List<Quantity> quantities() {
        Generation real = generations.getFirst();
        return Arrays.stream(Quantity.values())
                .filter(quantity -> !Double.isNaN(real.kept(quantity)))
                .toList();
    }

    /// Fits, draws as many rows as there are real ones, measures, and again.
    ///
    /// @param source real rows without a mark of origin
    /// @throws UserProblem if the real rows cannot be learned from
    static <S extends Record> Chain run(
            Synthesizer<S> synthesizer,
            Dataset source,
            S settings,
            CollapseSettings how,
            long seed,
            Progress progress) {
        Baseline baseline = new Baseline(source);
        List<Generation> generations = new ArrayList<>();
        generations.add(baseline.measureWithQuality(0, 0, source, progress));
        Dataset before = source;
        Dataset all = source;
        int count = how.generations();
        for (int number = 1; number <= count; number++) {
            Progress part = progress.part((number - 1.0) / count, (double) number / count);
            long own = Streams.derive(seed, "generation " + number);
            Dataset taught =
                    switch (how.mode()) {
                        case REPLACE -> mixed(source, before, how.realShare(), own);
                        case ACCUMULATE -> all;
                    };
            Dataset made;
            try {
                made = next(synthesizer, taught, settings, source.rows(), own, part);
            } catch (UserProblem problem) {
                if (number == 1) {
                    throw problem;
                }
                return new Chain(
                        generations,
                        Optional.of(
                                "Generation "
                                        + number
                                        + " could not be made from those before: "
                                        + problem.what()));
            }
            generations.add(
                    baseline.measureWithQuality(number, taught.rows(), made, part.part(DRAWN, 1)));
            before = made;
            all = how.mode() == CollapseSettings.Mode.ACCUMULATE ? below(all, made) : all;
        }
        return new Chain(generations, Optional.empty());
    }

    private static <S extends Record> Dataset next(
            Synthesizer<S> synthesizer,
            Dataset taught,
            S settings,
            int rows,
            long seed,
            Progress progress) {
        FittedSynthesizer model = synthesizer.fit(taught, settings, seed, progress.part(0, FITTED));
        Dataset drawn =
                Drawing.draw(
                                model,
                                SamplingPlan.keep(rows),
                                taught,
                                Optional.empty(),
                                seed,
                                progress.part(FITTED, DRAWN))
                        .data();
        return OriginColumn.unmarked(drawn).withPart(Part.TRAINING);
    }

    /// The rows of the generation before, some of them replaced by real ones.
    private static Dataset mixed(Dataset source, Dataset before, double realShare, long seed) {
        int kept = (int) Math.round(realShare * before.rows());
        if (kept == 0 || before == source) {
            return before;
        }
        RandomGenerator random = Streams.of(seed, 0);
        int[] real = random.ints(kept, 0, source.rows()).toArray();
        int[] made = random.ints(before.rows() - (long) kept, 0, before.rows()).toArray();
        return below(source.select(real), before.select(made));
    }

    /// Rows under others, with the columns that a synthesizer makes.
    private static Dataset below(Dataset top, Dataset made) {
        Dataset same = top.project(made.schema().names());
        return Tables.append(same.withSchema(made.schema()), made);
    }
}
