package org.counterpoise.engine.synth.mixture;

/// The parameters of a mixture. Numbers are standardised; codes of categories include missing.
///
/// @param weights share of each component, summing to 1
/// @param means `[component][number]`
/// @param covariances `[component][number][number]`, positive definite
/// @param shares `[component][category][code]`, summing to 1 over codes
record Mixture(double[] weights, double[][] means, double[][][] covariances, double[][][] shares) {

    int components() {
        return weights.length;
    }

    int numbers() {
        return means[0].length;
    }

    /// How many numbers were learned: what BIC counts.
    long parameters(boolean full) {
        long d = numbers();
        long each = d + (full ? d * (d + 1) / 2 : d);
        for (double[] category : shares[0]) {
            each += category.length - 1;
        }
        return components() * each + components() - 1;
    }

    /// The lower Cholesky factor of part of a covariance.
    ///
    /// @param which the numbers it is of, in this order
    /// @throws ArithmeticException if the matrix is not positive definite
    static double[][] cholesky(double[][] covariance, int[] which) {
        double[][] factor = new double[which.length][which.length];
        for (int i = 0; i < which.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[which[i]][which[j]];
                for (int l = 0; l < j; l++) {
                    sum -= factor[i][l] * factor[j][l];
                }
                if (i > j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > 0) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("not positive definite");
                }
            }
        }
        return factor;
    }
}
