package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The hazard that all share under Cox's model, summed up to each time (Breslow, J R Stat Soc B
/// 1972, in the discussion of Cox's paper).
///
/// @param times of events, ascending
/// @param cumulative summed hazard of a row of zeros up to and at each
public record BaselineHazard(double[] times, double[] cumulative) {

    /// @param times follow-up, finite
    /// @param events 1 if the event ended it, 0 if censored
    /// @param logHazards of each row over that of a row of zeros
    public static BaselineHazard of(double[] times, byte[] events, double[] logHazards) {
        int[] order =
                IntStream.range(0, times.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> times[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int n = order.length;
        double[] atRisk = new double[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            atRisk[i] = atRisk[i + 1] + Math.exp(logHazards[order[i]]);
        }
        double[] distinct = new double[n];
        double[] sums = new double[n];
        int count = 0;
        double sum = 0;
        int start = 0;
        while (start < n) {
            int end = start;
            int deaths = 0;
            for (; end < n && times[order[end]] == times[order[start]]; end++) {
                deaths += events[order[end]];
            }
            if (deaths > 0) {
                sum += deaths / atRisk[start];
                distinct[count] = times[order[start]];
                sums[count++] = sum;
            }
            start = end;
        }
        return new BaselineHazard(Arrays.copyOf(distinct, count), Arrays.copyOf(sums, count));
    }

    /// The summed hazard up to and at a time.
    public double at(double time) {
        int found = Arrays.binarySearch(times, time);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative[last];
    }
}
