package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// Rows of a group drawn again, with replacement.
public final class RandomOversampling extends Resampler<BootstrapSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "random-oversampling",
                    "Random oversampling",
                    "Repeats rows of a group.",
                    "Draws rows of the group again until there are enough; they are exact copies.",
                    "As the plain baseline that any other oversampler should beat, and where values between rows make no sense.",
                    List.of(
                            "never makes an impossible row",
                            "equals giving rows a weight, which many learners accept directly"),
                    List.of(
                            "minority groups: repeats the same few people, so a learner may memorise them",
                            "the rows marked synthetic are copies of real people: never share them as anonymous"),
                    "Batista, Prati and Monard 2004, doi:10.1145/1007730.1007735");

    public RandomOversampling() {
        super(CARD, new BootstrapSettings(0));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, BootstrapSettings settings, long seed, Progress progress) {
        progress.check();
        Learnable learnable = Learnable.of(training, "Random oversampling");
        if (learnable.data().rows() < 2) {
            throw new UserProblem(
                    "One row cannot be resampled: every new row would be the same person.",
                    training.name(),
                    "Use at least two rows.");
        }
        return new FittedSmote(
                learnable,
                new SmoteSettings(1, SmoteSettings.Scaling.NONE, true, 1_000_000),
                new Bootstrap(settings.smoothing()),
                Optional.empty(),
                progress);
    }
}
