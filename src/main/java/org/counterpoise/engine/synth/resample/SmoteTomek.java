package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// SMOTE, then Tomek links taken out of the whole (Batista, Prati and Monard 2004).
public final class SmoteTomek extends Resampler<SmoteTomekSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "smote-tomek",
                    "SMOTE-Tomek",
                    "Fills up a class by SMOTE and takes out rows that touch another class.",
                    "Makes rows as SMOTE-NC; then, in an augmented result, takes out pairs of different class that are each other's nearest.",
                    "When SMOTE pushes a class into others and the border should be cleared a little.",
                    List.of("both sides of the border are cleared", "few rows are lost"),
                    List.of(
                            "minority groups: real members who most resemble the majority are taken out",
                            "classes are no longer exactly balanced after cleaning",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "Batista, Prati and Monard 2004, doi:10.1145/1007730.1007735");

    public SmoteTomek() {
        super(CARD, new SmoteTomekSettings(5, Scope.ALL, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, SmoteTomekSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "SMOTE-Tomek"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new NearestJoin(settings.neighbours()),
                Optional.of(new LinkCleaning(settings.scope(), settings.scaling())),
                progress);
    }
}
