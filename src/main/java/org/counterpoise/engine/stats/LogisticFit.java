package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;

/// Logistic regression by Newton's method with step halving, optionally with a ridge penalty.
///
/// Maximises `Σ log p(yᵢ | xᵢ) − ½·ridge·Σ βⱼ²`; the intercept is not penalised. Without a penalty
/// this is the maximum-likelihood fit of R's `glm(family = binomial)`. Rows are summed in order, so
/// the result depends on nothing but the data.
///
/// @param coefficients one per column of the model matrix, the intercept first
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

    /// A loss per row that only classes have that are told apart entirely.
    private static final double PERFECT = 1e-10;

    /// A step so long that gains nothing runs away along separated classes.
    private static final double RUNAWAY = 0.1;

    /// Fits `y` on columns.
    ///
    /// @param columns one array of finite values per predictor, all as long as `y`
    /// @param y 1 or 0 per row
    /// @param ridge penalty, at least 0
    public static LogisticFit of(double[][] columns, byte[] y, double ridge, Progress progress) {
        return of(ModelMatrix.ofNumbers(y.length, columns), y, ridge, progress);
    }

    /// Fits `y` on a model matrix.
    ///
    /// @param matrix with as many rows as `y`
    /// @param y 1 or 0 per row
    /// @param ridge penalty, at least 0
    public static LogisticFit of(ModelMatrix matrix, byte[] y, double ridge, Progress progress) {
        double[] beta = new double[matrix.width()];
        Newton newton = new Newton(matrix, y, ridge, progress);
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
            boolean flat = objective - nextObjective <= slack(objective);
            beta = next;
            objective = nextObjective;
            boolean separated = flat && change > RUNAWAY || objective < PERFECT * y.length;
            if (separated || largest(beta) > DIVERGED) {
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
        private final ModelMatrix matrix;
        private final byte[] y;
        private final double ridge;
        private final Progress progress;
        private final WeightedSums sums;
        private final double[] weights = new double[WeightedSums.BLOCK];
        private final double[] residuals = new double[WeightedSums.BLOCK];
        private double[] gradient = {};
        private DMatrixRMaj hessian = new DMatrixRMaj(0, 0);

        Newton(ModelMatrix matrix, byte[] y, double ridge, Progress progress) {
            this.matrix = matrix;
            this.y = y;
            this.ridge = ridge;
            this.progress = progress;
            this.sums = new WeightedSums(matrix);
        }

        /// The penalised negative log-likelihood; leaves gradient and Hessian for [#step()].
        double evaluate(double[] beta) {
            sums.clear();
            double loss = 0;
            for (int from = 0; from < y.length; from += WeightedSums.BLOCK) {
                progress.check();
                int length = Math.min(WeightedSums.BLOCK, y.length - from);
                loss += residuals(beta, from, length);
                sums.add(from, length, weights, residuals);
            }
            gradient = sums.gradient();
            hessian = sums.products();
            for (int j = 1; j < beta.length; j++) {
                loss += ridge * beta[j] * beta[j] / 2;
                gradient[j] += ridge * beta[j];
                hessian.add(j, j, ridge);
            }
            return loss;
        }

        private double residuals(double[] beta, int from, int length) {
            double[] eta = residuals;
            matrix.times(beta, from, length, eta);
            double loss = 0;
            for (int i = 0; i < length; i++) {
                // Of p and 1 - p the smaller one would be lost in 1 less the other.
                double small = Math.exp(-Math.abs(eta[i]));
                double less = small / (1 + small);
                double more = 1 / (1 + small);
                boolean yes = y[from + i] == 1;
                double signed = yes ? eta[i] : -eta[i];
                loss += logOfOneAnd(small) - Math.min(0, signed);
                weights[i] = less * more;
                double wrong = signed >= 0 ? less : more;
                residuals[i] = yes ? -wrong : wrong;
            }
            return loss;
        }

        /// As `Math.log1p`, which takes several times as long.
        private static double logOfOneAnd(double x) {
            return x > 1e-4 ? Math.log(1 + x) : x * (1 - x * (0.5 - x / 3));
        }

        /// The Newton step at the last evaluated point; empty if the Hessian is singular.
        double[] step() {
            DMatrixRMaj inverse = Definite.inverse(hessian);
            if (inverse.getNumElements() == 0) {
                return new double[0];
            }
            DMatrixRMaj step = new DMatrixRMaj(gradient.length, 1);
            CommonOps_DDRM.mult(-1, inverse, DMatrixRMaj.wrap(gradient.length, 1, gradient), step);
            return step.getData();
        }

        double[] standardErrors() {
            DMatrixRMaj inverse = Definite.inverse(hessian);
            double[] errors = new double[inverse.getNumRows()];
            Arrays.setAll(errors, j -> Math.sqrt(inverse.get(j, j)));
            return errors;
        }
    }
}
