package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [KMeansSmote].
public record KMeansSmoteSettings(
        @Setting(
                        label = "Clusters",
                        help = "Into how many clusters all rows are grouped.",
                        min = 1,
                        max = 500)
                int clusters,
        @Setting(
                        label = "Neighbours",
                        help =
                                "How many nearest rows of the same class and cluster a row is joined with.",
                        min = 1,
                        max = 100,
                        source = "Douzas et al. 2018")
                int neighbours,
        @Setting(
                        label = "Least class share",
                        help = "From which share of the class on a cluster is used.",
                        min = 0,
                        max = 1,
                        source = "Douzas et al. 2018")
                double least,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
