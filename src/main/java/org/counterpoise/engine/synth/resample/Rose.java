package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// ROSE, the smoothed bootstrap (Menardi and Torelli 2014).
///
/// Numbers are kept within the range of the training set, which the published method does not do.
public final class Rose extends Resampler<BootstrapSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "rose",
                    "ROSE (smoothed bootstrap)",
                    "Makes new rows around rows of a group.",
                    "Draws rows of the group again and shakes their numbers by a normal kernel; categories stay.",
                    "To fill up groups that are too small for neighbours to mean much.",
                    List.of(
                            "needs no neighbours and no scaling",
                            "spreads a little beyond the lines between rows"),
                    List.of(
                            "minority groups: new rows are slightly blurred copies of the few there are",
                            "shakes each number alone, so tight relations between columns loosen",
                            "categories are copied, so new rows lie close to real people: judge privacy before sharing"),
                    "Menardi and Torelli 2014, doi:10.1007/s10618-012-0295-5");

    public Rose() {
        super(CARD, new BootstrapSettings(1));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, BootstrapSettings settings, long seed, Progress progress) {
        progress.check();
        Learnable learnable = Learnable.of(training, "ROSE");
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
