package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A classification tree for two classes over stacked tables, grown by the Gini index and cut back
/// by cost-complexity (Breiman, Friedman, Olshen and Stone 1984), with the limits that synthpop
/// sets rpart: at least 5 rows per leaf, 15 to divide, complexity 0.001.
///
/// The order of the values is found once, so that many trees on the same rows cost little. A
/// missing number comes before all others, a missing level is a level.
final class PropensityTree {
    private static final int LEAF = 5;
    private static final int SPLIT = 15;
    private static final double COMPLEXITY = 0.001;
    private static final int DEPTH = 30;

    private final int rows;

    /// One per column: values, or codes from 0.
    private final double[][] values;

    /// One per column: 0 for numbers, else how many codes there are.
    private final int[] levels;

    /// One per column, and a last one in the order of the rows: rows, ascending by value.
    private final int[][] ascending;

    PropensityTree(AlignedTables tables) {
        List<AlignedColumn> columns = tables.columns();
        rows = Arrays.stream(tables.rows()).sum();
        values = new double[columns.size()][];
        levels = new int[columns.size()];
        ascending = new int[columns.size() + 1][];
        int[] plain = IntStream.range(0, rows).toArray();
        ascending[columns.size()] = plain;
        for (int c = 0; c < values.length; c++) {
            switch (columns.get(c)) {
                case AlignedColumn.Numbers numbers -> {
                    double[] all =
                            Arrays.stream(numbers.values())
                                    .flatMapToDouble(Arrays::stream)
                                    .map(v -> Double.isNaN(v) ? Double.NEGATIVE_INFINITY : v)
                                    .toArray();
                    values[c] = all;
                    ascending[c] =
                            Arrays.stream(plain)
                                    .boxed()
                                    .sorted(Comparator.comparingDouble(row -> all[row]))
                                    .mapToInt(Integer::intValue)
                                    .toArray();
                }
                case AlignedColumn.Codes codes -> {
                    levels[c] = codes.levels().size() + 1;
                    values[c] =
                            Arrays.stream(codes.codes())
                                    .flatMapToInt(Arrays::stream)
                                    .mapToDouble(code -> code + 1)
                                    .toArray();
                    ascending[c] = new int[0];
                }
            }
        }
    }

    /// Grows a tree and gives each row the share of class 1 in its leaf.
    ///
    /// @param classes 0 or 1 per row
    double[] scores(byte[] classes, Progress progress) {
        return new Growth(classes, progress).scores;
    }

    /// One tree as it grows.
    private final class Growth {
        private final byte[] classes;
        private final Progress progress;
        private final double[] scores = new double[rows];
        private final int[][] order = new int[ascending.length][];
        private final int[] spare = new int[rows];
        private final boolean[] left = new boolean[rows];
        private final double cost;

        // The best division found so far.
        private double gain;
        private int column;
        private double cut;
        private boolean[] side = new boolean[0];

        Growth(byte[] classes, Progress progress) {
            this.classes = classes;
            this.progress = progress;
            Arrays.setAll(order, c -> ascending[c].clone());
            int ones = 0;
            for (byte value : classes) {
                ones += value;
            }
            cost = COMPLEXITY * Math.min(ones, rows - ones);
            grow(0, rows, 0);
        }

        private int[] members() {
            return order[order.length - 1];
        }

        /// Grows what is worth its cost and writes the scores of the rows.
        ///
        /// @return rows misclassified plus the cost of the leaves
        private double grow(int from, int to, int depth) {
            progress.check();
            int n = to - from;
            int ones = 0;
            for (int i = from; i < to; i++) {
                ones += classes[members()[i]];
            }
            int wrong = Math.min(ones, n - ones);
            double whole = wrong + cost;
            if (n < SPLIT || wrong <= cost || depth >= DEPTH || !divide(from, to, ones)) {
                write(from, to, (double) ones / n);
                return whole;
            }
            int middle = partition(from, to);
            double parts = grow(from, middle, depth + 1) + grow(middle, to, depth + 1);
            if (whole <= parts) {
                write(from, to, (double) ones / n);
                return whole;
            }
            return parts;
        }

        private void write(int from, int to, double score) {
            for (int i = from; i < to; i++) {
                scores[members()[i]] = score;
            }
        }

        /// Looks for the division that lowers the Gini index most; false if none does.
        private boolean divide(int from, int to, int ones) {
            gain = 0;
            double base = (double) ones * ones / (to - from);
            for (int c = 0; c < values.length; c++) {
                if (levels[c] == 0) {
                    cutNumbers(c, from, to, ones, base);
                } else {
                    sortLevels(c, from, to, ones, base);
                }
            }
            return gain > 1e-12 * (to - from);
        }

        private void cutNumbers(int c, int from, int to, int ones, double base) {
            int[] sorted = order[c];
            double[] value = values[c];
            int onesLeft = 0;
            for (int i = from; i < to - LEAF; i++) {
                onesLeft += classes[sorted[i]];
                int n = i + 1 - from;
                if (n >= LEAF && value[sorted[i]] < value[sorted[i + 1]]) {
                    double found = gain(n, onesLeft, to - from, ones) - base;
                    if (found > gain) {
                        gain = found;
                        column = c;
                        cut = value[sorted[i]];
                    }
                }
            }
        }

        /// Levels in the order of their shares of class 1: the best cut of these is the best of all
        /// (Breiman et al. 1984, section 4.2.2).
        private void sortLevels(int c, int from, int to, int ones, double base) {
            int[] counts = new int[levels[c]];
            int[] onesOf = new int[levels[c]];
            for (int i = from; i < to; i++) {
                int row = members()[i];
                int level = (int) values[c][row];
                counts[level]++;
                onesOf[level] += classes[row];
            }
            int[] sorted =
                    IntStream.range(0, counts.length)
                            .filter(level -> counts[level] > 0)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            level -> (double) onesOf[level] / counts[level]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            int n = 0;
            int onesLeft = 0;
            for (int k = 0; k + 1 < sorted.length; k++) {
                n += counts[sorted[k]];
                onesLeft += onesOf[sorted[k]];
                if (n >= LEAF && to - from - n >= LEAF) {
                    double found = gain(n, onesLeft, to - from, ones) - base;
                    if (found > gain) {
                        gain = found;
                        column = c;
                        side = new boolean[counts.length];
                        for (int j = 0; j <= k; j++) {
                            side[sorted[j]] = true;
                        }
                    }
                }
            }
        }

        /// For two classes the Gini index falls by a multiple of this less that of the whole.
        private static double gain(int nLeft, int onesLeft, int n, int ones) {
            int onesRight = ones - onesLeft;
            return (double) onesLeft * onesLeft / nLeft
                    + (double) onesRight * onesRight / (n - nLeft);
        }

        private int partition(int from, int to) {
            double[] value = values[column];
            for (int i = from; i < to; i++) {
                int row = members()[i];
                left[row] = levels[column] == 0 ? value[row] <= cut : side[(int) value[row]];
            }
            int middle = from;
            for (int[] rows : order) {
                if (rows.length > 0) {
                    middle = partition(rows, from, to);
                }
            }
            return middle;
        }

        private int partition(int[] rows, int from, int to) {
            int kept = from;
            int moved = 0;
            for (int i = from; i < to; i++) {
                if (left[rows[i]]) {
                    rows[kept++] = rows[i];
                } else {
                    spare[moved++] = rows[i];
                }
            }
            System.arraycopy(spare, 0, rows, kept, moved);
            return kept;
        }
    }
}
