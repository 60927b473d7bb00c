package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Traits;

import java.util.List;

/// Rows of larger classes left out at random.
public final class RandomUndersampling extends Resampler<UndersamplingSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "random-undersampling",
                    "Random undersampling",
                    "Leaves out rows of classes that are too large.",
                    "Keeps as many rows of every class as the smallest has, drawn at random.",
                    "When there are far more rows of the larger classes than are needed.",
                    List.of(
                            "fast, and each class stays a random sample of itself",
                            "never changes or invents a row"),
                    List.of(
                            "minority groups: kept whole; who is rare within the larger classes may be lost",
                            "makes no rows: ask for an augmented result",
                            "throws information away, and predicted risks must be recalibrated"),
                    "Batista, Prati and Monard 2004, doi:10.1145/1007730.1007735");

    public RandomUndersampling() {
        super(CARD, new UndersamplingSettings(1));
    }

    @Override
    public Traits traits() {
        return REMOVES;
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, UndersamplingSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedCleaner(
                Learnable.of(training, "Random undersampling"), new RandomKept(settings.times()));
    }
}
