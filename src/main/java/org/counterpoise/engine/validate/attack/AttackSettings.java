package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.settings.Setting;

/// Settings of [PrivacyAttacks].
public record AttackSettings(
        @Setting(
                        label = "Highest risk of singling out",
                        help =
                                "What queries written from the synthetic data may gain at picking one"
                                        + " real person.",
                        min = 0,
                        max = 1,
                        source = "founding guide")
                double maxSinglingOut,
        @Setting(
                        label = "Highest risk of linking",
                        help = "What may be gained at joining two halves of a person's values.",
                        min = 0,
                        max = 1,
                        source = "founding guide: attribute disclosure")
                double maxLinkability,
        @Setting(
                        label = "Highest risk of inference",
                        help = "What may be gained at guessing a value from all others.",
                        min = 0,
                        max = 1,
                        source = "founding guide: attribute disclosure")
                double maxInference,
        @Setting(
                        label = "Attacks",
                        help =
                                "Queries or people of each kind of attack; more give narrower intervals.",
                        min = 50,
                        max = 100_000)
                int attacks,
        @Setting(
                        label = "Columns per query",
                        help = "Of singling out by several columns.",
                        min = 2,
                        max = 20,
                        source = "Giomi et al. 2023")
                int columns,
        @Setting(
                        label = "Neighbours",
                        help = "Closest synthetic rows that an attacker who links looks at.",
                        min = 1,
                        max = 50,
                        source = "Giomi et al. 2023")
                int neighbours,
        @Setting(
                        label = "Tolerance",
                        help = "A guessed number counts as right within this share of it.",
                        min = 0,
                        max = 1,
                        source = "Giomi et al. 2023")
                double tolerance,
        @Setting(
                        label = "Equally close rows",
                        help =
                                "Share: a guess counts as right as often as the equally close rows are."
                                        + " First: the first row in the file counts, as in a reference"
                                        + " implementation.")
                Ties ties,
        @Setting(
                        label = "Most rows compared",
                        help = "Larger tables are represented by a random sample.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int maxRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    /// What is done with rows that are equally close.
    public enum Ties {
        SHARE,
        FIRST
    }

    static final AttackSettings DEFAULTS =
            new AttackSettings(0.05, 0.1, 0.1, 2000, 3, 1, 0.05, Ties.SHARE, 20_000, 0.95);
}
