package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows that resemble a training row in every column: equal categories, numbers that differ by at
/// most 1 % of the row's own value, missing where it is missing. What is no near copy is new: row
/// novelty is `NewRowSynthesis` of SDMetrics 0.29.
///
/// @param near synthetic rows that resemble some training row
/// @param rows synthetic rows
/// @param controlNear holdout rows that do
/// @param controlRows holdout rows; 0 without a holdout
record NearCopies(long near, long rows, long controlNear, long controlRows) {
    private static final double TOLERANCE = 0.01;
    private static final int TRAINING = 0;
    private static final int SYNTHETIC = 1;
    private static final int HOLDOUT = 2;
    private static final int CHUNK = 256;

    /// @param tables training, synthetic and perhaps holdout
    static NearCopies of(AlignedTables tables, Progress progress) {
        Training training = new Training(tables);
        int held = tables.rows().length > HOLDOUT ? tables.rows()[HOLDOUT] : 0;
        return new NearCopies(
                training.resembling(SYNTHETIC, tables.rows()[SYNTHETIC], progress),
                tables.rows()[SYNTHETIC],
                held == 0 ? 0 : training.resembling(HOLDOUT, held, progress),
                held);
    }

    boolean controlled() {
        return controlRows > 0;
    }

    /// The share of synthetic rows that resemble no training row.
    double novelty() {
        return 1 - (double) near / rows;
    }

    /// How many synthetic rows would be near copies at the rate of the holdout; NaN without one.
    double expected() {
        return controlled() ? (double) controlNear / controlRows * rows : Double.NaN;
    }

    /// By how much the rate of the synthetic table exceeds that of the holdout at least: the lower
    /// end of Newcombe's interval of their difference; NaN without a holdout.
    double excessAtLeast(double confidence) {
        return Proportion.newcombe(
                        new Proportion(near, rows),
                        new Proportion(controlNear, controlRows),
                        confidence)
                .lower();
    }

    /// The training rows by their categories, and within those by one number.
    private static final class Training {
        private final List<AlignedColumn.Numbers> numbers = new ArrayList<>();
        private final List<AlignedColumn.Codes> codes = new ArrayList<>();

        /// Rows per combination of categories, ascending in the leading number, missing last.
        private final Map<Integer, List<int[]>> groups = new HashMap<>();

        Training(AlignedTables tables) {
            for (AlignedColumn column : tables.columns()) {
                switch (column) {
                    case AlignedColumn.Numbers c -> numbers.add(c);
                    case AlignedColumn.Codes c -> codes.add(c);
                }
            }
            numbers.sort(
                    Comparator.comparingLong(
                            c -> -Arrays.stream(c.values()[TRAINING]).distinct().count()));
            Map<Integer, List<List<Integer>>> members = new HashMap<>();
            for (int row = 0; row < tables.rows()[TRAINING]; row++) {
                int at = row;
                List<List<Integer>> here =
                        members.computeIfAbsent(hash(TRAINING, row), h -> new ArrayList<>());
                here.stream()
                        .filter(group -> alike(TRAINING, at, group.getFirst()))
                        .findFirst()
                        .orElseGet(
                                () -> {
                                    List<Integer> fresh = new ArrayList<>();
                                    here.add(fresh);
                                    return fresh;
                                })
                        .add(row);
            }
            members.forEach(
                    (hash, lists) ->
                            groups.put(hash, lists.stream().map(this::ascending).toList()));
        }

        private int[] ascending(List<Integer> rows) {
            if (numbers.isEmpty()) {
                return new int[] {rows.getFirst()};
            }
            double[] leading = numbers.getFirst().values()[TRAINING];
            return rows.stream()
                    .sorted((a, b) -> Double.compare(leading[a], leading[b]))
                    .mapToInt(row -> row)
                    .toArray();
        }

        private int hash(int table, int row) {
            int hash = 1;
            for (AlignedColumn.Codes column : codes) {
                hash = hash * 31 + column.codes()[table][row];
            }
            return hash;
        }

        private boolean alike(int table, int row, int training) {
            for (AlignedColumn.Codes column : codes) {
                if (column.codes()[table][row] != column.codes()[TRAINING][training]) {
                    return false;
                }
            }
            return true;
        }

        long resembling(int table, int rows, Progress progress) {
            return Parallel.map(
                            (rows + CHUNK - 1) / CHUNK,
                            progress,
                            "Seeking near copies",
                            chunk -> {
                                long near = 0;
                                int end = Math.min(rows, (chunk + 1) * CHUNK);
                                for (int row = chunk * CHUNK; row < end; row++) {
                                    near += resembles(table, row, progress) ? 1 : 0;
                                }
                                return near;
                            })
                    .stream()
                    .mapToLong(near -> near)
                    .sum();
        }

        private boolean resembles(int table, int row, Progress progress) {
            for (int[] group : groups.getOrDefault(hash(table, row), List.of())) {
                if (alike(table, row, group[0])) {
                    progress.check();
                    return numbers.isEmpty() || near(table, row, group);
                }
            }
            return false;
        }

        private boolean near(int table, int row, int[] group) {
            double[] leading = numbers.getFirst().values()[TRAINING];
            double value = numbers.getFirst().values()[table][row];
            double reach = Double.isInfinite(value) ? 0 : Math.abs(value) * TOLERANCE;
            int i = first(leading, group, value - reach);
            while (i < group.length && Double.compare(leading[group[i]], value + reach) <= 0) {
                if (close(table, row, group[i])) {
                    return true;
                }
                i++;
            }
            return false;
        }

        /// The first of a group whose leading number is not below a value; NaN is above all.
        private static int first(double[] leading, int[] group, double value) {
            int low = 0;
            int high = group.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Double.compare(leading[group[middle]], value) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean close(int table, int row, int training) {
            for (AlignedColumn.Numbers column : numbers) {
                double value = column.values()[table][row];
                double real = column.values()[TRAINING][training];
                boolean near =
                        Double.isNaN(value)
                                ? Double.isNaN(real)
                                : value == real
                                        || Math.abs(value - real) <= Math.abs(value) * TOLERANCE;
                if (!near) {
                    return false;
                }
            }
            return true;
        }
    }
}
