package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [SmoteEnn].
public record SmoteEnnSettings(
        @Setting(
                        label = "Neighbours",
                        help = "How many nearest rows of the same class a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "Chawla et al. 2002")
                int neighbours,
        @Setting(
                        label = "Editing neighbours",
                        help = "How many nearest rows judge a row.",
                        min = 1,
                        max = 100,
                        source = "Wilson 1972")
                int editors,
        @Setting(
                        label = "Rule",
                        help =
                                "All: every neighbour must be of the row's class for it to stay. Mode: the most frequent class among them must be its own.",
                        source = "Wilson 1972")
                EditedSettings.Rule rule,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
