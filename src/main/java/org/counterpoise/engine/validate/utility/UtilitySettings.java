package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.Setting.Names;

import java.util.List;

/// Settings of [Utility].
public record UtilitySettings(
        @Setting(
                        label = "Model",
                        help =
                                "Logistic regression is fast, has no random part and is what most"
                                        + " clinical papers report; gradient boosting and random"
                                        + " forests also see interactions, but training them again"
                                        + " and again takes minutes. Of a number, linear regression"
                                        + " takes the place of logistic; a time to an event is"
                                        + " always judged by Cox regression.")
                Learner learner,
        @Setting(
                        label = "Other models too",
                        help =
                                "Also trains the other kinds of model once and shows them beside"
                                        + " the first; the verdict rests on the first.")
                boolean allModels,
        @Setting(
                        label = "Lowest ratio of AUCs",
                        help =
                                "AUC of the model trained on synthetic rows over AUC of the model"
                                        + " trained on real rows, both on the holdout: 0.95 is"
                                        + " within 5 % of real. Of a number, R² takes the place of"
                                        + " AUC, of a time to an event Harrell's C. The other metrics are tested for"
                                        + " equivalence with the same margin.",
                        min = 0.5,
                        max = 0.999,
                        source = "founding guide")
                double minimumRatio,
        @Setting(
                        label = "Columns of your analysis",
                        help =
                                "A regression of the outcome (logistic, of a number linear, of a"
                                        + " time to an event Cox's) on these columns is fitted to both tables and compared"
                                        + " coefficient by coefficient; none takes all that may"
                                        + " predict.",
                        names = Names.COLUMN)
                List<String> analysis,
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
                        min = 0,
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
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence,
        @Setting(
                        label = "Cutoff for decisions",
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
                int groupRows,
        @Setting(
                        label = "Points of the learning curve",
                        help =
                                "What a fast model is worth by the number of synthetic rows it is"
                                        + " trained on; under 2 it is left out.",
                        min = 0,
                        max = 50)
                int curvePoints) {

    static final UtilitySettings DEFAULTS =
            new UtilitySettings(
                    Learner.LOGISTIC_REGRESSION,
                    false,
                    0.95,
                    List.of(),
                    200,
                    20,
                    2_000,
                    0.95,
                    0.5,
                    30,
                    10);

    public UtilitySettings {
        analysis = List.copyOf(analysis);
    }

    /// Whether a learning curve is wanted.
    boolean curve() {
        return curvePoints >= 2;
    }
}
