package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [SvmSmote].
public record SvmSmoteSettings(
        @Setting(
                        label = "Neighbours",
                        help = "How many nearest rows of the same class a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "Nguyen et al. 2011")
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
                        label = "Step outwards",
                        help =
                                "The longest step away from the partner that a row in safe country is moved, as a share of the way to it.",
                        min = 0,
                        max = 1,
                        source = "imbalanced-learn 0.14")
                double outwards,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
