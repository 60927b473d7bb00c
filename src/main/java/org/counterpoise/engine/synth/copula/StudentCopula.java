package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Set;

/// A Student-t copula for mixed columns (Demarta and McNeil 2005).
///
/// Like [GaussianCopula], with one more number: the degrees of freedom, by which extremes of all
/// columns occur together more often than correlations alone would make them.
public final class StudentCopula implements Synthesizer<StudentSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "student-copula",
                    "Student-t copula",
                    "Makes new rows whose extremes occur together, as in sepsis or a crash.",
                    "A Gaussian copula with heavy common tails: the correlation of latent numbers"
                            + " and one number for how often columns are extreme in the same rows,"
                            + " estimated by maximum pairwise likelihood.",
                    "When several measurements are extreme in the same few patients, high and low"
                            + " alike.",
                    List.of(
                            "keeps every column's distribution, bounds and decimals",
                            "keeps joint extremes, which a Gaussian copula thins out",
                            "draws any group directly, with exact counts",
                            "becomes the Gaussian copula where the data have no common tails"),
                    List.of(
                            "minority groups: one correlation matrix and one tail serve everyone, so"
                                    + " a small group's own associations are drawn towards the"
                                    + " majority's; check performance per group on the result",
                            "the same tail for every pair, high and low: see the vine for others",
                            "the tail is learned from continuous columns only",
                            "gives no formal privacy guarantee"),
                    "Demarta and McNeil 2005, The t copula and related copulas,"
                            + " doi:10.1111/j.1751-5823.2005.tb00254.x");

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
                        Traits.Quality.PRIVACY,
                        Traits.Quality.SPEED),
                Set.of(
                        Traits.Quality.INTERACTIONS,
                        Traits.Quality.SMALL_GROUPS,
                        Traits.Quality.NO_RECORDS));
    }

    @Override
    public StudentSettings defaults() {
        return StudentSettings.defaults();
    }

    /// The seed decides which rows the tail is learned from, if there are very many.
    @Override
    public FittedSynthesizer fit(
            Dataset training, StudentSettings settings, long seed, Progress progress) {
        return CopulaFit.fit(
                training,
                "The Student-t copula",
                settings,
                (latents, part) ->
                        new StudentFit(latents, settings.degreesOfFreedom(), seed, part).learn(),
                progress);
    }

    @Override
    public boolean extrapolates() {
        return true;
    }
}
