package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.Setting.Names;

import java.util.List;

/// Settings of [SyntheticFairness].
public record FairnessSettings(
        @Setting(
                        label = "Model",
                        help =
                                "Logistic regression is fast and has no random part; trees also see"
                                        + " interactions, but take minutes to train again and again.")
                Learner learner,
        @Setting(
                        label = "Largest worsening of a group",
                        help =
                                "By how much a metric may get worse in any group when the model is"
                                        + " trained on synthetic rows; also the margin within which"
                                        + " a group counts as served the same.",
                        min = 0.001,
                        max = 1,
                        source = "founding guide")
                double margin,
        @Setting(
                        label = "Metrics of the verdict",
                        help =
                                "Names of metrics by which a group counts as better or worse; the"
                                        + " more, the wider the intervals. All metrics are shown in"
                                        + " any case.",
                        names = Names.ANYTHING)
                List<String> metrics,
        @Setting(
                        label = "Decision threshold",
                        help = "A predicted probability of at least this is a positive decision.",
                        min = 0,
                        max = 1)
                double cutoff,
        @Setting(
                        label = "Smallest ratio of shares",
                        help =
                                "A group whose share among synthetic rows over its share among"
                                        + " training rows is certainly under 1 and estimated under"
                                        + " this is pointed out, unless that brings it nearer to"
                                        + " the target population.",
                        min = 0,
                        max = 1)
                double shareRatio,
        @Setting(
                        label = "Largest strengthening of a label association",
                        help =
                                "By how much the difference of outcome rates between a group and"
                                        + " the largest group may grow.",
                        min = 0,
                        max = 1)
                double labelMargin,
        @Setting(
                        label = "Largest strengthening of proxies",
                        help =
                                "By how much the AUC of guessing a group from the other columns may"
                                        + " grow.",
                        min = 0,
                        max = 0.5)
                double proxyMargin,
        @Setting(
                        label = "Attributes crossed",
                        help =
                                "How many protected attributes are crossed at most; 1 looks at each"
                                        + " by itself.",
                        min = 1,
                        max = 3)
                int order,
        @Setting(
                        label = "Smallest subgroup",
                        help =
                                "Subgroups with fewer holdout rows, or fewer than five of either"
                                        + " outcome, are not judged.",
                        min = 10,
                        max = 10_000,
                        unit = "rows")
                int groupRows,
        @Setting(
                        label = "Bootstrap replicates",
                        help = "Paired: all models are judged on the same resampled holdout rows.",
                        min = 50,
                        max = 10_000)
                int replicates,
        @Setting(
                        label = "Models trained again",
                        help =
                                "On rows drawn again from each table, so that intervals also hold"
                                        + " the chance in training and in generating.",
                        min = 5,
                        max = 500)
                int refits,
        @Setting(
                        label = "Rows trained on again",
                        help =
                                "At most so many of each table; the chance in more rows is worked"
                                        + " out from that in fewer.",
                        min = 200,
                        max = 1_000_000,
                        unit = "rows")
                int refitRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    static final FairnessSettings DEFAULTS =
            new FairnessSettings(
                    Learner.LOGISTIC_REGRESSION,
                    0.05,
                    List.of("auc", "tpr", "fpr"),
                    0.5,
                    0.8,
                    0.05,
                    0.05,
                    1,
                    30,
                    200,
                    20,
                    2_000,
                    0.95);

    public FairnessSettings {
        metrics = List.copyOf(metrics);
    }
}
