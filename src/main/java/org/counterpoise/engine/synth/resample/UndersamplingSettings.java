package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [RandomUndersampling].
public record UndersamplingSettings(
        @Setting(
                        label = "Times the smallest class",
                        help = "How many times as large as the smallest class any other may stay.",
                        min = 1,
                        max = 1000)
                double times) {}
