package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [NearMiss].
public record NearMissSettings(
        @Setting(
                        label = "Neighbours",
                        help =
                                "To how many nearest rows of the smallest class the distance is averaged.",
                        min = 1,
                        max = 100,
                        source = "Mani and Zhang 2003")
                int neighbours,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
