package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

import java.util.Arrays;

/// Logistic regression by Newton's method with step halving, optionally with a ridge penalty.
///
/// Maximises `Σ log p(yᵢ | xᵢ) − ½·ridge·Σ βⱼ²`; the intercept is not penalised. Without a penalty
/// this is the maximum-likelihood fit of R's `glm(family = binomial)`. Rows are summed in order, so
/// the result depends on nothing but the data.
///
/// @param coefficients the intercept first, then one per column
/// @param standardErrors of the coefficients, from the information at the end; empty unless
///     converged
/// @param converged false if the likelihood has no maximum (separated classes) or the columns are
///     linearly dependent; the coefficients are then where the search stopped
public record LogisticFit(double[] coefficients, double[] standardErrors, boolean converged) {
    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_HALVINGS = 30;
    private static final double TOLERANCE = 1e-11;

    /// Beyond this a coefficient only says that the classes are separated.
    private static final double DIVERGED = 1e4;

    /// The share of a column that the columns before it leave unexplained; under it they are
    /// linearly dependent.
    private static final double SINGULAR = 1e-12;

    private static final int BLOCK = 2048;

    /// Fits `y` on columns.
    ///
    /// @param columns one array of finite values per predictor, all as long as `y`
    /// @param y 1 or 0 per row
    /// @param ridge penalty, at least 0
    public static LogisticFit of(double[][] columns, byte[] y, double ridge, Progress progress) {
        double[] beta = new double[columns.length + 1];
        Newton newton = new Newton(columns, y, ridge, progress);
        double objective = newton.evaluate(beta);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] step = newton.step();
            if (step.length == 0) {
                return stopped(beta);
            }
            double[] next = add(beta, step, 1);
            double nextObjective = newton.evaluate(next);
            double size = 1;
            for (int i = 0;
                    i < MAX_HALVINGS && !(nextObjective <= objective + slack(objective));
                    i++) {
                size /= 2;
                next = add(beta, step, size);
                nextObjective = newton.evaluate(next);
            }
            double change = largest(step) * size;
            beta = next;
            objective = nextObjective;
            if (largest(beta) > DIVERGED) {
                return stopped(beta);
            }
            if (change <= TOLERANCE * (1 + largest(beta))) {
                double[] errors = newton.standardErrors();
                return new LogisticFit(beta, errors, errors.length > 0);
            }
        }
        return stopped(beta);
    }

    private static LogisticFit stopped(double[] beta) {
        return new LogisticFit(beta, new double[0], false);
    }

    /// Rounding alone must not make the search think that it went uphill.
    private static double slack(double objective) {
        return 1e-12 * Math.abs(objective);
    }

    private static double[] add(double[] beta, double[] step, double size) {
        double[] sum = beta.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += size * step[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// The probability that belongs to a linear predictor.
    public static double logistic(double eta) {
        return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }

    /// The objective with its gradient and Hessian at one point, summed block by block.
    private static final class Newton {
        private final double[][] columns;
        private final byte[] y;
        private final double ridge;
        private final Progress progress;
        private final double[] gradient;
        private final DMatrixRMaj hessian;
        private final double[][] weighted;
        private final double[] weights = new double[BLOCK];
        private final double[] residuals = new double[BLOCK];

        Newton(double[][] columns, byte[] y, double ridge, Progress progress) {
            this.columns = columns;
            this.y = y;
            this.ridge = ridge;
            this.progress = progress;
            int size = columns.length + 1;
            this.gradient = new double[size];
            this.hessian = new DMatrixRMaj(size, size);
            this.weighted = new double[columns.length][BLOCK];
        }

        /// The penalised negative log-likelihood; leaves gradient and Hessian for [#step()].
        double evaluate(double[] beta) {
            Arrays.fill(gradient, 0);
            hessian.zero();
            double loss = 0;
            for (int from = 0; from < y.length; from += BLOCK) {
                progress.check();
                int length = Math.min(BLOCK, y.length - from);
                loss += residuals(beta, from, length);
                accumulate(from, length);
            }
            for (int j = 1; j < beta.length; j++) {
                loss += ridge * beta[j] * beta[j] / 2;
                gradient[j] += ridge * beta[j];
                hessian.add(j, j, ridge);
            }
            return loss;
        }

        private double residuals(double[] beta, int from, int length) {
            double[] eta = residuals;
            Arrays.fill(eta, 0, length, beta[0]);
            for (int j = 0; j < columns.length; j++) {
                double coefficient = beta[j + 1];
                double[] column = columns[j];
                for (int i = 0; i < length; i++) {
                    eta[i] += coefficient * column[from + i];
                }
            }
            double loss = 0;
            for (int i = 0; i < length; i++) {
                double p = logistic(eta[i]);
                double signed = y[from + i] == 1 ? eta[i] : -eta[i];
                loss +=
                        signed > 0
                                ? Math.log1p(Math.exp(-signed))
                                : Math.log1p(Math.exp(signed)) - signed;
                weights[i] = p * (1 - p);
                residuals[i] = p - y[from + i];
            }
            return loss;
        }

        private void accumulate(int from, int length) {
            for (int i = 0; i < length; i++) {
                gradient[0] += residuals[i];
                hessian.add(0, 0, weights[i]);
            }
            for (int j = 0; j < columns.length; j++) {
                double[] column = columns[j];
                double[] products = weighted[j];
                double slope = 0;
                double cross = 0;
                for (int i = 0; i < length; i++) {
                    double x = column[from + i];
                    products[i] = weights[i] * x;
                    slope += residuals[i] * x;
                    cross += products[i];
                }
                gradient[j + 1] += slope;
                hessian.add(j + 1, 0, cross);
                for (int k = 0; k <= j; k++) {
                    hessian.add(j + 1, k + 1, dot(products, columns[k], from, length));
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

        /// The Newton step at the last evaluated point; empty if the Hessian is singular.
        double[] step() {
            DMatrixRMaj inverse = inverse();
            if (inverse.getNumElements() == 0) {
                return new double[0];
            }
            DMatrixRMaj step = new DMatrixRMaj(gradient.length, 1);
            CommonOps_DDRM.mult(-1, inverse, DMatrixRMaj.wrap(gradient.length, 1, gradient), step);
            return step.getData();
        }

        double[] standardErrors() {
            DMatrixRMaj inverse = inverse();
            double[] errors = new double[inverse.getNumRows()];
            Arrays.setAll(errors, j -> Math.sqrt(inverse.get(j, j)));
            return errors;
        }

        /// The inverse of the Hessian; empty if it is singular.
        private DMatrixRMaj inverse() {
            int size = gradient.length;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < j; k++) {
                    hessian.set(k, j, hessian.get(j, k));
                }
            }
            var solver = LinearSolverFactory_DDRM.chol(size);
            if (!solver.setA(hessian.copy())) {
                return new DMatrixRMaj(0, 0);
            }
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky = solver.getDecomposition();
            DMatrixRMaj root = cholesky.getT(null);
            for (int j = 0; j < size; j++) {
                if (root.get(j, j) * root.get(j, j) < SINGULAR * hessian.get(j, j)) {
                    return new DMatrixRMaj(0, 0);
                }
            }
            DMatrixRMaj inverse = new DMatrixRMaj(size, size);
            solver.invert(inverse);
            return inverse;
        }
    }
}
