package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Harrell's C as [Concordance], of rows that may count several times; made once for scores that
/// are judged again and again.
public final class RankedTimes {
    /// Rows from the last time to the first.
    private final int[] rows;

    private final double[] times;
    private final byte[] events;
    private final int[] rank;
    private final int ranks;

    /// @param judged rows with a time of at least 0 and a known event
    /// @param times follow-up by row
    /// @param events 1 if the event ended it, 0 if censored
    /// @param scores higher for an earlier event
    public RankedTimes(int[] judged, double[] times, byte[] events, double[] scores) {
        rows =
                IntStream.of(judged)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(i -> times[i]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.times = Arrays.stream(rows).mapToDouble(row -> times[row]).toArray();
        this.events = new byte[rows.length];
        double[] sorted = Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
        Arrays.sort(sorted);
        sorted = Arrays.stream(sorted).distinct().toArray();
        ranks = sorted.length;
        rank = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            this.events[i] = events[rows[i]];
            rank[i] = Arrays.binarySearch(sorted, scores[rows[i]]);
        }
    }

    /// @param weights how often each row of the table counts
    /// @return NaN without a pair that counts
    public double concordance(int[] weights) {
        long[] tree = new long[ranks + 1];
        long[] counts = new long[ranks];
        long total = 0;
        double concordant = 0;
        double pairs = 0;
        int start = 0;
        while (start < rows.length) {
            int end = start;
            while (end < rows.length && times[end] == times[start]) {
                end++;
            }
            // The censored are later than the events of the same time.
            for (int event = 0; event < 2; event++) {
                for (int i = start; event == 1 && i < end; i++) {
                    if (events[i] == 1) {
                        double weight = weights[rows[i]];
                        pairs += weight * total;
                        concordant += weight * (below(tree, rank[i]) + 0.5 * counts[rank[i]]);
                    }
                }
                for (int i = start; i < end; i++) {
                    if (events[i] == event) {
                        int weight = weights[rows[i]];
                        total += weight;
                        counts[rank[i]] += weight;
                        for (int at = rank[i] + 1; at < tree.length; at += at & -at) {
                            tree[at] += weight;
                        }
                    }
                }
            }
            start = end;
        }
        return pairs == 0 ? Double.NaN : concordant / pairs;
    }

    private static long below(long[] tree, int rank) {
        long sum = 0;
        for (int at = rank; at > 0; at -= at & -at) {
            sum += tree[at];
        }
        return sum;
    }
}
