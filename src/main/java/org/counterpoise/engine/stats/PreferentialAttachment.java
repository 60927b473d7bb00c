package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// How much being picked often makes a choice be picked again: the next record falls on a choice
/// with k records so far with a chance proportional to k^γ. γ is 1 where the popular attract in
/// proportion to their popularity, 0 where the past does not matter (Jeong, Néda and Barabási 2003,
/// doi:10.1209/epl/i2003-00166-9).
///
/// The records up to the median date build the counts; γ is the likeliest for the records after it,
/// each held against the counts just before its date (Pham, Sheridan and Shimodaira 2015,
/// doi:10.1371/journal.pone.0137796). A record on a choice that is new says nothing about γ; the
/// choice counts from then on. Unlike a line through the logarithms of counts before and after,
/// this is not pulled towards 0 by the noise of small counts.
///
/// @param gamma γ
/// @param error its standard error, from the information; consistent if the law holds
/// @param events records behind it
public record PreferentialAttachment(double gamma, double error, int events) {
    private static final int MOST_STEPS = 60;
    private static final double TOLERANCE = 1e-10;
    private static final double FARTHEST = 20;

    /// Fits.
    ///
    /// @param choices per record, below 0 where missing
    /// @param when per record, any number that grows with time; NaN where missing
    /// @param levels how many choices there are
    /// @return empty where nothing tells γ: no records after the median date on choices before it,
    ///     or all counts alike
    public static Optional<PreferentialAttachment> fit(int[] choices, double[] when, int levels) {
        int[] order =
                IntStream.range(0, choices.length)
                        .filter(row -> choices[row] >= 0 && Double.isFinite(when[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> when[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int start = firstAfterMedian(order, when);
        long[] counts = new long[levels];
        for (int i = 0; i < start; i++) {
            counts[choices[order[i]]]++;
        }
        double gamma = 1;
        Slope at = Slope.NONE;
        for (int step = 0; step < MOST_STEPS; step++) {
            at = new Walk(choices, when, order, start, counts.clone(), gamma).run();
            if (at.events == 0 || !(at.information > 1e-9 * at.events)) {
                return Optional.empty();
            }
            double move = Math.clamp(at.slope / at.information, -1, 1);
            gamma += move;
            if (Math.abs(move) < TOLERANCE) {
                break;
            }
            if (Math.abs(gamma) > FARTHEST) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new PreferentialAttachment(gamma, 1 / Math.sqrt(at.information), at.events));
    }

    private static int firstAfterMedian(int[] order, double[] when) {
        if (order.length == 0) {
            return 0;
        }
        double median = when[order[(order.length - 1) / 2]];
        int start = 0;
        while (start < order.length && when[order[start]] <= median) {
            start++;
        }
        return start;
    }

    /// The slope of the log-likelihood at one γ, and the information.
    private record Slope(double slope, double information, int events) {
        static final Slope NONE = new Slope(0, 0, 0);
    }

    /// One walk through the later records, date by date.
    private static final class Walk {
        private final int[] choices;
        private final double[] when;
        private final int[] order;
        private final int start;
        private final long[] counts;
        private final double gamma;
        private double sum;
        private double first;
        private double second;

        Walk(int[] choices, double[] when, int[] order, int start, long[] counts, double gamma) {
            this.choices = choices;
            this.when = when;
            this.order = order;
            this.start = start;
            this.counts = counts;
            this.gamma = gamma;
            Arrays.stream(counts).filter(k -> k > 0).forEach(k -> weigh(k, 1));
        }

        Slope run() {
            double slope = 0;
            double information = 0;
            int events = 0;
            int from = start;
            while (from < order.length) {
                int to = from;
                double mean = first / sum;
                double variance = second / sum - mean * mean;
                for (; to < order.length && when[order[to]] == when[order[from]]; to++) {
                    long k = counts[choices[order[to]]];
                    if (k > 0) {
                        slope += Math.log(k) - mean;
                        information += variance;
                        events++;
                    }
                }
                for (int i = from; i < to; i++) {
                    int choice = choices[order[i]];
                    if (counts[choice] > 0) {
                        weigh(counts[choice], -1);
                    }
                    counts[choice]++;
                    weigh(counts[choice], 1);
                }
                from = to;
            }
            return new Slope(slope, information, events);
        }

        /// Puts a choice with k records into the sums over all choices, or takes it out.
        private void weigh(long k, int sign) {
            double log = Math.log(k);
            double weight = sign * Math.exp(gamma * log);
            sum += weight;
            first += weight * log;
            second += weight * log * log;
        }
    }
}
