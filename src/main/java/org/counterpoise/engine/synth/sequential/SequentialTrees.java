package org.counterpoise.engine.synth.sequential;

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

/// One tree per column on the columns before it (Reiter 2005; Nowok, Raab and Dibben 2016).
///
/// A value is that of a training row drawn from the leaf in which the row made so far ends.
public final class SequentialTrees implements Synthesizer<TreeSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "sequential-trees",
                    "Sequential trees (CART)",
                    "Makes new rows column by column, each value from rows that are alike so far.",
                    "Grows a classification or regression tree for every column on the columns before"
                            + " it, lets the row made so far run down the tree, and draws the value of"
                            + " a training row in that leaf.",
                    "For tables with thresholds and interactions, which a correlation does not see.",
                    List.of(
                            "keeps interactions, thresholds and odd distributions",
                            "never makes a value that no training row has",
                            "handles missing values as part of the pattern"),
                    List.of(
                            "minority groups: a group smaller than a few leaves has no branches of its"
                                    + " own and gets the values of rows unlike it; check performance"
                                    + " per group on the result",
                            "values are real ones, and small leaves copy combinations: judge privacy"
                                    + " before sharing",
                            "rare groups are drawn by rejection, which is slow unless their columns"
                                    + " come first",
                            "numbers with more than 255 values are divided at 255 quantiles"),
                    "Reiter 2005, Using CART to generate partially synthetic public use microdata;"
                            + " Nowok, Raab and Dibben 2016, doi:10.18637/jss.v074.i11");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return new Traits(
                "Sequential trees",
                Set.of(
                        Traits.Quality.WHOLE_TABLE,
                        Traits.Quality.MIXED_TYPES,
                        Traits.Quality.INTERACTIONS),
                Set.of(Traits.Quality.PRIVACY, Traits.Quality.NO_RECORDS));
    }

    @Override
    public TreeSettings defaults() {
        return TreeSettings.defaults();
    }

    /// The seed decides only which rows a proper synthesis learns from.
    @Override
    public FittedSynthesizer fit(
            Dataset training, TreeSettings settings, long seed, Progress progress) {
        Learnable learnable = Learnable.of(training, "The sequential trees");
        if (learnable.data().rows() < 2) {
            throw new UserProblem(
                    "One row shows no distribution: the trees would only copy it.",
                    training.name(),
                    "Choose a dataset with at least two rows.");
        }
        return new SequentialFit(learnable, settings, seed, progress).fit();
    }
}
