package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;
import org.counterpoise.engine.synth.Traits;

import java.util.List;

/// Tomek links (Tomek 1976): two rows of different class that are each other's nearest.
public final class TomekLinks extends Resampler<TomekSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "tomek-links",
                    "Tomek links",
                    "Takes out rows that touch another class.",
                    "Finds pairs of rows of different class that are each other's nearest, and takes out the one of the larger class or both.",
                    "To clear the border between classes a little before learning.",
                    List.of("takes out few rows", "never changes or invents a row"),
                    List.of(
                            "minority groups: with all classes in scope it removes their members who most resemble the majority",
                            "makes no rows: ask for an augmented result",
                            "cleans training data only; a test set must keep its difficult cases"),
                    "Tomek 1976, doi:10.1109/TSMC.1976.4309452");

    public TomekLinks() {
        super(CARD, new TomekSettings(Scope.LARGER, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public Traits traits() {
        return REMOVES;
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, TomekSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedCleaner(
                Learnable.of(training, "Tomek links"),
                new LinkCleaning(settings.scope(), settings.scaling()));
    }
}
