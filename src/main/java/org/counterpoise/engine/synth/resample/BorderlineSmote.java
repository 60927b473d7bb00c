package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// Borderline-SMOTE 1 and 2 (Han, Wang and Mao 2005).
///
/// A row is in danger if at least half, but not all, of its m nearest rows are of another class.
/// With scaling `none` the rows in danger are those of imbalanced-learn 0.14.
public final class BorderlineSmote extends Resampler<BorderlineSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "borderline-smote",
                    "Borderline-SMOTE",
                    "Makes new rows of a class where it borders on others.",
                    "Joins only those rows with neighbours of their class that have many rows of other classes around them.",
                    "When classes overlap in part and the errors are made at the border.",
                    List.of(
                            "strengthens a class where a learner decides",
                            "leaves alone rows that are safe or that look like noise"),
                    List.of(
                            "minority groups: ignores their typical members and speaks for those who look like the majority",
                            "blurs the border further where labels are wrong",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "Han, Wang and Mao 2005, doi:10.1007/11538059_91");

    public BorderlineSmote() {
        super(
                CARD,
                new BorderlineSettings(
                        BorderlineSettings.Kind.FIRST, 5, 10, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, BorderlineSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "Borderline-SMOTE"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new BorderJoin(
                        settings.neighbours(),
                        settings.judges(),
                        settings.kind() == BorderlineSettings.Kind.SECOND),
                Optional.empty(),
                progress);
    }
}
