package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A sum of one number per column that stands in for the model near one row (LIME: Ribeiro, Singh
/// and Guestrin 2016, doi:10.1145/2939672.2939778).
///
/// A row near it keeps each of its cells with a chance of a half; what the model says of it is the
/// mean over some random rows that give the other cells. A least-squares fit on which cells were
/// kept gives each column a number: by how much the row's own cell moves the raw score from that
/// of others. Rows weigh `exp(−k / (0.75² d))` with `k` of `d` cells replaced, as in LIME's code.
///
/// @param effects by column, raw
/// @param fit weighted R² of the sum near the row
record LocalSurrogate(double[] effects, double fit) {
    private static final int ROWS = 256;
    private static final int DONORS = 32;
    private static final double WIDTH = 0.75;

    /// Keeps the equations solvable where no row tells two columns apart.
    private static final double RIDGE = 1e-9;

    static LocalSurrogate of(Fitted fitted, Fitted.Place place, long seed, Progress progress) {
        int width = fitted.columns().size();
        RandomGenerator random = Streams.of(Streams.derive(seed, "near"), 0);
        boolean[][] kept = new boolean[ROWS][width];
        double[] raw = new double[ROWS];
        double[] weights = new double[ROWS];
        int[] columns = IntStream.range(0, width).toArray();
        for (int i = 0; i < ROWS; i++) {
            progress.check();
            int replaced = 0;
            for (int c = 0; c < width; c++) {
                kept[i][c] = random.nextBoolean();
                replaced += kept[i][c] ? 0 : 1;
            }
            for (int d = 0; d < DONORS; d++) {
                int other = random.nextInt(fitted.data().rows());
                int[] donors = new int[width];
                for (int c = 0; c < width; c++) {
                    donors[c] = kept[i][c] ? place.row() : other;
                }
                raw[i] +=
                        fitted.model().score(place.table(), place.row(), columns, donors) / DONORS;
            }
            weights[i] = Math.exp(-replaced / (WIDTH * WIDTH * width));
        }
        double[] coefficients = solve(kept, raw, weights);
        double[] effects = new double[width];
        System.arraycopy(coefficients, 1, effects, 0, width);
        return new LocalSurrogate(effects, fit(kept, raw, weights, coefficients));
    }

    /// Weighted least squares by the normal equations.
    ///
    /// @return the intercept, then one coefficient per column
    private static double[] solve(boolean[][] kept, double[] raw, double[] weights) {
        int size = kept[0].length + 1;
        DMatrixRMaj products = new DMatrixRMaj(size, size);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        for (int i = 0; i < raw.length; i++) {
            for (int a = 0; a < size; a++) {
                if (a == 0 || kept[i][a - 1]) {
                    right.data[a] += weights[i] * raw[i];
                    for (int b = 0; b < size; b++) {
                        if (b == 0 || kept[i][b - 1]) {
                            products.data[a * size + b] += weights[i];
                        }
                    }
                }
            }
        }
        for (int a = 0; a < size; a++) {
            products.data[a * size + a] += RIDGE;
        }
        DMatrixRMaj solution = new DMatrixRMaj(size, 1);
        CommonOps_DDRM.solve(products, right, solution);
        return solution.data;
    }

    private static double fit(
            boolean[][] kept, double[] raw, double[] weights, double[] coefficients) {
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < raw.length; i++) {
            sum += weights[i];
            mean += weights[i] * raw[i];
        }
        mean /= sum;
        double error = 0;
        double total = 0;
        for (int i = 0; i < raw.length; i++) {
            double fitted = coefficients[0];
            for (int c = 0; c < kept[i].length; c++) {
                fitted += kept[i][c] ? coefficients[c + 1] : 0;
            }
            error += weights[i] * (raw[i] - fitted) * (raw[i] - fitted);
            total += weights[i] * (raw[i] - mean) * (raw[i] - mean);
        }
        return total > 0 ? 1 - error / total : Double.NaN;
    }
}
