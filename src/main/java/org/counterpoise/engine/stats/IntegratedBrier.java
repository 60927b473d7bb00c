package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The integrated Brier score of predicted survival: the mean squared distance of the chance to be
/// free of the event from whether one was, over times up to a horizon, 0 to 1 and best low.
///
/// Rows censored before a time count through those like them that were not: each is weighted by the
/// inverse of its chance not to have been censored, which is estimated by Kaplan and Meier (Graf et
/// al., Stat Med 1999,
/// doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18<2529::AID-SIM274>3.0.CO;2-5). The integral is a
/// mean over the middles of equal steps.
public final class IntegratedBrier {
    private static final int STEPS = 25;
    private static final double HORIZON = 0.9;

    private final double[] times;
    private final byte[] events;
    private final double[] points = new double[STEPS];

    /// Times of censoring, ascending, and the share not censored up to and at each.
    private final double[] censored;

    private final double[] uncensored;

    /// Predicted survival of a row.
    @FunctionalInterface
    public interface Survival {
        /// @return the chance to be free of the event after `time`, 0 to 1
        double at(int row, double time);
    }

    /// @param times follow-up, NaN for none; the horizon is their 90 % quantile
    /// @param events 1 if the event ended it, 0 if censored, -1 for unknown
    public IntegratedBrier(double[] times, byte[] events) {
        this.times = times;
        this.events = events;
        int[] order =
                IntStream.range(0, times.length)
                        .filter(i -> times[i] >= 0 && events[i] >= 0)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> times[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int n = order.length;
        double[] steps = new double[n];
        double[] shares = new double[n];
        int count = 0;
        double share = 1;
        int start = 0;
        while (start < n) {
            int end = start;
            int lost = 0;
            for (; end < n && times[order[end]] == times[order[start]]; end++) {
                lost += 1 - events[order[end]];
            }
            if (lost > 0) {
                share *= 1 - (double) lost / (n - start);
                steps[count] = times[order[start]];
                shares[count++] = share;
            }
            start = end;
        }
        censored = Arrays.copyOf(steps, count);
        uncensored = Arrays.copyOf(shares, count);
        double horizon = n == 0 ? Double.NaN : times[order[(int) (HORIZON * (n - 1))]];
        Arrays.setAll(points, k -> (k + 0.5) / STEPS * horizon);
    }

    /// What one row, with a known time and event, adds to the score; the score is the mean of all.
    public double contribution(int row, Survival predicted) {
        double sum = 0;
        for (double point : points) {
            boolean later = times[row] > point;
            if (later || events[row] == 1) {
                double survival = predicted.at(row, point);
                double distance = later ? 1 - survival : survival;
                double weight = later ? free(point, true) : free(times[row], false);
                // Where nobody was followed that long nothing is known.
                sum += weight > 0 ? distance * distance / weight : 0;
            }
        }
        return sum / points.length;
    }

    /// The chance not to have been censored up to a time.
    ///
    /// @param inclusive whether at the time itself counts
    private double free(double time, boolean inclusive) {
        int found = Arrays.binarySearch(censored, time);
        int last = found < 0 ? -found - 2 : inclusive ? found : found - 1;
        return last < 0 ? 1 : uncensored[last];
    }
}
