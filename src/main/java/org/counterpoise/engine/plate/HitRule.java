package org.counterpoise.engine.plate;

import org.counterpoise.engine.settings.Setting;

/// When a well is a hit.
///
/// @param hit how many robust standard deviations make a hit
/// @param direction which side hits lie on
public record HitRule(
        @Setting(
                        label = HitRule.HIT,
                        help = HitRule.HIT_HELP,
                        min = HitRule.LEAST,
                        max = HitRule.MOST,
                        unit = "SD",
                        source = HitRule.SOURCE)
                double hit,
        @Setting(label = HitRule.SIDE, help = HitRule.SIDE_HELP) Direction direction) {
    public static final String HIT = "Hit threshold";
    public static final String HIT_HELP =
            "A well is a hit if it is at least this many robust standard deviations from the median"
                    + " of its plate.";
    public static final double LEAST = 1;
    public static final double MOST = 20;
    public static final String SOURCE = "Malo et al. 2006";
    public static final String SIDE = "Hits are";
    public static final String SIDE_HELP = "Which side of the median hits lie on.";

    /// Three robust standard deviations to either side.
    public static final HitRule USUAL = new HitRule(3, Direction.BOTH);

    /// Which side of the median hits lie on.
    public enum Direction {
        BOTH,
        LOW,
        HIGH
    }

    /// What becomes of a hit when the readouts are corrected.
    public enum Change {
        STAYS,
        APPEARS,
        VANISHES,
        /// No hit before or after.
        NONE
    }

    /// @param z robust z; NaN is no hit
    public boolean matches(double z) {
        return switch (direction) {
            case BOTH -> Math.abs(z) >= hit;
            case LOW -> z <= -hit;
            case HIGH -> z >= hit;
        };
    }

    /// @param before robust z of the readout as measured
    /// @param after robust z of the corrected readout
    public Change change(double before, double after) {
        boolean was = matches(before);
        boolean is = matches(after);
        if (was) {
            return is ? Change.STAYS : Change.VANISHES;
        }
        return is ? Change.APPEARS : Change.NONE;
    }
}
