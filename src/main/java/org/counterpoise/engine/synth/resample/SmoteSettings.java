package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.settings.Setting;

/// Settings of [SmoteNc].
public record SmoteSettings(
        @Setting(
                        label = "Neighbours",
                        help =
                                "How many nearest rows of the same class a row is joined with; a"
                                        + " class of fewer rows uses all of them.",
                        min = 1,
                        max = 100,
                        source = "Chawla et al. 2002")
                int neighbours,
        @Setting(
                        label = "Scaling",
                        help =
                                "Standardise divides numbers by their standard deviation, so that"
                                        + " units do not decide who is near; none is as published.")
                Scaling scaling,
        @Setting(
                        label = "Copy lone rows",
                        help =
                                "A class of one row has no neighbour to be joined with. Off, none"
                                        + " are made and the shortfall is stated; on, it is copied.")
                boolean copyLoneRows,
        @Setting(
                        label = "Search at most",
                        help =
                                "In larger classes neighbours are sought among this many rows drawn"
                                        + " at random.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int searchAtMost) {

    /// How numbers are made comparable before distances are taken.
    public enum Scaling {
        STANDARDISE,
        NONE
    }

    static SmoteSettings defaults() {
        return of(5, Scaling.STANDARDISE);
    }

    /// The usual settings with these two.
    static SmoteSettings of(int neighbours, Scaling scaling) {
        return new SmoteSettings(neighbours, scaling, false, 10_000);
    }
}
