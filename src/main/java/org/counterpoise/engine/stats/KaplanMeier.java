package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The share without the event by a time, those censored earlier counted as long as they were seen
/// (Kaplan and Meier, J Am Stat Assoc 1958, doi:10.1080/01621459.1958.10501452).
///
/// @param survival at the time, 0 to 1; NaN if nobody was followed that long and the curve had not
///     reached 0
/// @param greenwood Greenwood's sum, the variance of `log survival`
/// @param n people with a time
public record KaplanMeier(double survival, double greenwood, long n) {

    /// @param times follow-up, at least 0, NaN for none
    /// @param events 1 if the event ended it, 0 if censored, -1 for unknown
    public static KaplanMeier at(double time, double[] times, byte[] events) {
        int[] rows =
                IntStream.range(0, times.length)
                        .filter(i -> times[i] >= 0 && events[i] >= 0)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> times[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double survival = 1;
        double greenwood = 0;
        int i = 0;
        while (i < rows.length && times[rows[i]] <= time) {
            int atRisk = rows.length - i;
            double now = times[rows[i]];
            int deaths = 0;
            while (i < rows.length && times[rows[i]] == now) {
                deaths += events[rows[i]];
                i++;
            }
            survival *= 1 - (double) deaths / atRisk;
            greenwood += (double) deaths / atRisk / (atRisk - deaths);
        }
        boolean known = i < rows.length || survival == 0 || followed(rows, times, time);
        return new KaplanMeier(known ? survival : Double.NaN, greenwood, rows.length);
    }

    private static boolean followed(int[] rows, double[] times, double time) {
        return Arrays.stream(rows).anyMatch(row -> times[row] >= time);
    }

    /// The interval of the survival on the log(−log) scale (Kalbfleisch and Prentice 1980, The
    /// Statistical Analysis of Failure Time Data, §1.4).
    ///
    /// @return undefined where survival is 0, 1 or unknown
    public Interval interval(double confidence) {
        if (!(survival > 0 && survival < 1)) {
            return Interval.undefined(confidence, "log-log");
        }
        double factor =
                Math.exp(
                        Normal.z(confidence) * Math.sqrt(greenwood) / Math.abs(Math.log(survival)));
        return new Interval(
                Math.pow(survival, factor), Math.pow(survival, 1 / factor), confidence, "log-log");
    }
}
