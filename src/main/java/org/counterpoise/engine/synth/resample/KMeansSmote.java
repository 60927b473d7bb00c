package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.engine.synth.Learnable;

import java.util.List;
import java.util.Optional;

/// K-means-SMOTE (Douzas, Bacao and Last 2018), with prototypes for categories.
///
/// Makes exactly the rows asked for. Where a class reaches the wanted share in no cluster, those
/// with at least its overall share are used and a note says so.
public final class KMeansSmote extends Resampler<KMeansSmoteSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "k-means-smote",
                    "K-means-SMOTE",
                    "Makes new rows inside clusters where a class is at home.",
                    "Groups all rows, keeps the clusters in which the class is well represented, and joins its rows there, more where they are sparse.",
                    "When a class consists of several kinds, some of them rare, and noise should not be multiplied.",
                    List.of(
                            "does not join rows across different kinds of a class",
                            "fills sparse kinds more than dense ones"),
                    List.of(
                            "minority groups: members outside the chosen clusters get no new rows",
                            "the number of clusters must be chosen",
                            "new rows lie close to real people: judge privacy before sharing"),
                    "Douzas, Bacao and Last 2018, doi:10.1016/j.ins.2018.06.056");

    public KMeansSmote() {
        super(CARD, new KMeansSmoteSettings(8, 2, 0.5, SmoteSettings.Scaling.STANDARDISE));
    }

    @Override
    public FittedSynthesizer fit(
            Dataset training, KMeansSmoteSettings settings, long seed, Progress progress) {
        progress.check();
        return new FittedSmote(
                Learnable.of(training, "K-means-SMOTE"),
                SmoteSettings.of(settings.neighbours(), settings.scaling()),
                new ClusterJoin(settings.clusters(), settings.neighbours(), settings.least()),
                Optional.empty(),
                progress);
    }
}
