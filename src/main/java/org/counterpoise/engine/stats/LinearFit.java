package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;

/// Linear regression by least squares, optionally with a ridge penalty.
///
/// Minimises `Σ (yᵢ − β₀ − xᵢβ)² + ridge·Σ βⱼ²`; the intercept is not penalised. Without a penalty
/// this is the fit of R's `lm`. Rows are summed in order, so the result depends on nothing but the
/// data.
///
/// @param coefficients the intercept first, then one per column; empty unless solved
/// @param standardErrors of the coefficients, which hold also where the residual variance differs
///     between rows (HC3: MacKinnon and White, J Econometrics 1985,
///     doi:10.1016/0304-4076(85)90158-7); empty with a penalty, unless solved, or with no more rows
///     than coefficients
/// @param solved false if the columns are linearly dependent or sums are not finite
public record LinearFit(double[] coefficients, double[] standardErrors, boolean solved) {
    private static final int BLOCK = 4096;

    /// Fits `y` on columns.
    ///
    /// @param columns one array of finite values per predictor, all as long as `y`
    /// @param ridge penalty, at least 0
    public static LinearFit of(double[][] columns, double[] y, double ridge, Progress progress) {
        int n = y.length;
        int width = columns.length;
        // Around their means the columns stand at right angles to the intercept.
        double[] means = Arrays.stream(columns).mapToDouble(LinearFit::mean).toArray();
        double level = mean(y);
        DMatrixRMaj gram = new DMatrixRMaj(width, width);
        double[] products = new double[width];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = product(columns[j], means[j], columns[k], means[k], progress);
                gram.set(j, k, sum);
                gram.set(k, j, sum);
            }
            gram.add(j, j, ridge);
            products[j] = product(columns[j], means[j], y, level, progress);
        }
        DMatrixRMaj inverse = Definite.inverse(gram);
        double[] beta = new double[width + 1];
        beta[0] = level;
        for (int j = 0; j < width && inverse.getNumElements() > 0; j++) {
            for (int k = 0; k < width; k++) {
                beta[j + 1] += inverse.get(j, k) * products[k];
            }
            beta[0] -= beta[j + 1] * means[j];
        }
        boolean finite = n > 0 && Arrays.stream(beta).allMatch(Double::isFinite);
        if (!finite || (width > 0 && inverse.getNumElements() == 0)) {
            return new LinearFit(new double[0], new double[0], false);
        }
        double[] errors =
                ridge > 0 || n <= width + 1
                        ? new double[0]
                        : errors(columns, means, y, beta, inverse, progress);
        return new LinearFit(beta, errors, true);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double product(double[] a, double meanA, double[] b, double meanB, Progress p) {
        double sum = 0;
        for (int from = 0; from < a.length; from += BLOCK) {
            p.check();
            int to = Math.min(a.length, from + BLOCK);
            for (int i = from; i < to; i++) {
                sum += (a[i] - meanA) * (b[i] - meanB);
            }
        }
        return sum;
    }

    /// Each row moves the coefficients by its residual, as if it had not been fitted, times its own
    /// direction; their squares add up.
    private static double[] errors(
            double[][] columns,
            double[] means,
            double[] y,
            double[] beta,
            DMatrixRMaj inverse,
            Progress progress) {
        int width = columns.length;
        int n = y.length;
        double[] fitted = predict(beta, columns, n);
        double[] squares = new double[width + 1];
        double[] centred = new double[width];
        double[] direction = new double[width];
        for (int i = 0; i < n; i++) {
            if (i % BLOCK == 0) {
                progress.check();
            }
            double leverage = 1.0 / n;
            double intercept = 1.0 / n;
            for (int j = 0; j < width; j++) {
                centred[j] = columns[j][i] - means[j];
            }
            for (int j = 0; j < width; j++) {
                direction[j] = 0;
                for (int k = 0; k < width; k++) {
                    direction[j] += inverse.get(j, k) * centred[k];
                }
                leverage += direction[j] * centred[j];
                intercept -= direction[j] * means[j];
            }
            double residual = (y[i] - fitted[i]) / Math.max(1e-12, 1 - leverage);
            squares[0] += residual * residual * intercept * intercept;
            for (int j = 0; j < width; j++) {
                squares[j + 1] += residual * residual * direction[j] * direction[j];
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static double[] predict(double[] beta, double[][] columns, int rows) {
        double[] fitted = new double[rows];
        Arrays.fill(fitted, beta[0]);
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows; i++) {
                fitted[i] += beta[j + 1] * columns[j][i];
            }
        }
        return fitted;
    }
}
