package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// ADASYN (He, Bai, Garcia and Li 2008).
///
/// Where no row is crowded, which the published method does not provide for, all rows start equally
/// many. Numbers per row are apportioned, so that they add up to what is asked for.
public final class Adasyn extends Resampler<AdasynSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "adasyn",
                    "ADASYN",
                    "Makes more new rows where a class is hardest to tell from others.",
                    "Starts as many new rows from a row as rows of other classes crowd it, and joins it with neighbours of its class.",
                    "When a class is hard to learn in places and labels can be trusted.",
                    List.of(
                            "puts the effort where errors are made",
                            "adapts without a border to be chosen"),
                    List.of(
                            "minority groups: multiplies outliers and wrong labels most, as these are the most crowded",
                            "does nothing for members of the group in safe places",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "He et al. 2008, doi:10.1109/IJCNN.2008.4633969");

    public Adasyn() {
        super(CARD, new AdasynSettings(5, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, AdasynSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "ADASYN"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new AdaptiveJoin(settings.neighbours()),
                Optional.empty(),
                progress);
    }
}
