package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.BlandAltman;

/// How the agreement of measurements is looked at.
///
/// @param acceptable largest difference that would not matter, in the unit of the measurements or,
///     for ratios, in per cent; 0 for not stated
/// @param ratio whether ratios are looked at instead of differences
/// @param z limits lie so many standard deviations from the bias
/// @param limits how the intervals of the limits are computed
/// @param level of the tests of bias, slope and spread
/// @param smallestGroup groups with fewer pairs are left out
/// @param confidence of the intervals
/// @param repeats what several rows of one subject are
/// @param errorRatio variance of the first measurement's errors over that of the second, for the
///     line of Deming
public record AgreementSettings(
        @Setting(
                        label = "Acceptable difference",
                        help =
                                "The largest difference that would not change what is done, in the"
                                        + " unit of the measurements; for ratios in per cent. 0: not"
                                        + " stated, so nothing is judged.",
                        min = 0,
                        max = 1e12)
                double acceptable,
        @Setting(
                        label = "Ratios instead of differences",
                        help =
                                "For measurements above 0 whose difference grows with their size:"
                                        + " limits are computed on logarithms.")
                boolean ratio,
        @Setting(
                        label = "Limits at",
                        help = "Standard deviations from the bias; 1.96 holds 95 % of differences.",
                        min = 0.1,
                        max = 5,
                        source = "Bland and Altman 1999")
                double z,
        @Setting(
                        label = "Intervals of the limits",
                        help =
                                "Exact, by the noncentral t distribution, or Bland and Altman's own.",
                        source = "Carkeet 2015, doi:10.1097/OPX.0000000000000513")
                BlandAltman.Limits limits,
        @Setting(
                        label = "Level of tests",
                        help =
                                "A bias, a slope or a growing spread is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer pairs are not looked at.",
                        min = 3,
                        max = 10_000,
                        unit = "pairs")
                int smallestGroup,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence,
        @Setting(
                        label = "Repeated measurements",
                        help =
                                "What several rows of one identifier are: linked pairs while the"
                                        + " true value may change, readings of a value that stays the"
                                        + " same, or different subjects.",
                        source = "Bland and Altman 2007, doi:10.1080/10543400701329422")
                Repeats repeats,
        @Setting(
                        label = "Ratio of error variances",
                        help =
                                "Variance of the first measurement's errors over that of the"
                                        + " second's, for the line of Deming; 1 if both err alike.",
                        min = 1e-3,
                        max = 1e3)
                double errorRatio) {

    /// What several rows with the same identifier are.
    public enum Repeats {
        /// Pairs taken together, while the true value may change from pair to pair.
        LINKED,
        /// Readings of each measurement, while the true value stays the same.
        CONSTANT,
        /// Rows of different subjects.
        APART
    }
}
