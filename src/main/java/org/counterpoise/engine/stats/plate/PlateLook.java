package org.counterpoise.engine.stats.plate;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.List;

/// One plate, its biased lines, and how their bias acts.
public record PlateLook(Wells wells, BiasedLines lines, ModelChoice choice) {

    /// Looks at every plate.
    ///
    /// @param alpha level of the tests, 0 to 1; see [#perLine]
    public static List<PlateLook> all(
            List<Wells> plates, double alpha, ModelTest test, Progress progress) {
        return Parallel.map(
                plates.size(),
                progress,
                "Looking for biased rows and columns",
                plate -> of(plates.get(plate), alpha, test));
    }

    /// The level for one line that keeps the chance of flagging any line of a clean plate at
    /// `alpha` (Bonferroni). The published protocol tests every line at `alpha`, which flags a line
    /// on about one in three clean plates of 384 wells.
    public static double perLine(double alpha, int rows, int columns) {
        return alpha / (rows + columns);
    }

    public static PlateLook of(Wells wells, double alpha, ModelTest test) {
        BiasedLines lines = BiasedLines.find(wells, alpha);
        return new PlateLook(wells, lines, ModelChoice.of(wells, lines, test, alpha));
    }
}
