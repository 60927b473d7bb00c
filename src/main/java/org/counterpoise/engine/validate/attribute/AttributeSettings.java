package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.settings.Setting;

/// Settings of [AttributeInference].
public record AttributeSettings(
        @Setting(
                        label = "Highest gain",
                        help =
                                "By how much AUC, R² or correct attribution may be higher for the people"
                                        + " behind the synthetic data than for people never seen.",
                        min = 0,
                        max = 1,
                        source = "founding guide: attribute disclosure")
                double maxGain,
        @Setting(
                        label = "Most secrets",
                        help =
                                "How many columns are attacked: those marked sensitive; without any the"
                                        + " outcome; without that the first of the others.",
                        min = 1,
                        max = 1000)
                int secrets,
        @Setting(
                        label = "Trees",
                        help = "Of the model that guesses a secret from what is known.",
                        min = 10,
                        max = 1000)
                int trees,
        @Setting(
                        label = "Bands",
                        help =
                                "Numbers with more values are cut into so many bands of as many rows"
                                        + " each before keys are matched.",
                        min = 2,
                        max = 1000)
                int bands,
        @Setting(
                        label = "People attacked",
                        help =
                                "At most so many training and so many holdout rows; more give narrower"
                                        + " intervals.",
                        min = 50,
                        max = 1_000_000,
                        unit = "rows")
                int attacks,
        @Setting(
                        label = "Most synthetic rows",
                        help = "Larger tables are represented by a random sample.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int maxRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    static final AttributeSettings DEFAULTS =
            new AttributeSettings(0.1, 5, 50, 10, 2000, 20_000, 0.95);
}
