package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.validate.KeyClasses;

import java.util.Arrays;

/// How the rows of a release match the people of a population table by their keys.
///
/// @param fewest k of k-map (Sweeney 2002, doi:10.1142/S0218488502001648): the fewest people that a
///     row which matches anyone matches; 0 if none matches
/// @param alone number of rows that match one person only
/// @param nobody number of rows that match nobody
/// @param rows of the release
/// @param least δ_min of δ-presence (Nergiz, Atzori and Clifton 2007, doi:10.1145/1247480.1247554):
///     the least share of a population class that is in the release
/// @param most δ_max: the greatest
record PopulationMatches(
        int fewest, long alone, long nobody, long rows, double least, double most) {

    /// @param classes whose tables are the release and the population or its parts
    /// @param release position of its table
    /// @param people number of people that the release tells of. If that is not its number of rows,
    ///     each counts in part, and a class is never counted as more than wholly present
    /// @param population positions of its tables
    static PopulationMatches of(KeyClasses classes, int release, long people, int... population) {
        int[] released = classes.sizes(release);
        int[] there = new int[classes.count()];
        for (int table : population) {
            int[] sizes = classes.sizes(table);
            Arrays.setAll(there, c -> there[c] + sizes[c]);
        }
        long rows = classes.of()[release].length;
        int fewest = Integer.MAX_VALUE;
        long alone = 0;
        long nobody = 0;
        double least = 1;
        double most = 0;
        for (int c = 0; c < there.length; c++) {
            if (there[c] == 0) {
                nobody += released[c];
                continue;
            }
            if (released[c] > 0) {
                fewest = Math.min(fewest, there[c]);
                alone += there[c] == 1 ? released[c] : 0;
            }
            double present =
                    rows == 0 ? 0 : Math.min(1, (double) released[c] * people / rows / there[c]);
            least = Math.min(least, present);
            most = Math.max(most, present);
        }
        return new PopulationMatches(
                fewest == Integer.MAX_VALUE ? 0 : fewest, alone, nobody, rows, least, most);
    }
}
