package org.counterpoise.engine.stats.mixed;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

import java.util.function.ToDoubleFunction;

/// Gradient and Hessian of a function of few parameters, by central differences: the gradient to
/// the fourth order, the Hessian to the second.
record Curvature(double[] gradient, double[][] hessian) {

    /// @param moving parameters that are varied
    /// @param step in units of each parameter's size
    static Curvature of(
            ToDoubleFunction<double[]> function, double[] at, int[] moving, double step) {
        int n = moving.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        double middle = function.applyAsDouble(at);
        double[] h = steps(at, moving, step);
        for (int i = 0; i < n; i++) {
            double near1 = function.applyAsDouble(moved(at, moving[i], h[i]));
            double near0 = function.applyAsDouble(moved(at, moving[i], -h[i]));
            double far1 = function.applyAsDouble(moved(at, moving[i], 2 * h[i]));
            double far0 = function.applyAsDouble(moved(at, moving[i], -2 * h[i]));
            gradient[i] = (8 * (near1 - near0) - (far1 - far0)) / (12 * h[i]);
            hessian[i][i] =
                    (16 * (near1 + near0) - (far1 + far0) - 30 * middle) / (12 * h[i] * h[i]);
            for (int j = 0; j < i; j++) {
                double cross = 0;
                for (int a = -1; a <= 1; a += 2) {
                    for (int b = -1; b <= 1; b += 2) {
                        double[] both = moved(at, moving[i], a * h[i]);
                        both[moving[j]] += b * h[j];
                        cross += a * b * function.applyAsDouble(both);
                    }
                }
                hessian[i][j] = cross / (4 * h[i] * h[j]);
                hessian[j][i] = hessian[i][j];
            }
        }
        return new Curvature(gradient, hessian);
    }

    static double[] steps(double[] at, int[] moving, double step) {
        double[] h = new double[moving.length];
        for (int i = 0; i < h.length; i++) {
            double size = Math.abs(at[moving[i]]);
            h[i] = step * (size > 0 ? size : 1);
        }
        return h;
    }

    static double[] moved(double[] at, int parameter, double by) {
        double[] moved = at.clone();
        moved[parameter] += by;
        return moved;
    }

    /// What Newton's method would subtract.
    double[] step() {
        return new LUDecomposition(new Array2DRowRealMatrix(hessian), 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient))
                .toArray();
    }
}
