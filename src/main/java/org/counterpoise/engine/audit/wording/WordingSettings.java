package org.counterpoise.engine.audit.wording;

import org.counterpoise.engine.settings.Setting;

/// How the wording of texts is compared.
///
/// @param source column that says where a text comes from; empty to find it
/// @param level adjusted p below which a difference is named
/// @param smallestGroup sources with fewer texts are left out
/// @param words how many first words, and words of the texts, are compared one by one
/// @param confidence of the intervals
public record WordingSettings(
        @Setting(
                        label = "Source",
                        help =
                                "The column that says where a text comes from. Empty: a column called"
                                        + " source or origin, else each protected attribute.",
                        names = Setting.Names.COLUMN)
                String source,
        @Setting(
                        label = "Level of tests",
                        help = "A difference is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest source",
                        help = "Sources with fewer texts are left out.",
                        min = 5,
                        max = 10_000,
                        unit = "texts")
                int smallestGroup,
        @Setting(
                        label = "Words listed",
                        help = "How many of the most frequent words are compared one by one.",
                        min = 5,
                        max = 200)
                int words,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
