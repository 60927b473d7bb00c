package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.settings.Setting;

/// Settings of [Privacy].
public record PrivacySettings(
        @Setting(
                        label = "Margin above one half",
                        help =
                                "How far the share of synthetic rows closer to the training than to"
                                        + " the holdout rows may exceed one half.",
                        min = 0,
                        max = 0.5,
                        source = "ours: one half is what a fresh sample of the population gives")
                double margin,
        @Setting(
                        label = "Most rows compared",
                        help =
                                "Larger tables are represented by a random sample when closest rows"
                                        + " are sought. Exact copies are sought among all rows.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int maxRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    static final PrivacySettings DEFAULTS = new PrivacySettings(0.05, 20_000, 0.95);
}
