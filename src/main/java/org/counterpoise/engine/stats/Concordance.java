package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Harrell's C: of two people of whom it is known who had the event first, how often that one had
/// the higher score, ties counting half (Harrell, Lee and Mark, Stat Med 1996,
/// doi:10.1002/(SICI)1097-0258(19960229)15:4<361::AID-SIM168>3.0.CO;2-4).
///
/// A pair counts if the earlier of two times is an event; at equal times, if one is an event and
/// the other is censored. The variance is the jackknife's. Sorting and counting takes n log n.
///
/// @param value NaN without a pair that counts
/// @param error standard error
/// @param pairs how many pairs count
/// @param n people with a time and a score
public record Concordance(double value, double error, double pairs, long n) {

    /// @param times follow-up, at least 0, NaN for none
    /// @param events 1 if the event ended it, 0 if censored, -1 for unknown
    /// @param scores higher for an earlier event, NaN for none
    public static Concordance of(double[] times, byte[] events, double[] scores) {
        int[] rows =
                IntStream.range(0, times.length)
                        .filter(i -> times[i] >= 0 && events[i] >= 0 && !Double.isNaN(scores[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> times[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int n = rows.length;
        double[] sorted =
                IntStream.of(rows).mapToDouble(row -> scores[row]).sorted().distinct().toArray();
        int[] rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[i] = Arrays.binarySearch(sorted, scores[rows[i]]);
        }
        double[] concordant = new double[n];
        double[] counted = new double[n];
        asEarlier(times, events, rows, rank, sorted.length, concordant, counted);
        double pairs = Arrays.stream(counted).sum();
        double value = pairs == 0 ? Double.NaN : Arrays.stream(concordant).sum() / pairs;
        asLater(times, events, rows, rank, sorted.length, concordant, counted);
        return new Concordance(value, jackknife(value, pairs, concordant, counted), pairs, n);
    }

    /// From the values without each person: those of the person's pairs taken off both sums.
    private static double jackknife(
            double value, double pairs, double[] concordant, double[] counted) {
        int n = counted.length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double change = (value * pairs - concordant[i]) / (pairs - counted[i]) - value;
            sum += change;
            squares += change * change;
        }
        return Math.sqrt(Math.max(0, squares - sum * sum / n) * (n - 1) / n);
    }

    /// Adds the pairs in which each is the earlier one, from the last time to the first.
    private static void asEarlier(
            double[] times,
            byte[] events,
            int[] rows,
            int[] rank,
            int ranks,
            double[] concordant,
            double[] counted) {
        Tally later = new Tally(ranks);
        int end = rows.length;
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && times[rows[start - 1]] == times[rows[end - 1]]) {
                start--;
            }
            later.add(events, rows, rank, start, end, 0);
            for (int i = start; i < end; i++) {
                if (events[rows[i]] == 1) {
                    counted[i] += later.total;
                    concordant[i] += later.below(rank[i]) + 0.5 * later.at(rank[i]);
                }
            }
            later.add(events, rows, rank, start, end, 1);
            end = start;
        }
    }

    /// Adds the pairs in which each is the later one, from the first time to the last.
    private static void asLater(
            double[] times,
            byte[] events,
            int[] rows,
            int[] rank,
            int ranks,
            double[] concordant,
            double[] counted) {
        Tally earlier = new Tally(ranks);
        int start = 0;
        while (start < rows.length) {
            int end = start + 1;
            while (end < rows.length && times[rows[end]] == times[rows[start]]) {
                end++;
            }
            for (byte event = 1; event >= 0; event--) {
                for (int i = start; i < end; i++) {
                    if (events[rows[i]] == event) {
                        counted[i] += earlier.total;
                        concordant[i] +=
                                earlier.total - earlier.below(rank[i]) - 0.5 * earlier.at(rank[i]);
                    }
                }
                // The censored are later than the events of the same time.
                if (event == 1) {
                    earlier.add(events, rows, rank, start, end, 1);
                }
            }
            start = end;
        }
    }

    public Estimate at(double confidence) {
        String method = "jackknife";
        if (Double.isNaN(value)) {
            return Estimate.undefined(confidence, method);
        }
        return Estimate.share(value, error, n, confidence, method);
    }

    /// How many scores of each rank there are so far (Fenwick 1994).
    private static final class Tally {
        private final int[] tree;
        private final int[] counts;
        private int total;

        Tally(int ranks) {
            tree = new int[ranks + 1];
            counts = new int[ranks];
        }

        void add(byte[] events, int[] rows, int[] rank, int from, int to, int event) {
            for (int i = from; i < to; i++) {
                if (events[rows[i]] == event) {
                    total++;
                    counts[rank[i]]++;
                    for (int at = rank[i] + 1; at < tree.length; at += at & -at) {
                        tree[at]++;
                    }
                }
            }
        }

        double at(int rank) {
            return counts[rank];
        }

        double below(int rank) {
            int sum = 0;
            for (int at = rank; at > 0; at -= at & -at) {
                sum += tree[at];
            }
            return sum;
        }
    }
}
