package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How one column becomes numbers.
sealed interface Coding {

    /// A number with its missing values filled in.
    ///
    /// @param median of the training rows; takes the place of missing and infinite values
    /// @param mean of the training rows after that
    /// @param deviation their standard deviation, above 0
    record Number(String name, double median, double mean, double deviation) implements Coding {

        double[] imputed(Dataset data) {
            double[] values = data.numbers(name).clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = Double.isFinite(values[row]) ? values[row] : median;
            }
            return values;
        }

        double[] standardised(Dataset data) {
            double[] values = imputed(data);
            for (int row = 0; row < values.length; row++) {
                values[row] = (values[row] - mean) / deviation;
            }
            return values;
        }
    }

    /// 1 where a number is missing or infinite, else 0.
    record Missing(String name) implements Coding {

        double[] indicator(Dataset data) {
            return Arrays.stream(data.numbers(name)).map(v -> Double.isFinite(v) ? 0 : 1).toArray();
        }

        int[] codes(Dataset data) {
            double[] values = data.numbers(name);
            int[] codes = new int[values.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = Double.isFinite(values[row]) ? 0 : 1;
            }
            return codes;
        }
    }

    /// A category as codes from 0, the most frequent level first, "other" last.
    ///
    /// @param positions code by level; levels that are absent are "other"
    /// @param missing code of missing values
    /// @param other code of everything else
    /// @param width how many codes training made use of
    record Levels(String name, Map<String, Integer> positions, int missing, int other, int width)
            implements Coding {

        static Levels of(String name, Column.Codes column) {
            long[] counts = column.counts();
            long absent = column.size() - Arrays.stream(counts).sum();
            List<Integer> kept =
                    IntStream.range(0, counts.length)
                            .filter(level -> counts[level] >= Encoder.RARE)
                            .boxed()
                            .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                            .limit(Encoder.MAX_LEVELS)
                            .toList();
            Map<String, Integer> positions = new HashMap<>();
            long rest = Arrays.stream(counts).sum();
            for (int level : kept) {
                positions.put(column.levels().get(level), positions.size());
                rest -= counts[level];
            }
            int width = kept.size();
            boolean ownMissing = absent >= Encoder.RARE;
            int missing = ownMissing ? width++ : -1;
            boolean others = rest + (ownMissing ? 0 : absent) > 0;
            // Without others in training, what is new at prediction counts as the most frequent
            // level.
            int other = others ? width++ : 0;
            return new Levels(name, positions, ownMissing ? missing : other, other, width);
        }

        int[] codes(Dataset data) {
            Column.Codes column = data.codes(name);
            int[] recoded =
                    column.levels().stream()
                            .mapToInt(level -> positions.getOrDefault(level, other))
                            .toArray();
            int[] codes = column.codes().clone();
            for (int row = 0; row < codes.length; row++) {
                codes[row] = codes[row] < 0 ? missing : recoded[codes[row]];
            }
            return codes;
        }

        /// What a code stands for, for people.
        String word(int code) {
            return positions.entrySet().stream()
                    .filter(entry -> entry.getValue() == code)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(code == missing && missing != other ? "missing" : "other");
        }

        StructField field(String as) {
            String[] levels =
                    IntStream.range(0, width).mapToObj(Integer::toString).toArray(String[]::new);
            return new StructField(as, DataTypes.IntType, new NominalScale(levels));
        }
    }
}
