package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Traits;

import java.util.List;

/// NearMiss-1 (Mani and Zhang 2003).
public final class NearMiss extends Resampler<NearMissSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "near-miss",
                    "NearMiss-1",
                    "Keeps those rows of larger classes that are nearest to the smallest.",
                    "Reduces every class to the size of the smallest, keeping the rows with the least mean distance to their nearest rows of it.",
                    "Seldom: for very large majorities of which only the border matters.",
                    List.of("keeps the contrast at the border", "never changes or invents a row"),
                    List.of(
                            "minority groups: kept whole, but compared with untypical members of the majority only",
                            "makes no rows: ask for an augmented result",
                            "what is left is not a sample of anyone: shares, means and predicted risks no longer hold"),
                    "Mani and Zhang 2003, Workshop on Learning from Imbalanced Datasets, ICML");

    public NearMiss() {
        super(CARD, new NearMissSettings(3, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public Traits traits() {
        return REMOVES;
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, NearMissSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedCleaner(
                Learnable.of(training, "NearMiss"),
                new NearestKept(settings.neighbours(), settings.scaling()));
    }
}
