package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [TomekLinks].
public record TomekSettings(
        @Setting(
                        label = "Remove from",
                        help =
                                "Whether rows of every class may be removed, or the smallest class is spared.")
                Scope scope,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that units do not decide who is near; none is as published.")
                SmoteSettings.Scaling scaling) {}
