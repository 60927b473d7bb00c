package org.counterpoise.engine.stats.mixed;

/// A symmetric matrix, of which the lower triangle is kept and replaced by its Cholesky factor.
///
/// @param size rows
/// @param values row by row, `size × size`
record Triangle(int size, double[] values) {

    static Triangle zero(int size) {
        return new Triangle(size, new double[size * size]);
    }

    double at(int row, int column) {
        return values[row * size + column];
    }

    void add(int row, int column, double value) {
        values[row * size + column] += value;
    }

    Triangle copy() {
        return new Triangle(size, values.clone());
    }

    /// Replaces the lower triangle by the factor L of LLᵀ.
    ///
    /// @param smallest share of a diagonal element below which what is left of it counts as nothing
    /// @param checked columns that must be independent of those before
    /// @return false if one of them is not
    boolean factor(double smallest, int checked) {
        for (int i = 0; i < size; i++) {
            int row = i * size;
            double diagonal = values[row + i];
            for (int j = 0; j < i; j++) {
                int other = j * size;
                double sum = values[row + j];
                for (int k = 0; k < j; k++) {
                    sum -= values[row + k] * values[other + k];
                }
                values[row + j] = values[other + j] > 0 ? sum / values[other + j] : 0;
            }
            double left = diagonal;
            for (int k = 0; k < i; k++) {
                left -= values[row + k] * values[row + k];
            }
            if (i < checked && !(left > smallest * diagonal)) {
                return false;
            }
            values[row + i] = Math.sqrt(Math.max(0, left));
        }
        return true;
    }

    /// Solves Lᵀx = b for the rows `from` to `to` − 1 of a factor; b, of which the first element
    /// belongs to `from`, is replaced by x.
    void solveTransposed(int from, int to, double[] b) {
        for (int i = to - 1; i >= from; i--) {
            double sum = b[i - from];
            for (int k = i + 1; k < to; k++) {
                sum -= at(k, i) * b[k - from];
            }
            b[i - from] = sum / at(i, i);
        }
    }

    /// (LLᵀ)⁻¹ of the rows and columns `from` to `to` − 1 of a factor.
    double[][] inverse(int from, int to) {
        int n = to - from;
        double[][] inverse = new double[n][n];
        for (int c = 0; c < n; c++) {
            double[] column = inverse[c];
            for (int i = 0; i < n; i++) {
                double sum = i == c ? 1 : 0;
                for (int k = 0; k < i; k++) {
                    sum -= at(from + i, from + k) * column[k];
                }
                column[i] = sum / at(from + i, from + i);
            }
            solveTransposed(from, to, column);
        }
        return inverse;
    }
}
