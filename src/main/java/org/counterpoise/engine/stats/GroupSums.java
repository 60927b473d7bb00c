package org.counterpoise.engine.stats;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/// What the likelihood of a random intercept needs of the rows: sums of products over all, and
/// sums of columns by group.
///
/// @param products of the columns of x and, last, y
/// @param sums of the same columns by group
/// @param sizes rows by group
record GroupSums(double[][] products, double[][] sums, int[] sizes) {

    static GroupSums of(double[][] x, double[] y, int[] groups, int count) {
        int p = x[0].length;
        double[][] products = new double[p + 1][p + 1];
        double[][] sums = new double[count][p + 1];
        int[] sizes = new int[count];
        double[] row = new double[p + 1];
        for (int i = 0; i < y.length; i++) {
            System.arraycopy(x[i], 0, row, 0, p);
            row[p] = y[i];
            double[] own = sums[groups[i]];
            sizes[groups[i]]++;
            for (int a = 0; a <= p; a++) {
                own[a] += row[a];
                for (int b = 0; b <= p; b++) {
                    products[a][b] += row[a] * row[b];
                }
            }
        }
        return new GroupSums(products, sums, sizes);
    }

    /// Generalised least squares at one ratio of variances.
    ///
    /// @param n rows
    /// @param inverse of XᵀV⁻¹X, in units of the residual variance
    /// @param quadratic residuals' sum of squares, weighted by V⁻¹
    /// @param logV logarithm of the determinant of V
    /// @param logX that of XᵀV⁻¹X
    /// @param intercepts predicted by group
    record Fit(
            int n,
            double[] beta,
            double[][] inverse,
            double quadratic,
            double logV,
            double logX,
            double[] intercepts) {

        private int freedom(boolean restricted) {
            return restricted ? n - beta.length : n;
        }

        double variance(boolean restricted) {
            return quadratic / freedom(restricted);
        }

        /// Twice the negative logarithm of the likelihood at the best residual variance.
        double deviance(boolean restricted) {
            return deviance(variance(restricted), restricted);
        }

        /// The same at any residual variance.
        double deviance(double variance, boolean restricted) {
            return logV
                    + (restricted ? logX : 0)
                    + freedom(restricted) * Math.log(2 * Math.PI * variance)
                    + quadratic / variance;
        }
    }

    /// @param ratio variance between groups over that within
    Fit at(double ratio) {
        int p = products.length - 1;
        double[][] all = new double[p + 1][];
        for (int a = 0; a <= p; a++) {
            all[a] = products[a].clone();
        }
        double logV = 0;
        int n = 0;
        for (int g = 0; g < sizes.length; g++) {
            double shrink = ratio / (1 + sizes[g] * ratio);
            logV += Math.log1p(sizes[g] * ratio);
            n += sizes[g];
            for (int a = 0; a <= p; a++) {
                for (int b = 0; b <= p; b++) {
                    all[a][b] -= shrink * (sums[g][a] * sums[g][b]);
                }
            }
        }
        RealMatrix left = new Array2DRowRealMatrix(all, false).getSubMatrix(0, p - 1, 0, p - 1);
        CholeskyDecomposition cholesky = new CholeskyDecomposition(left, 1e-9, 0);
        RealMatrix inverse = cholesky.getSolver().getInverse();
        double[] right = new double[p];
        for (int a = 0; a < p; a++) {
            right[a] = all[a][p];
        }
        double[] beta = inverse.operate(right);
        double quadratic = all[p][p];
        for (int a = 0; a < p; a++) {
            quadratic -= beta[a] * right[a];
        }
        return new Fit(
                n,
                beta,
                inverse.getData(),
                quadratic,
                logV,
                Math.log(cholesky.getDeterminant()),
                intercepts(beta, ratio));
    }

    private double[] intercepts(double[] beta, double ratio) {
        double[] intercepts = new double[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            double left = sums[g][beta.length];
            for (int a = 0; a < beta.length; a++) {
                left -= beta[a] * sums[g][a];
            }
            intercepts[g] = left * ratio / (1 + sizes[g] * ratio);
        }
        return intercepts;
    }
}
