package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// SMOTE, then edited nearest neighbours on the whole (Batista, Prati and Monard 2004).
public final class SmoteEnn extends Resampler<SmoteEnnSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "smote-enn",
                    "SMOTE-ENN",
                    "Fills up a class by SMOTE and takes out rows that their neighbours contradict.",
                    "Makes rows as SMOTE-NC; then, in an augmented result, takes out every row of any class whose nearest rows are not of its class.",
                    "When classes overlap much and labels are noisy.",
                    List.of("clears more overlap than SMOTE-Tomek"),
                    List.of(
                            "minority groups: their real members amid the majority are taken out, often many",
                            "can remove a large share of all rows; the note gives the numbers",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "Batista, Prati and Monard 2004, doi:10.1145/1007730.1007735");

    public SmoteEnn() {
        super(
                CARD,
                new SmoteEnnSettings(
                        5, 3, EditedSettings.Rule.ALL, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, SmoteEnnSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "SMOTE-ENN"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new NearestJoin(settings.neighbours()),
                Optional.of(
                        new EditCleaning(
                                settings.editors(),
                                settings.rule(),
                                Scope.ALL,
                                settings.scaling())),
                progress);
    }
}
