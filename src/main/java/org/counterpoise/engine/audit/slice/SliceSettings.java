package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.settings.Setting;

/// How slices are made, searched and judged.
public record SliceSettings(
        @Setting(
                        label = "Most conditions",
                        help = "How many conditions describe a slice at most.",
                        min = 1,
                        max = 3)
                int conditions,
        @Setting(
                        label = "Slices wanted",
                        help = "How many of the worst slices are kept and confirmed.",
                        min = 1,
                        max = 100)
                int slices,
        @Setting(
                        label = "Weight of the error",
                        help =
                                "Nearer to 1 prefers slices with many errors, however small; lower"
                                        + " prefers large slices.",
                        min = 0.01,
                        max = 1,
                        source = "Sagadeeva and Boehm 2021")
                double alpha,
        @Setting(
                        label = "Smallest slice",
                        help = "A slice with fewer rows than this is not looked at.",
                        min = 1,
                        max = 1_000_000,
                        unit = "rows",
                        source = "Sagadeeva and Boehm 2021: 32, or 1% of rows if that is more")
                int smallest,
        @Setting(
                        label = "Smallest slice, share",
                        help =
                                "A slice with a smaller share of the rows than this is not looked at.",
                        min = 0,
                        max = 50,
                        unit = "%",
                        source = "Sagadeeva and Boehm 2021")
                double smallestShare,
        @Setting(
                        label = "Bands of a number",
                        help =
                                "Numeric columns without bands of their own are cut into so many"
                                        + " bands of about equal size.",
                        min = 2,
                        max = 20)
                int bands,
        @Setting(
                        label = "Rows kept for confirmation",
                        help =
                                "Share of the rows (or people) that are not searched, and on which"
                                        + " the slices found are tested.",
                        min = 10,
                        max = 90,
                        unit = "%")
                double confirm,
        @Setting(
                        label = "Serious excess",
                        help =
                                "A confirmed slice is serious if its error rate is above that of"
                                        + " the rest by more than this, even at the lower end of"
                                        + " the interval.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double seriousExcess,
        @Setting(
                        label = "Decision threshold",
                        help =
                                "A score of at least this counts as a positive decision. Not used"
                                        + " with a marked prediction.")
                double threshold,
        @Setting(
                        label = "Model",
                        help =
                                "What is trained here by cross-validation if no prediction or score"
                                        + " is marked.")
                Learner learner,
        @Setting(
                        label = "Folds",
                        help = "Parts of the cross-validation, for a model trained here.",
                        min = 2,
                        max = 20)
                int folds,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
