package org.counterpoise.engine.collapse;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.synth.RowSample;
import org.counterpoise.engine.synth.Synthesizer;

import java.util.List;

/// Fits a synthesizer to its own rows again and again and says what is lost on the way.
public final class CollapseStudy implements Method<CollapseSettings> {
    /// The only study of its kind; it has no catalogue.
    public static final CollapseStudy INSTANCE = new CollapseStudy();

    private static final double CHAIN = 0.7;
    private static final int LEAST_ROWS = 20;

    private static final MethodCard CARD =
            new MethodCard(
                    "collapse",
                    "Model collapse",
                    "What is lost when synthetic data is trained on again?",
                    "Fits a synthesizer to real rows, then to the rows it made, and so on, and"
                            + " measures what every generation keeps of tails, variance, rare levels,"
                            + " small groups and diversity, beside what fresh samples of the same"
                            + " people would keep",
                    "Before synthetic rows are handed to someone who will train on them.",
                    List.of(
                            "shows the loss of the chosen synthesizer on your own rows",
                            "says what chance alone would do",
                            "compares replacing real rows with keeping them"),
                    List.of(
                            "one chain of generations: another seed gives another",
                            "small groups and rare levels fade first, and a loss in a handful of"
                                    + " rows cannot be told from chance",
                            "as many fits as generations"),
                    "Shumailov et al. 2024, AI models collapse when trained on recursively"
                            + " generated data, Nature 631, 755, doi:10.1038/s41586-024-07566-y;"
                            + " Gerstgrasser et al. 2024, Is model collapse inevitable?,"
                            + " arXiv:2404.01413");

    private CollapseStudy() {}

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public CollapseSettings defaults() {
        return CollapseSettings.DEFAULTS;
    }

    /// Makes the generations and tells what they keep.
    ///
    /// The rows are taken as they are, also where they are marked as synthetic: generation 0 is
    /// what is given. The same seed gives the same result on any number of threads.
    ///
    /// @param real the rows of generation 0
    /// @param settings of the synthesizer
    /// @throws UserProblem if this is the holdout, has under 20 rows, or cannot be learned from
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public <S extends Record> Assessment run(
            Synthesizer<S> synthesizer,
            Dataset real,
            S settings,
            CollapseSettings how,
            long seed,
            Progress progress) {
        Dataset given = real.forFitting(synthesizer.card().name());
        if (given.rows() < LEAST_ROWS) {
            throw new UserProblem(
                    "There are too few rows to learn from again and again: " + given.rows() + ".",
                    given.name(),
                    "Choose a table of at least " + LEAST_ROWS + " rows.");
        }
        Dataset source =
                OriginColumn.unmarked(given)
                        .select(
                                RowSample.of(
                                        given.rows(), how.rows(), Streams.derive(seed, "rows")))
                        .withPart(Part.TRAINING);
        Chain chain = Chain.run(synthesizer, source, settings, how, seed, progress.part(0, CHAIN));
        FreshSamples chance =
                FreshSamples.of(
                        source,
                        how.freshSamples(),
                        Streams.derive(seed, "fresh samples"),
                        progress.part(CHAIN, 1));
        return new CollapseFindings(
                        synthesizer.card().name(), given.rows(), source, how, chain, chance)
                .assessment();
    }
}
