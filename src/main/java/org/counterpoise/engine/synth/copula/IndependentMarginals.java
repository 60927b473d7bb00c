package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Set;

/// Every column by itself: the independence copula, and the baseline that every other synthesizer
/// must beat.
public final class IndependentMarginals implements Synthesizer<CopulaSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "independent",
                    "Independent marginals",
                    "Makes new rows with each column's distribution and no associations at all.",
                    "Draws every column by itself. What another synthesizer scores above this is"
                            + " what it has learned of how columns go together.",
                    "As the baseline of a comparison, or to test a pipeline with harmless rows.",
                    List.of(
                            "keeps every column's distribution, bounds and decimals",
                            "reveals nothing about how values occur together in a person",
                            "exact counts for any group"),
                    List.of(
                            "minority groups: rows of a small group differ from the others in"
                                    + " nothing but the group's name",
                            "no associations: useless for training a model",
                            "impossible combinations occur, such as a cause of death of the living",
                            "rare values are still drawn: no formal privacy guarantee"),
                    "Sklar 1959 (independence copula); Nelsen 2006, An Introduction to Copulas,"
                            + " doi:10.1007/0-387-28678-0");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Baselines",
                Set.of(Traits.Quality.PRIVACY, Traits.Quality.SPEED),
                Set.of(
                        Traits.Quality.TAILS,
                        Traits.Quality.INTERACTIONS,
                        Traits.Quality.SMALL_GROUPS,
                        Traits.Quality.NO_RECORDS));
    }

    @Override
    public CopulaSettings defaults() {
        return CopulaSettings.defaults();
    }

    /// Nothing random is learned, so the seed does not matter here.
    @Override
    public FittedSynthesizer fit(
            Dataset training, CopulaSettings settings, long seed, Progress progress) {
        return CopulaFit.fit(
                training, "The independent marginals", settings, new Independence(), progress);
    }

    @Override
    public boolean extrapolates() {
        return true;
    }
}
