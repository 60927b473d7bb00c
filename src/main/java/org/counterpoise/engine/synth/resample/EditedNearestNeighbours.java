package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Traits;

import java.util.List;

/// Edited nearest neighbours (Wilson 1972).
public final class EditedNearestNeighbours extends Resampler<EditedSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "edited-nearest-neighbours",
                    "Edited nearest neighbours",
                    "Takes out rows that their neighbours contradict.",
                    "Takes out rows whose nearest rows are of another class: any of them, or most.",
                    "When labels are noisy and many rows of the larger class lie among the smaller.",
                    List.of("clears overlap thoroughly", "never changes or invents a row"),
                    List.of(
                            "minority groups: with all classes in scope a small group surrounded by others can vanish",
                            "makes no rows: ask for an augmented result",
                            "takes out hard cases too, so results look better than they are if test data are cleaned"),
                    "Wilson 1972, doi:10.1109/TSMC.1972.4309137");

    public EditedNearestNeighbours() {
        super(
                CARD,
                new EditedSettings(
                        3,
                        EditedSettings.Rule.ALL,
                        Scope.LARGER,
                        SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public Traits traits() {
        return REMOVES;
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, EditedSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedCleaner(
                Learnable.of(training, "Edited nearest neighbours"),
                new EditCleaning(
                        settings.editors(), settings.rule(), settings.scope(), settings.scaling()));
    }
}
