package org.counterpoise.engine.data;

import java.util.List;
import java.util.Optional;

/// What one column holds, in numbers.
///
/// @param missing rows without a value
/// @param distinct different values, missing not counted
/// @param summary for numbers and dates (days or seconds since 1970) with at least one finite value
/// @param top most frequent values, at most [#TOP], ties in the order of the levels; empty for
///     numbers with more different values than that
/// @param histogram for numbers and dates with at least one finite value
public record ColumnProfile(
        String name,
        ColumnType type,
        int missing,
        int distinct,
        Optional<Summary> summary,
        List<LevelCount> top,
        Optional<Histogram> histogram) {

    /// How many frequent values are listed.
    public static final int TOP = 10;

    /// A value and how many rows have it.
    public record LevelCount(String level, int count) {}

    /// Moments and quartiles of the finite values.
    ///
    /// @param count finite values
    /// @param q1 lower quartile; quartiles interpolate as in Hyndman and Fan (1996), type 7
    /// @param sd with n − 1; NaN for a single value
    /// @param outliers values further than 3.5 robust standard deviations from the median: 1.4826
    ///     times the median absolute deviation, or where more than half the values are equal,
    ///     1.2533 times the mean absolute deviation (Iglewicz and Hoaglin 1993); 0 for a column of
    ///     at most two different values
    public record Summary(
            int count,
            double min,
            double q1,
            double median,
            double q3,
            double max,
            double mean,
            double sd,
            int outliers) {}

    /// Counts in bins of equal width. A value on an edge belongs to the bin above, the largest to
    /// the last bin.
    ///
    /// @param edges ascending, one more than there are bins
    /// @param counts per bin
    public record Histogram(double[] edges, int[] counts) {}

    public ColumnProfile {
        top = List.copyOf(top);
    }
}
