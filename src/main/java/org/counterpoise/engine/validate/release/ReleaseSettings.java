package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.settings.Setting;

/// Settings of [ReleaseDisclosure].
public record ReleaseSettings(
        @Setting(
                        label = "Highest excess of matched people",
                        help =
                                "By how much more of the people behind the synthetic data than of people"
                                        + " never seen may be alone with their keys and be matched by a"
                                        + " synthetic row.",
                        min = 0,
                        max = 1,
                        source = "founding guide: singling out")
                double maxExcess,
        @Setting(
                        label = "Demanded k",
                        help =
                                "Fewest rows with the same keys; 1 demands nothing. A synthetic row is"
                                        + " no person, so nothing is demanded unless your rules do.",
                        min = 1,
                        max = 1000,
                        unit = "rows")
                int k,
        @Setting(
                        label = "Demanded l",
                        help =
                                "Fewest different values of a secret among rows with the same keys"
                                        + " (distinct l-diversity); 1 demands nothing.",
                        min = 1,
                        max = 1000)
                int l,
        @Setting(
                        label = "Allowed t",
                        help =
                                "Greatest distance of the secrets of rows with the same keys from those"
                                        + " of all rows (t-closeness); 1 allows everything.",
                        min = 0,
                        max = 1)
                double t,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence) {

    static final ReleaseSettings DEFAULTS = new ReleaseSettings(0.05, 1, 1, 1, 0.95);
}
