package org.counterpoise.engine.audit.molecule;

import org.counterpoise.engine.settings.Setting;

/// How a collection of molecules is judged.
///
/// @param top which share of the scaffolds, the most popular first, counts as popular
/// @param limit share of the molecules on popular scaffolds above which the collection is narrow
/// @param alike Tanimoto similarity from which a molecule counts as like a popular one
public record MoleculeSettings(
        @Setting(
                        label = "Popular scaffolds",
                        help = "The most popular scaffolds count as popular up to this share.",
                        min = 1,
                        max = 50,
                        unit = "%")
                double top,
        @Setting(
                        label = "Warn above",
                        help =
                                "Share of the molecules with rings that popular scaffolds may carry.",
                        min = 1,
                        max = 100,
                        unit = "%")
                double limit,
        @Setting(
                        label = "Alike from",
                        help =
                                "Tanimoto similarity of circular fingerprints (ECFP4) from which"
                                        + " two molecules count as alike.",
                        min = 0.05,
                        max = 1)
                double alike) {}
