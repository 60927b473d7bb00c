package org.counterpoise.engine.stats;

/// Whether a group's share among negative decisions is larger than among positive ones, within
/// levels of what may explain it (Wachter, Mittelstadt and Russell, West Virginia Law Review 2021,
/// doi:10.2139/ssrn.3547922): conditional demographic disparity. 0 is parity, above 0 the group is
/// passed over.
public final class DemographicDisparity {
    private DemographicDisparity() {}

    /// The disparity of each group, a mean over strata weighted by their rows; strata in which all
    /// decisions are alike do not count.
    ///
    /// @param decision 1, 0, or -1 for none, per row
    /// @param groups group per row, -1 for none
    /// @param count how many groups
    /// @param strata level per row, -1 for none
    /// @param levels how many levels; with one the disparity is not conditional
    /// @return one per group; NaN if no stratum counts
    public static double[] of(byte[] decision, int[] groups, int count, int[] strata, int levels) {
        long[][][] cells = new long[levels][count][2];
        for (int row = 0; row < decision.length; row++) {
            if ((decision[row] | groups[row] | strata[row]) >= 0) {
                cells[strata[row]][groups[row]][decision[row]]++;
            }
        }
        double[] disparity = new double[count];
        double rows = 0;
        for (long[][] stratum : cells) {
            long negative = 0;
            long positive = 0;
            for (long[] group : stratum) {
                negative += group[0];
                positive += group[1];
            }
            if (negative > 0 && positive > 0) {
                double weight = negative + positive;
                rows += weight;
                for (int g = 0; g < count; g++) {
                    disparity[g] +=
                            weight
                                    * ((double) stratum[g][0] / negative
                                            - (double) stratum[g][1] / positive);
                }
            }
        }
        for (int g = 0; g < count; g++) {
            disparity[g] = rows > 0 ? disparity[g] / rows : Double.NaN;
        }
        return disparity;
    }
}
