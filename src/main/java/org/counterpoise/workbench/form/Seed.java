package org.counterpoise.workbench.form;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.settings.SettingsType;

/// The seed of a step, as a form of its own.
///
/// @param seed any whole number
public record Seed(
        @Setting(
                        label = "Seed",
                        help =
                                "The same seed gives the same result on any machine. Another seed"
                                        + " shows how much chance matters.")
                long seed) {

    /// Where every form starts.
    public static final long START = 1;

    public static SettingsModel<Seed> model() {
        return new SettingsModel<>(SettingsType.of(new Seed(START)), NameChoices.NONE);
    }
}
