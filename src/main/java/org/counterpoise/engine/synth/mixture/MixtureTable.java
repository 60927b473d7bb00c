package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.Precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A training table as a mixture sees it: standardised numbers, and codes of categories, one of
/// which is the pattern of missing numbers. Rows are in the order of their patterns.
///
/// @param numbers `[number][row]`, of mean 0 and variance 1; 0 where missing
/// @param scales how each was standardised
/// @param categories `[category][row]`, codes from 0
/// @param levels how many codes each category has
/// @param gaps runs of rows in which the same numbers are missing
record MixtureTable(
        double[][] numbers, List<Scale> scales, int[][] categories, int[] levels, List<Gap> gaps) {

    /// How a column of numbers became a standardised one, and what it may become again.
    ///
    /// @param column its position among the features
    /// @param mean of the values
    /// @param deviation of the values, above 0
    /// @param low the smallest value seen
    /// @param high the largest
    /// @param variance the least variance a component can have, standardised: that of rounding
    record Scale(
            int column,
            double mean,
            double deviation,
            double low,
            double high,
            Precision precision,
            double variance) {
        private static final double LEAST = 1e-6;

        static Scale of(int column, double[] present) {
            double unit = Arrays.stream(present).map(Math::abs).max().orElseThrow();
            double mean = 0;
            for (double value : present) {
                mean += value / unit / present.length;
            }
            double sum = 0;
            for (double value : present) {
                sum += (value / unit - mean) * (value / unit - mean) / present.length;
            }
            double deviation = Math.max(unit * Math.sqrt(sum), Math.ulp(unit));
            Precision precision = Precision.of(present);
            double step = precision.decimals() < 0 ? 0 : Math.pow(10, -precision.decimals());
            double rounding = step / deviation * (step / deviation) / 12;
            return new Scale(
                    column,
                    unit * mean,
                    deviation,
                    Arrays.stream(present).min().orElseThrow(),
                    Arrays.stream(present).max().orElseThrow(),
                    precision,
                    Math.clamp(rounding, LEAST, 1));
        }

        double value(double standardised) {
            return precision.round(mean + deviation * standardised);
        }

        boolean inRange(double value) {
            return value >= low && value <= high;
        }
    }

    /// Rows `from` to `to` in which the numbers of `missing` are missing and those of `present`
    /// are not.
    record Gap(int from, int to, int[] present, int[] missing) {}

    int rows() {
        return categories[0].length;
    }

    /// Reads the features of a training table.
    static MixtureTable of(List<Feature> features, int rows) {
        List<Feature.Continuous> varying = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        for (int column = 0; column < features.size(); column++) {
            if (features.get(column) instanceof Feature.Continuous number && varies(number)) {
                varying.add(number);
                scales.add(Scale.of(column, present(number)));
            }
        }
        int[] pattern = patterns(features, rows);
        int[] order = sorted(pattern);
        double[][] numbers = new double[varying.size()][];
        for (int d = 0; d < numbers.length; d++) {
            numbers[d] = standardised(varying.get(d), scales.get(d), order);
        }
        List<int[]> categories = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (Feature feature : features) {
            if (feature instanceof Feature.Categorical category) {
                categories.add(
                        Arrays.stream(order).map(row -> category.codes()[row] + 1).toArray());
                levels.add(category.levels().size() + 1);
            }
        }
        categories.add(Arrays.stream(order).map(row -> pattern[row]).toArray());
        levels.add(Arrays.stream(pattern).max().orElse(0) + 1);
        return new MixtureTable(
                numbers,
                scales,
                categories.toArray(int[][]::new),
                levels.stream().mapToInt(Integer::intValue).toArray(),
                gaps(varying, order, pattern));
    }

    /// Some of the rows.
    ///
    /// @param chosen ascending positions
    MixtureTable select(int[] chosen) {
        List<Gap> kept = new ArrayList<>();
        int from = 0;
        for (Gap gap : gaps) {
            int to = from;
            while (to < chosen.length && chosen[to] < gap.to()) {
                to++;
            }
            if (to > from) {
                kept.add(new Gap(from, to, gap.present(), gap.missing()));
            }
            from = to;
        }
        return new MixtureTable(
                Arrays.stream(numbers)
                        .map(x -> Arrays.stream(chosen).mapToDouble(row -> x[row]).toArray())
                        .toArray(double[][]::new),
                scales,
                Arrays.stream(categories)
                        .map(codes -> Arrays.stream(chosen).map(row -> codes[row]).toArray())
                        .toArray(int[][]::new),
                levels,
                kept);
    }

    /// Which features are missing in each pattern; by code of the pattern.
    static List<boolean[]> missing(List<Feature> features, int rows) {
        int[] pattern = patterns(features, rows);
        List<boolean[]> list = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (pattern[row] == list.size()) {
                boolean[] missing = new boolean[features.size()];
                for (int column = 0; column < missing.length; column++) {
                    missing[column] =
                            features.get(column) instanceof Feature.Continuous number
                                    && number.missing(row);
                }
                list.add(missing);
            }
        }
        return list;
    }

    private static boolean varies(Feature.Continuous number) {
        return Arrays.stream(number.values())
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private static double[] present(Feature.Continuous number) {
        return Arrays.stream(number.values()).filter(value -> !Double.isNaN(value)).toArray();
    }

    private static double[] standardised(Feature.Continuous number, Scale scale, int[] order) {
        double[] values = new double[order.length];
        for (int i = 0; i < values.length; i++) {
            double value = number.values()[order[i]];
            values[i] = Double.isNaN(value) ? 0 : (value - scale.mean()) / scale.deviation();
        }
        return values;
    }

    /// The code of the pattern of missing numbers of each row, in order of first appearance.
    private static int[] patterns(List<Feature> features, int rows) {
        int[] pattern = new int[rows];
        for (Feature feature : features) {
            if (feature instanceof Feature.Continuous number) {
                Map<Integer, Integer> codes = new HashMap<>();
                for (int row = 0; row < rows; row++) {
                    int key = 2 * pattern[row] + (number.missing(row) ? 1 : 0);
                    pattern[row] = codes.computeIfAbsent(key, _ -> codes.size());
                }
            }
        }
        return pattern;
    }

    /// Rows by their pattern, in their order within one.
    private static int[] sorted(int[] pattern) {
        int patterns = Arrays.stream(pattern).max().orElse(0) + 1;
        int[] next = new int[patterns + 1];
        for (int code : pattern) {
            next[code + 1]++;
        }
        for (int code = 1; code <= patterns; code++) {
            next[code] += next[code - 1];
        }
        int[] order = new int[pattern.length];
        for (int row = 0; row < pattern.length; row++) {
            order[next[pattern[row]]++] = row;
        }
        return order;
    }

    private static List<Gap> gaps(List<Feature.Continuous> varying, int[] order, int[] pattern) {
        List<Gap> gaps = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || pattern[order[i]] != pattern[order[from]]) {
                int row = order[from];
                gaps.add(new Gap(from, i, where(varying, row, false), where(varying, row, true)));
                from = i;
            }
        }
        return gaps;
    }

    private static int[] where(List<Feature.Continuous> varying, int row, boolean missing) {
        return IntStream.range(0, varying.size())
                .filter(d -> varying.get(d).missing(row) == missing)
                .toArray();
    }
}
