package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Krippendorff's alpha: agreement of any number of raters, some ratings missing, on nominal,
/// ordinal or interval scales (Krippendorff, Computing Krippendorff's alpha-reliability, 2011;
/// Hayes and Krippendorff 2007, doi:10.1080/19312450709336664).
///
/// Units with the same ratings are kept once, so that resampling is quick.
public final class KrippendorffAlpha {

    /// What makes two categories far apart.
    public enum Scale {
        NOMINAL,
        ORDINAL,
        INTERVAL
    }

    private final int[][] patterns;
    private final int[] patternOfUnit;
    private final double[] values;
    private final Scale scale;

    /// @param counts ratings by unit, then by category; units with fewer than two do not count
    /// @param values of the categories, ascending; looked at on interval scales only
    public KrippendorffAlpha(int[][] counts, double[] values, Scale scale) {
        Map<List<Integer>, Integer> seen = new HashMap<>();
        List<int[]> distinct = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        for (int[] unit : counts) {
            if (Arrays.stream(unit).sum() > 1) {
                List<Integer> key = Arrays.stream(unit).boxed().toList();
                int place = seen.computeIfAbsent(key, k -> seen.size());
                if (place == distinct.size()) {
                    distinct.add(unit);
                }
                units.add(place);
            }
        }
        this.patterns = distinct.toArray(int[][]::new);
        this.patternOfUnit = units.stream().mapToInt(Integer::intValue).toArray();
        this.values = values;
        this.scale = scale;
    }

    /// Units with at least two ratings.
    public int units() {
        return patternOfUnit.length;
    }

    /// −1 to 1; NaN if all ratings are the same or there are none.
    public double value() {
        int[] times = new int[patterns.length];
        for (int pattern : patternOfUnit) {
            times[pattern]++;
        }
        return value(times);
    }

    private double value(int[] times) {
        int k = values.length;
        double[][] coincidences = new double[k][k];
        double[] totals = new double[k];
        double n = 0;
        for (int p = 0; p < patterns.length; p++) {
            int[] unit = patterns[p];
            double weight = times[p] / (Arrays.stream(unit).sum() - 1.0);
            for (int c = 0; c < k && times[p] > 0; c++) {
                totals[c] += (double) times[p] * unit[c];
                n += (double) times[p] * unit[c];
                for (int d = 0; d < k && unit[c] > 0; d++) {
                    coincidences[c][d] += weight * unit[c] * (unit[d] - (c == d ? 1 : 0));
                }
            }
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < k; c++) {
            for (int d = c + 1; d < k; d++) {
                double away = distance(c, d, totals);
                observed += coincidences[c][d] * away;
                expected += totals[c] * totals[d] * away;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (n - 1) * observed / expected;
    }

    private double distance(int c, int d, double[] totals) {
        return switch (scale) {
            case NOMINAL -> 1;
            case INTERVAL -> Math.pow(values[d] - values[c], 2);
            case ORDINAL -> {
                double between = -(totals[c] + totals[d]) / 2;
                for (int g = c; g <= d; g++) {
                    between += totals[g];
                }
                yield between * between;
            }
        };
    }

    /// Percentiles over units drawn with replacement.
    ///
    /// @param draws how many resamples; those in which alpha is undefined are left out
    public Interval interval(int draws, double confidence, long seed, Progress progress) {
        String method = "bootstrap of units";
        double[] found = new double[draws];
        int defined = 0;
        for (int draw = 0; draw < draws; draw++) {
            progress.check();
            RandomGenerator random = Streams.of(seed, draw);
            int[] times = new int[patterns.length];
            for (int i = 0; i < patternOfUnit.length; i++) {
                times[patternOfUnit[random.nextInt(patternOfUnit.length)]]++;
            }
            double alpha = value(times);
            if (!Double.isNaN(alpha)) {
                found[defined++] = alpha;
            }
        }
        if (patterns.length < 2 || defined < draws / 2) {
            return Interval.undefined(confidence, method);
        }
        double[] sorted = Arrays.copyOf(found, defined);
        Arrays.sort(sorted);
        return new Interval(
                Quantiles.ofSorted(sorted, (1 - confidence) / 2),
                Quantiles.ofSorted(sorted, (1 + confidence) / 2),
                confidence,
                method);
    }
}
