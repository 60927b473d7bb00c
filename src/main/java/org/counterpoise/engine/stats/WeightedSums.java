package org.counterpoise.engine.stats;

import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;
import java.util.List;

/// `Xᵀr` and `XᵀWX` of a model matrix, summed block of rows by block of rows in order, so that they
/// depend on nothing but the data.
///
/// A row adds to the cells of its own levels alone: with `m` numbers and `k` categories the work is
/// `m²/2 + mk + k²/2` per row, however many levels there are.
final class WeightedSums {
    /// Rows summed at a time; small enough for a block to stay in the nearest cache.
    static final int BLOCK = 512;

    private final ModelMatrix matrix;
    private final List<ModelMatrix.Category> categories;
    private final double[][] numbers;
    private final int stride;

    /// Per row of a block: r, w, then w·x of each number.
    private final double[] rows;

    private final double[][] weighted;

    /// Intercept and numbers among themselves, and with r in the last row.
    private final double[][] dense;

    /// Per category: for each level the sums of [#rows].
    private final double[][] byLevel;

    /// Per pair of categories: the weights of each pair of levels.
    private final double[][][] crossed;

    WeightedSums(ModelMatrix matrix) {
        this.matrix = matrix;
        this.categories = matrix.categories();
        this.numbers = matrix.numbers();
        int m = numbers.length;
        this.stride = m + 2;
        this.rows = new double[BLOCK * stride];
        this.weighted = new double[m][BLOCK];
        this.dense = new double[m + 2][m + 1];
        int k = categories.size();
        this.byLevel = new double[k][];
        this.crossed = new double[k][][];
        for (int f = 0; f < k; f++) {
            int levels = categories.get(f).levels();
            byLevel[f] = new double[levels * stride];
            crossed[f] = new double[f][];
            for (int g = 0; g < f; g++) {
                crossed[f][g] = new double[levels * categories.get(g).levels()];
            }
        }
    }

    void clear() {
        for (double[] sums : dense) {
            Arrays.fill(sums, 0);
        }
        for (double[] sums : byLevel) {
            Arrays.fill(sums, 0);
        }
        for (double[][] pairs : crossed) {
            for (double[] sums : pairs) {
                Arrays.fill(sums, 0);
            }
        }
    }

    /// Adds rows.
    ///
    /// @param from first row
    /// @param length at most [#BLOCK]
    /// @param weights of the rows, from 0
    /// @param residuals of the rows, from 0
    void add(int from, int length, double[] weights, double[] residuals) {
        addNumbers(from, length, weights, residuals);
        for (int f = 0; f < byLevel.length; f++) {
            int[] codes = categories.get(f).codes();
            addLevels(codes, from, length, byLevel[f]);
            for (int g = 0; g < f; g++) {
                ModelMatrix.Category other = categories.get(g);
                double[] cells = crossed[f][g];
                int[] others = other.codes();
                int levels = other.levels();
                for (int i = 0; i < length; i++) {
                    cells[codes[from + i] * levels + others[from + i]] += weights[i];
                }
            }
        }
    }

    private void addNumbers(int from, int length, double[] weights, double[] residuals) {
        int m = numbers.length;
        double[] slopes = dense[m + 1];
        for (int i = 0; i < length; i++) {
            rows[i * stride] = residuals[i];
            rows[i * stride + 1] = weights[i];
            slopes[0] += residuals[i];
            dense[0][0] += weights[i];
        }
        for (int j = 0; j < m; j++) {
            double[] x = numbers[j];
            double[] products = weighted[j];
            double slope = 0;
            double sum = 0;
            for (int i = 0; i < length; i++) {
                double product = weights[i] * x[from + i];
                products[i] = product;
                rows[i * stride + 2 + j] = product;
                slope += residuals[i] * x[from + i];
                sum += product;
            }
            slopes[j + 1] += slope;
            dense[j + 1][0] += sum;
            for (int l = 0; l <= j; l++) {
                dense[j + 1][l + 1] += dot(products, numbers[l], from, length);
            }
        }
    }

    /// Four sums side by side: one alone would have to be added up in order, term after term.
    private static double dot(double[] products, double[] column, int from, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += products[i] * column[from + i];
            b += products[i + 1] * column[from + i + 1];
            c += products[i + 2] * column[from + i + 2];
            d += products[i + 3] * column[from + i + 3];
        }
        for (; i < length; i++) {
            a += products[i] * column[from + i];
        }
        return (a + b) + (c + d);
    }

    private void addLevels(int[] codes, int from, int length, double[] sums) {
        int at = 0;
        for (int i = 0; i < length; i++) {
            int to = codes[from + i] * stride;
            for (int j = 0; j < stride; j++) {
                sums[to + j] += rows[at + j];
            }
            at += stride;
        }
    }

    /// `Xᵀr`, one per column.
    double[] gradient() {
        double[] gradient = new double[matrix.width()];
        double[] slopes = dense[numbers.length + 1];
        gradient[0] = slopes[0];
        for (int j = 0; j < numbers.length; j++) {
            gradient[matrix.numberColumns()[j]] = slopes[j + 1];
        }
        for (int f = 0; f < byLevel.length; f++) {
            ModelMatrix.Category category = categories.get(f);
            for (int level = 1; level < category.levels(); level++) {
                gradient[category.column() + level] = byLevel[f][level * stride];
            }
        }
        return gradient;
    }

    /// `XᵀWX`.
    DMatrixRMaj products() {
        DMatrixRMaj products = new DMatrixRMaj(matrix.width(), matrix.width());
        int[] columns = new int[numbers.length + 1];
        System.arraycopy(matrix.numberColumns(), 0, columns, 1, numbers.length);
        for (int j = 0; j < columns.length; j++) {
            for (int l = 0; l <= j; l++) {
                set(products, columns[j], columns[l], dense[j][l]);
            }
        }
        for (int f = 0; f < byLevel.length; f++) {
            ModelMatrix.Category category = categories.get(f);
            for (int level = 1; level < category.levels(); level++) {
                int own = category.column() + level;
                double[] sums = byLevel[f];
                products.set(own, own, sums[level * stride + 1]);
                for (int j = 0; j < columns.length; j++) {
                    set(products, own, columns[j], sums[level * stride + 1 + j]);
                }
                for (int g = 0; g < f; g++) {
                    ModelMatrix.Category other = categories.get(g);
                    for (int second = 1; second < other.levels(); second++) {
                        double sum = crossed[f][g][level * other.levels() + second];
                        set(products, own, other.column() + second, sum);
                    }
                }
            }
        }
        return products;
    }

    private static void set(DMatrixRMaj symmetric, int row, int column, double value) {
        symmetric.set(row, column, value);
        symmetric.set(column, row, value);
    }
}
