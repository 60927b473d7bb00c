package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/// P-values adjusted for how many were looked at. NaN stands for no test: it stays NaN and does not
/// count.
public final class Multiplicity {
    private Multiplicity() {}

    /// Holm's step-down adjustment: the chance of any false alarm stays under the level (Scand J
    /// Stat 1979, 6:65–70). As R's `p.adjust(method = "holm")`.
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = nan(p.length);
        double highest = 0;
        for (int i = 0; i < order.length; i++) {
            highest = Math.max(highest, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = highest;
        }
        return adjusted;
    }

    /// Benjamini and Hochberg's adjustment: the expected share of false alarms among the findings
    /// stays under the level (J R Stat Soc B 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). As R's
    /// `p.adjust(method = "BH")`.
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = nan(p.length);
        double lowest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            lowest = Math.min(lowest, p[order[i]] * order.length / (i + 1));
            adjusted[order[i]] = lowest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] nan(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
