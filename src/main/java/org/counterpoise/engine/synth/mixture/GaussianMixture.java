package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Set;

/// A mixture of kinds of rows: numbers are normal within a kind, categories independent (Hunt and
/// Jorgensen 1999, doi:10.1111/1467-842X.00071; McLachlan and Peel 2000).
public final class GaussianMixture implements Synthesizer<MixtureSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "gaussian-mixture",
                    "Gaussian mixture",
                    "Makes new rows from a few kinds of rows that the table seems to hold.",
                    "Finds components by expectation and maximisation, each with its own averages,"
                            + " correlations and shares of categories; their number has the lowest BIC."
                            + " A new row is of one component, and numbers stay in the range seen.",
                    "When the table holds several kinds of people or samples that differ in many"
                            + " columns at once.",
                    List.of(
                            "keeps clusters, several peaks and associations that differ between"
                                    + " clusters",
                            "draws groups of categories directly, also crossings that the training set"
                                    + " does not hold",
                            "missing values are part of the pattern, and rows with gaps are learned"
                                    + " from",
                            "learns few numbers, none of them a row"),
                    List.of(
                            "minority groups: a group gets a component of its own only if it is large"
                                    + " or far from the others; else it takes on the averages of its"
                                    + " component",
                            "skewed and heaped numbers take several components and still come out"
                                    + " smoother",
                            "groups by bands of a number are drawn by rejection",
                            "gives no formal privacy guarantee"),
                    "Hunt and Jorgensen 1999, doi:10.1111/1467-842X.00071; Schwarz 1978,"
                            + " doi:10.1214/aos/1176344136");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Mixtures",
                Set.of(
                        Traits.Quality.WHOLE_TABLE,
                        Traits.Quality.MIXED_TYPES,
                        Traits.Quality.INTERACTIONS,
                        Traits.Quality.PRIVACY),
                Set.of(
                        Traits.Quality.TAILS,
                        Traits.Quality.SMALL_GROUPS,
                        Traits.Quality.NO_RECORDS));
    }

    @Override
    public MixtureSettings defaults() {
        return MixtureSettings.defaults();
    }

    /// The seed decides where the search begins and which rows of a large table it looks at.
    @Override
    public FittedSynthesizer fit(
            Dataset training, MixtureSettings settings, long seed, Progress progress) {
        Learnable learnable = Learnable.of(training, "The Gaussian mixture");
        if (learnable.data().rows() < 2) {
            throw new UserProblem(
                    "One row shows no distribution: the mixture would only copy it.",
                    training.name(),
                    "Choose a dataset with at least two rows.");
        }
        if (settings.fewest() > settings.most()) {
            throw new UserProblem(
                    "The fewest components are more than the most.",
                    "gaussian-mixture.fewest",
                    "Choose a number of at most " + settings.most() + ".");
        }
        return MixtureFit.fit(learnable, settings, seed, progress);
    }

    @Override
    public boolean extrapolates() {
        return true;
    }
}
