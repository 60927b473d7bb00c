package org.counterpoise.engine.stats.mixed;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/// Degrees of freedom of contrasts of fixed effects by Satterthwaite: 2 v² / Var(v) of the
/// contrast's variance v (Giesbrecht and Burns 1985, doi:10.2307/2530872), with the variance of the
/// components from the curvature of the deviance at its minimum.
///
/// Components estimated as 0 are taken as known to be 0; if all are, the freedom is that of the
/// residual.
final class Satterthwaite {
    private static final double STEP = 1e-3;

    private final double variance;
    private final double[][] inverse;

    /// Change of XᵀV⁻¹X⁻¹ by parameter, in units of the residual variance.
    private final double[][][] changes;

    /// Variance of the parameters and, last, of the logarithm of the residual variance.
    private final double[][] spread;

    /// @param at the minimum
    /// @param moving parameters that are not at their limit
    Satterthwaite(MixedSums sums, double[] at, int[] moving, boolean restricted) {
        int m = moving.length;
        MixedFit best = sums.at(at);
        variance = best.variance(restricted);
        inverse = best.inverse();
        changes = new double[m][][];
        double[] slopes = new double[m];
        double[] h = Curvature.steps(at, moving, STEP);
        for (int i = 0; i < m; i++) {
            MixedFit more = sums.at(Curvature.moved(at, moving[i], h[i]));
            MixedFit less = sums.at(Curvature.moved(at, moving[i], -h[i]));
            changes[i] = difference(more.inverse(), less.inverse(), 2 * h[i]);
            slopes[i] = (more.quadratic() - less.quadratic()) / (2 * h[i]);
        }
        double[][] hessian = new double[m + 1][m + 1];
        double[][] own =
                Curvature.of(p -> sums.at(p).deviance(variance, restricted), at, moving, STEP)
                        .hessian();
        for (int i = 0; i < m; i++) {
            System.arraycopy(own[i], 0, hessian[i], 0, m);
            hessian[i][m] = -slopes[i] / variance;
            hessian[m][i] = hessian[i][m];
        }
        hessian[m][m] = best.quadratic() / variance;
        // The variance of the parameters is twice the inverse of the deviance's curvature.
        spread =
                new LUDecomposition(new Array2DRowRealMatrix(hessian), 0)
                        .getSolver()
                        .getInverse()
                        .scalarMultiply(2)
                        .getData();
    }

    private static double[][] difference(double[][] a, double[][] b, double width) {
        double[][] d = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                d[i][j] = (a[i][j] - b[i][j]) / width;
            }
        }
        return d;
    }

    /// The freedom of a contrast's variance.
    double freedom(double[] contrast) {
        int m = changes.length;
        double v = variance * quadratic(contrast, inverse);
        double[] gradient = new double[m + 1];
        for (int i = 0; i < m; i++) {
            gradient[i] = variance * quadratic(contrast, changes[i]);
        }
        gradient[m] = v;
        return 2 * v * v / quadratic(gradient, spread);
    }

    private static double quadratic(double[] c, double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < c.length; j++) {
                sum += c[i] * matrix[i][j] * c[j];
            }
        }
        return sum;
    }
}
