package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [SmoteTomek].
public record SmoteTomekSettings(
        @Setting(
                        label = "Neighbours",
                        help = "How many nearest rows of the same class a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "Chawla et al. 2002")
                int neighbours,
        @Setting(
                        label = "Remove from",
                        help =
                                "Whether both rows of a link are removed, or those of the smallest class are spared.",
                        source = "Batista et al. 2004")
                Scope scope,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
