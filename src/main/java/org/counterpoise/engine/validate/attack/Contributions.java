package org.counterpoise.engine.validate.attack;

import java.util.Arrays;

/// What each column adds to the distance of two rows: for numbers the absolute difference over the
/// range in all tables, for categories whether they differ; missing values differ from everything.
/// This is the mixed distance of Giomi et al. 2023 (appendix A).
///
/// What a column adds is a multiple of 2⁻⁴⁰, so that sums are exact and equal distances are seen to
/// be equal.
final class Contributions {
    /// Rows that distances are summed for at a time.
    static final int BLOCK = 512;

    /// Adding and taking off this leaves a multiple of 2⁻⁴⁰, the nearest to what was there.
    private static final double GRID = 0x1.8p12;

    /// Stand for missing values: farther from all others than the range is wide, and no level.
    private static final double FAR = 1e300;
    private static final int NO_LEVEL = -1;
    private static final int NO_LEVEL_EITHER = -2;

    private final AttackTables tables;
    private final double[] scales;

    /// Synthetic numbers by column and block; empty for a category. Blocks are arrays of their own,
    /// so that loops over them and over sums run at one index and can be made vector instructions.
    private final double[][][] numbers;

    /// Whether a column of synthetic numbers has missing values.
    private final boolean[] gaps;

    /// Synthetic levels by column and block; empty for numbers.
    private final int[][][] levels;

    Contributions(AttackTables tables) {
        this.tables = tables;
        int columns = tables.columns();
        this.scales = new double[columns];
        this.numbers = new double[columns][0][];
        this.gaps = new boolean[columns];
        this.levels = new int[columns][0][];
        for (int c = 0; c < columns; c++) {
            double[] values = tables.values()[AttackTables.SYNTHETIC][c];
            int blocks = (values.length + BLOCK - 1) / BLOCK;
            if (tables.numeric()[c]) {
                scales[c] = 1 / range(tables.values(), c);
                numbers[c] = new double[blocks][BLOCK];
                for (int i = 0; i < values.length; i++) {
                    boolean gap = Double.isNaN(values[i]);
                    numbers[c][i / BLOCK][i % BLOCK] = gap ? FAR : values[i];
                    gaps[c] |= gap;
                }
            } else {
                levels[c] = new int[blocks][BLOCK];
                for (int i = 0; i < values.length; i++) {
                    levels[c][i / BLOCK][i % BLOCK] =
                            Double.isNaN(values[i]) ? NO_LEVEL : (int) values[i];
                }
            }
        }
    }

    private static double range(double[][][] tables, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[][] table : tables) {
            for (double value : table[column]) {
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
        return high > low ? high - low : 1;
    }

    /// What a column adds between a row and one synthetic row, 0 to 1.
    double of(int column, int table, int row, int synthetic) {
        double own = tables.values()[table][column][row];
        if (Double.isNaN(own)) {
            return 1;
        }
        return tables.numeric()[column]
                ? one(own - numbers[column][synthetic / BLOCK][synthetic % BLOCK], scales[column])
                : own == levels[column][synthetic / BLOCK][synthetic % BLOCK] ? 0 : 1;
    }

    private static double one(double difference, double scale) {
        return (Math.min(1, Math.abs(difference) * scale) + GRID) - GRID;
    }

    /// Distances of a row from blocks of synthetic rows; one per thread.
    final class Sums {
        private final int[] columns;
        private final int[] differing = new int[BLOCK];

        /// @param columns that count
        Sums(int[] columns) {
            this.columns = columns;
        }

        /// @param block of synthetic rows, from `block * BLOCK` on
        /// @param sums filled, one per row of the block; beyond the last row they mean nothing
        void of(int table, int row, int block, double[] sums) {
            Arrays.fill(sums, 0);
            Arrays.fill(differing, 0);
            for (int c : columns) {
                double own = tables.values()[table][c][row];
                if (!tables.numeric()[c]) {
                    addLevels(Double.isNaN(own) ? NO_LEVEL_EITHER : (int) own, levels[c][block]);
                } else if (Double.isNaN(own)) {
                    addOne();
                } else if (gaps[c]) {
                    addGapped(own, numbers[c][block], scales[c], sums);
                } else {
                    addNumbers(own, numbers[c][block], scales[c], sums);
                }
            }
            for (int i = 0; i < BLOCK; i++) {
                sums[i] += differing[i];
            }
        }

        private void addLevels(int own, int[] others) {
            for (int i = 0; i < BLOCK; i++) {
                differing[i] += Math.min(1, Math.abs(own - others[i]));
            }
        }

        private void addOne() {
            for (int i = 0; i < BLOCK; i++) {
                differing[i]++;
            }
        }

        private static void addNumbers(double own, double[] others, double scale, double[] sums) {
            for (int i = 0; i < BLOCK; i++) {
                sums[i] += (Math.abs(own - others[i]) * scale + GRID) - GRID;
            }
        }

        private static void addGapped(double own, double[] others, double scale, double[] sums) {
            for (int i = 0; i < BLOCK; i++) {
                sums[i] += one(own - others[i], scale);
            }
        }
    }
}
