package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.CorrelationMatrix;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Set;

/// A Gaussian copula for mixed columns (Nelsen 2006; Patki, Wedge and Veeramachaneni 2016).
///
/// Each column keeps its own distribution; how columns go together is one correlation matrix of
/// latent normal numbers. Groups are drawn by conditioning the latent numbers, not by discarding.
public final class GaussianCopula implements Synthesizer<CopulaSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "gaussian-copula",
                    "Gaussian copula",
                    "Makes new rows with each column's distribution and the columns' correlations.",
                    "Learns the distribution of every column and the correlation of latent normal"
                            + " numbers behind them, then draws new latent numbers and turns them into"
                            + " values. Groups are drawn on condition, also crossings that the training"
                            + " set does not hold.",
                    "For whole synthetic tables of mixed columns, and when the make-up must change.",
                    List.of(
                            "keeps every column's distribution, bounds and decimals",
                            "draws any group directly, with exact counts",
                            "learns few numbers, none of them a row, so little is memorised",
                            "fast and deterministic"),
                    List.of(
                            "minority groups: one correlation matrix serves everyone, so"
                                    + " associations that differ in a small group are drawn towards the"
                                    + " majority's; check performance per group on the result",
                            "only associations that rise or fall; no thresholds, no interactions",
                            "a nominal column is put in one order, by association",
                            "extreme groups are extrapolated without evidence",
                            "gives no formal privacy guarantee"),
                    "Cario and Nelson 1997, Modeling and generating random vectors with arbitrary"
                            + " marginal distributions and correlation matrix; Patki et al. 2016,"
                            + " doi:10.1109/DSAA.2016.49");

    @Override
    public MethodCard card() {
        return CARD;
    }

    /// 2: tied scores are completed another way, and best-fit knows two more families.
    @Override
    public int version() {
        return 2;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Copulas",
                Set.of(
                        Traits.Quality.WHOLE_TABLE,
                        Traits.Quality.MIXED_TYPES,
                        Traits.Quality.PRIVACY,
                        Traits.Quality.SPEED),
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
                training, "The Gaussian copula", settings, GaussianCopula::learn, progress);
    }

    private static DependenceFit.Learned learn(List<Scored> latents, Progress progress) {
        CorrelationMatrix correlation = LatentCorrelation.estimate(latents, progress);
        int size = latents.size();
        return new DependenceFit.Learned(
                new Elliptical(correlation.matrix(), Mixing.NONE),
                size * (size - 1) / 2 + " latent correlations for all groups together",
                correlation.notes());
    }

    @Override
    public boolean extrapolates() {
        return true;
    }
}
