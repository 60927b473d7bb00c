package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [RandomOversampling] and [Rose].
public record BootstrapSettings(
        @Setting(
                        label = "Smoothing",
                        help =
                                "Width of the noise added to numbers, as a multiple of the width that suits normal data best; 0 copies rows as they are.",
                        min = 0,
                        max = 10,
                        source = "Menardi and Torelli 2014")
                double smoothing) {}
