package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.settings.Setting;

/// Settings of [Utility].
public record UtilitySettings(
        @Setting(
                        label = "Model",
                        help =
                                "Logistic regression is fast, has no random part and is what most"
                                        + " clinical papers report; gradient boosting also sees"
                                        + " interactions.")
                Learner learner,
        @Setting(
                        label = "Lowest ratio of AUCs",
                        help =
                                "AUC of the model trained on synthetic rows over AUC of the model"
                                        + " trained on real rows, both on the holdout.",
                        min = 0,
                        max = 1,
                        source = "founding guide")
                double minimumRatio,
        @Setting(
                        label = "Bootstrap replicates",
                        help = "Paired: all models are judged on the same resampled holdout rows.",
                        min = 50,
                        max = 10_000)
                int replicates,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence,
        @Setting(
                        label = "Cutoff for F1",
                        help = "A predicted probability of at least this counts as positive.",
                        min = 0,
                        max = 1)
                double cutoff,
        @Setting(
                        label = "Smallest subgroup",
                        help =
                                "Subgroups with fewer holdout rows, or fewer than five of either"
                                        + " outcome, are shown as undefined.",
                        min = 10,
                        max = 10_000,
                        unit = "rows")
                int groupRows) {

    static final UtilitySettings DEFAULTS =
            new UtilitySettings(Learner.LOGISTIC_REGRESSION, 0.95, 500, 0.95, 0.5, 30);
}
