package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Set;

/// A truncated regular vine for mixed columns (Aas et al. 2009; Dißmann et al. 2013).
///
/// Every pair has a copula of its own family, so that some pairs may depend in the low tail, others
/// in the high one, others in none.
public final class VineCopula implements Synthesizer<VineSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "vine-copula",
                    "Vine copula",
                    "Makes new rows in which each pair of columns has its own kind of association.",
                    "Joins columns along a tree of the strongest associations and chooses for each"
                            + " pair, by AIC, a Gaussian, t, Clayton, Gumbel or Frank copula, turned"
                            + " as needed; further trees do the same given other columns.",
                    "When extremes go together on one side only, such as low blood counts under"
                            + " treatment, and there are at least some hundred rows.",
                    List.of(
                            "keeps every column's distribution, bounds and decimals",
                            "tails that depend on one side only, pair by pair",
                            "names the association it found for each pair",
                            "a group by one column is drawn directly"),
                    List.of(
                            "minority groups: one vine serves everyone, so a small group's own"
                                    + " associations are drawn towards the majority's; check"
                                    + " performance per group on the result",
                            "associations beyond the last tree are left out",
                            "a group by several columns is drawn by rejection: rare ones fall short",
                            "slower than the Gaussian copula",
                            "gives no formal privacy guarantee"),
                    "Aas, Czado, Frigessi and Bakken 2009, Pair-copula constructions of multiple"
                            + " dependence, doi:10.1016/j.insmatheco.2007.02.001; Dißmann, Brechmann,"
                            + " Czado and Kurowicka 2013, doi:10.1016/j.csda.2012.08.010");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Copulas",
                Set.of(
                        Traits.Quality.WHOLE_TABLE,
                        Traits.Quality.MIXED_TYPES,
                        Traits.Quality.TAILS,
                        Traits.Quality.PRIVACY),
                Set.of(
                        Traits.Quality.INTERACTIONS,
                        Traits.Quality.SMALL_GROUPS,
                        Traits.Quality.SPEED,
                        Traits.Quality.NO_RECORDS));
    }

    @Override
    public VineSettings defaults() {
        return VineSettings.defaults();
    }

    /// The seed decides which rows the vine is learned from, and how ties are broken.
    @Override
    public FittedSynthesizer fit(
            Dataset training, VineSettings settings, long seed, Progress progress) {
        return CopulaFit.fit(
                training,
                "The vine copula",
                settings,
                (latents, part) -> VineDependence.learn(latents, settings, seed, part),
                progress);
    }

    @Override
    public boolean extrapolates() {
        return true;
    }
}
