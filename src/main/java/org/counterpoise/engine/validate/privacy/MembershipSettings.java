package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.settings.Setting;

/// Settings of [MembershipInference].
public record MembershipSettings(
        @Setting(
                        label = "Highest AUC",
                        help =
                                "How well training rows may be told from holdout rows by the synthetic"
                                        + " data; 0.5 is chance.",
                        min = 0.5,
                        max = 1,
                        source = "founding guide: near 0.5; the margin is ours")
                double maxAuc,
        @Setting(
                        label = "Most people found at 1 % false alarms",
                        help =
                                "Share of training rows that may be recognised when one holdout row in"
                                        + " a hundred is mistaken for one; 0.01 is chance.",
                        min = 0.01,
                        max = 1,
                        source = "ours: five times chance")
                double maxFound,
        @Setting(
                        label = "Rarest people",
                        help =
                                "Share of people, those farthest from everyone else, who are looked at"
                                        + " on their own.",
                        min = 0.001,
                        max = 0.5,
                        source = "ours")
                double rarest,
        @Setting(
                        label = "Most rows compared",
                        help = "Larger tables are represented by a random sample.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int maxRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    static final MembershipSettings DEFAULTS =
            new MembershipSettings(0.55, 0.05, 0.01, 20_000, 0.95);
}
