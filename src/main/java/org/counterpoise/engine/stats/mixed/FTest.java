package org.counterpoise.engine.stats.mixed;

import org.apache.commons.statistics.distribution.FDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/// Wald's F test of several contrasts of fixed effects. The freedom of the denominator is put
/// together from Satterthwaite's of each uncorrelated contrast (Fai and Cornelius 1996,
/// doi:10.1080/00949659608811740).
///
/// @param f the statistic
/// @param numerator how many contrasts
/// @param denominator degrees of freedom
public record FTest(double f, int numerator, double denominator) {
    private static final double SAME = 1e-6;

    static FTest of(
            double[][] contrasts,
            double[] beta,
            double[][] inverse,
            double variance,
            Satterthwaite satterthwaite) {
        RealMatrix l = new Array2DRowRealMatrix(contrasts);
        RealMatrix covariance =
                l.multiply(new Array2DRowRealMatrix(inverse))
                        .multiply(l.transpose())
                        .scalarMultiply(variance);
        // Made symmetric to the last digit.
        RealMatrix even = covariance.add(covariance.transpose()).scalarMultiply(0.5);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(even);
        int q = contrasts.length;
        double f = 0;
        double[] freedom = new double[q];
        for (int i = 0; i < q; i++) {
            double[] contrast = l.preMultiply(eigen.getEigenvector(i)).toArray();
            double value = 0;
            for (int a = 0; a < beta.length; a++) {
                value += contrast[a] * beta[a];
            }
            f += value * value / eigen.getEigenvalue(i) / q;
            freedom[i] = satterthwaite.freedom(contrast);
        }
        return new FTest(f, q, together(freedom));
    }

    private static double together(double[] freedom) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double expected = 0;
        for (double nu : freedom) {
            low = Math.min(low, nu);
            high = Math.max(high, nu);
            expected += nu / (nu - 2);
        }
        if (high - low <= SAME * high) {
            return low;
        }
        return low > 2 ? 2 * expected / (expected - freedom.length) : 2;
    }

    /// Chance of so large an F without effects; NaN if undefined.
    public double p() {
        if (!(denominator > 0) || !(f >= 0)) {
            return Double.NaN;
        }
        return FDistribution.of(numerator, denominator).survivalProbability(f);
    }
}
