package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// SVM-SMOTE (Nguyen, Cooper and Kamei 2011).
///
/// Makes exactly the rows asked for: where support vectors of one kind are missing, their share
/// goes
/// to the other.
public final class SvmSmote extends Resampler<SvmSmoteSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "svm-smote",
                    "SVM-SMOTE",
                    "Makes new rows along the border that a support vector machine finds.",
                    "Joins the support vectors of a class with neighbours: inwards where other classes crowd them, outwards where the class has room.",
                    "When the border between classes is smooth and the smaller class may reach further than was sampled.",
                    List.of(
                            "follows the border rather than single rows",
                            "the only one of the family that extends a class beyond its rows"),
                    List.of(
                            "minority groups: stretches them into country where nobody was observed",
                            "in large tables the border is sought with 1,500 rows of each side, drawn at random",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "Nguyen, Cooper and Kamei 2011, doi:10.1504/IJKESDP.2011.039875");

    public SvmSmote() {
        super(CARD, new SvmSmoteSettings(5, 10, 0.5, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, SvmSmoteSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "SVM-SMOTE"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new SupportJoin(settings.neighbours(), settings.judges(), settings.outwards()),
                Optional.empty(),
                progress);
    }
}
