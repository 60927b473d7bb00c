package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Traits;

import java.util.List;
import java.util.Optional;

/// SMOTE for numbers and categories (Chawla, Bowyer, Hall and Kegelmeyer 2002, §6.1), with SMOTE
/// where all columns are numeric and SMOTE-N where none is.
///
/// The class is the group that is asked for, split by the outcome. With scaling `none` the numbers
/// are those of imbalanced-learn 0.14.
public final class SmoteNc implements Synthesizer<SmoteSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "smote-nc",
                    "SMOTE-NC",
                    "Makes new rows of a group between its existing rows.",
                    "Joins a row with one of its nearest rows of the same group and outcome: numbers"
                            + " are taken from the line between them, categories by vote of the"
                            + " neighbours. Without categories it is SMOTE, without numbers SMOTE-N.",
                    "To fill up small groups of a training set with rows close to real ones.",
                    List.of(
                            "simple and well known; stays within the range of each group",
                            "uses each group's own rows, never the majority's",
                            "outcome and group of every new row are certain"),
                    List.of(
                            "minority groups: invents no variety, shrinks the spread, and repeats"
                                    + " the errors of the few rows there are; fewer than about 30 rows"
                                    + " give a caricature",
                            "rare categories become rarer, as neighbours vote",
                            "new rows lie close to real people: judge privacy before sharing",
                            "numbers are standardised by default so that units do not decide who is"
                                    + " near; the published method does not (scaling = none)",
                            "a group of one row cannot be filled up"),
                    "Chawla et al. 2002, doi:10.1613/jair.953");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public Traits traits() {
        return Resampler.ADDS;
    }

    @Override
    public SmoteSettings defaults() {
        return SmoteSettings.defaults();
    }

    /// Learns scales only; neighbours are sought when rows are asked for. The seed does not matter.
    @Override
    public FittedSynthesizer fit(
            Dataset training, SmoteSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "SMOTE-NC"),
                settings,
                new NearestJoin(settings.neighbours()),
                Optional.empty(),
                progress);
    }
}
