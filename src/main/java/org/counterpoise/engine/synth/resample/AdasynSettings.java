package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [Adasyn].
public record AdasynSettings(
        @Setting(
                        label = "Neighbours",
                        help = "How many nearest rows of the same class a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "He et al. 2008")
                int neighbours,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
