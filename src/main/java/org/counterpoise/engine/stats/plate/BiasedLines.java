package org.counterpoise.engine.stats.plate;

import org.counterpoise.engine.stats.MannWhitney;

import java.util.Arrays;

/// The rows and columns of a plate whose wells differ from the rest of the plate.
///
/// One line is flagged at a time, the one with the smallest p-value of the Mann–Whitney test
/// between its wells and all other wells outside flagged lines, until none is below the level
/// (Mazoure, Nadon and Makarenkov 2017, doi:10.1038/s41598-017-11940-4). A line that holds no
/// sample is left out. At most min(R, C) − 3 lines are flagged, and none once half of the samples
/// lie in flagged lines: beyond that there is no unbiased rest to compare with.
///
/// @param rows whether each row is flagged
/// @param columns whether each column is flagged
/// @param rowP p-value of each row, for a flagged one as it was when it was flagged, for the others
///     in the last round; NaN where nothing could be tested
/// @param columnP p-value of each column, likewise
public record BiasedLines(boolean[] rows, boolean[] columns, double[] rowP, double[] columnP) {

    /// @param alpha level below which a line is flagged, 0 to 1
    public static BiasedLines find(Wells wells, double alpha) {
        return new Search(wells).run(alpha);
    }

    public boolean any() {
        return count() > 0;
    }

    /// How many lines are flagged.
    public int count() {
        int count = 0;
        for (boolean flagged : rows) {
            count += flagged ? 1 : 0;
        }
        for (boolean flagged : columns) {
            count += flagged ? 1 : 0;
        }
        return count;
    }

    /// Whether a well lies in a flagged line.
    public boolean touches(int row, int column) {
        return rows[row] || columns[column];
    }

    /// Whether a well lies where a flagged row and a flagged column cross.
    public boolean crosses(int row, int column) {
        return rows[row] && columns[column];
    }

    /// How many samples lie in flagged lines.
    public int area(Wells wells) {
        int area = 0;
        for (int well = 0; well < wells.size(); well++) {
            if (wells.sample(well) && touches(well / wells.columns(), well % wells.columns())) {
                area++;
            }
        }
        return area;
    }

    /// The samples are sorted once; each round ranks what is left of them in one pass.
    private static final class Search {
        private final Wells wells;
        private final int[] order;
        private final BiasedLines lines;
        private final double[] rankSums;
        private final int[] sizes;
        private int pool;
        private double ties;

        Search(Wells wells) {
            this.wells = wells;
            this.order = order(wells);
            int r = wells.rows();
            int c = wells.columns();
            this.lines =
                    new BiasedLines(new boolean[r], new boolean[c], new double[r], new double[c]);
            this.rankSums = new double[r + c];
            this.sizes = new int[r + c];
            Arrays.fill(lines.rowP, Double.NaN);
            Arrays.fill(lines.columnP, Double.NaN);
        }

        /// The samples' wells by ascending value: an index sort without boxing, by looking each
        /// value up in the sorted values.
        private static int[] order(Wells wells) {
            double[] sorted = wells.sampleValues();
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] += 0.0;
            }
            Arrays.sort(sorted);
            int[] taken = new int[sorted.length];
            int[] order = new int[sorted.length];
            for (int well = 0; well < wells.size(); well++) {
                if (wells.sample(well)) {
                    int place = Arrays.binarySearch(sorted, wells.values()[well] + 0.0);
                    while (place > 0 && sorted[place - 1] == sorted[place]) {
                        place--;
                    }
                    order[place + taken[place]++] = well;
                }
            }
            return order;
        }

        BiasedLines run(double alpha) {
            int most = Math.min(used(wells.rows(), true), used(wells.columns(), false)) - 3;
            for (int flagged = 0; flagged < most; flagged++) {
                if (2 * lines.area(wells) >= order.length) {
                    break;
                }
                rank();
                int least = least();
                if (least < 0 || !(p(least) < alpha)) {
                    break;
                }
                flag(least);
            }
            return lines;
        }

        /// How many of `count` rows (or columns) hold a sample.
        private int used(int count, boolean row) {
            boolean[] used = new boolean[count];
            for (int well : order) {
                used[row ? well / wells.columns() : well % wells.columns()] = true;
            }
            int sum = 0;
            for (boolean one : used) {
                sum += one ? 1 : 0;
            }
            return sum;
        }

        private void rank() {
            Arrays.fill(rankSums, 0);
            Arrays.fill(sizes, 0);
            pool = 0;
            ties = 0;
            int from = 0;
            while (from < order.length) {
                double value = wells.values()[order[from]];
                int to = from;
                int tied = 0;
                while (to < order.length && wells.values()[order[to]] == value) {
                    tied += active(order[to]) ? 1 : 0;
                    to++;
                }
                double rank = pool + (tied + 1) / 2.0;
                for (int i = from; i < to; i++) {
                    if (active(order[i])) {
                        add(order[i], rank);
                    }
                }
                pool += tied;
                ties += ((double) tied * tied - 1) * tied;
                from = to;
            }
        }

        private boolean active(int well) {
            return !lines.touches(well / wells.columns(), well % wells.columns());
        }

        private void add(int well, double rank) {
            int row = well / wells.columns();
            int column = wells.rows() + well % wells.columns();
            rankSums[row] += rank;
            sizes[row]++;
            rankSums[column] += rank;
            sizes[column]++;
        }

        /// Tests every line that is not flagged.
        ///
        /// @return the line with the smallest p, columns first where two are equal; -1 for none
        private int least() {
            int least = -1;
            for (int i = 0; i < sizes.length; i++) {
                int line = (i + wells.rows()) % sizes.length;
                if (flagged(line)) {
                    continue;
                }
                int m = sizes[line];
                double u = rankSums[line] - (double) m * (m + 1) / 2;
                double p = MannWhitney.p(u, m, pool - m, ties);
                if (line < wells.rows()) {
                    lines.rowP[line] = p;
                } else {
                    lines.columnP[line - wells.rows()] = p;
                }
                if (!Double.isNaN(p) && (least < 0 || p < p(least))) {
                    least = line;
                }
            }
            return least;
        }

        private boolean flagged(int line) {
            return line < wells.rows() ? lines.rows[line] : lines.columns[line - wells.rows()];
        }

        private double p(int line) {
            return line < wells.rows() ? lines.rowP[line] : lines.columnP[line - wells.rows()];
        }

        private void flag(int line) {
            if (line < wells.rows()) {
                lines.rows[line] = true;
            } else {
                lines.columns[line - wells.rows()] = true;
            }
        }
    }
}
