package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [BorderlineSmote].
public record BorderlineSettings(
        @Setting(
                        label = "Kind",
                        help =
                                "First joins rows at the border with rows of their class; second also with near rows of other classes, staying close to the start.",
                        source = "Han et al. 2005")
                Kind kind,
        @Setting(
                        label = "Neighbours",
                        help = "How many nearest rows of the same class a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "Han et al. 2005")
                int neighbours,
        @Setting(
                        label = "Judging neighbours",
                        help =
                                "How many nearest rows of any class decide whether a row is at the border.",
                        min = 1,
                        max = 100,
                        source = "imbalanced-learn 0.14")
                int judges,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {

    /// Borderline-SMOTE 1 or 2.
    public enum Kind {
        FIRST,
        SECOND
    }
}
