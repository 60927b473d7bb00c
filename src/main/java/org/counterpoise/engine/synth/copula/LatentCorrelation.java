package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// The correlation matrix of the latent normal numbers.
///
/// @param matrix positive definite, ones on the diagonal
/// @param smallestEigenvalue of the pairwise estimates, before any repair
/// @param largestChange of an entry by the repair, 0 if none was needed
record LatentCorrelation(double[][] matrix, double smallestEigenvalue, double largestChange) {
    private static final double FLOOR = 1e-6;
    private static final int BISECTIONS = 48;
    private static final int FEWEST_PAIRS = 3;

    /// Estimates each correlation as the one at which the two columns' normal scores are correlated
    /// as observed in the rows that have both (NORTA matching, Cario and Nelson 1997). Scores of
    /// tied values are conditional means, so a plain correlation of scores would be too small;
    /// matching undoes that, as a polychoric correlation does.
    ///
    /// @param latents one per latent number
    static LatentCorrelation estimate(List<Scored> latents, Progress progress) {
        return estimate(
                latents,
                (i, j, observed) -> match(latents.get(i).steps(), latents.get(j).steps(), observed),
                progress);
    }

    /// The latent correlation of two columns whose scores have an observed correlation.
    interface Matching {
        double latent(int first, int second, double observed);
    }

    static LatentCorrelation estimate(List<Scored> latents, Matching matching, Progress progress) {
        int size = latents.size();
        List<double[]> rows =
                Parallel.map(
                        size,
                        progress,
                        "Learning associations",
                        i -> {
                            double[] row = new double[i];
                            for (int j = 0; j < i; j++) {
                                progress.check();
                                Scored a = latents.get(i);
                                Scored b = latents.get(j);
                                row[j] = matching.latent(i, j, pearson(a.rows(), b.rows()));
                            }
                            return row;
                        });
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = rows.get(i)[j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return repaired(matrix);
    }

    /// Pearson's correlation over the rows in which both are there; 0 if it is undefined.
    static double pearson(double[] a, double[] b) {
        long n = 0;
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int row = 0; row < a.length; row++) {
            double x = a[row];
            double y = b[row];
            double product = x * y;
            if (!Double.isNaN(product)) {
                n++;
                sumA += x;
                sumB += y;
                squaresA += x * x;
                squaresB += y * y;
                products += product;
            }
        }
        double varianceA = squaresA - sumA * sumA / n;
        double varianceB = squaresB - sumB * sumB / n;
        if (n < FEWEST_PAIRS || !(varianceA > 1e-9 * n) || !(varianceB > 1e-9 * n)) {
            return 0;
        }
        double r = (products - sumA * sumB / n) / Math.sqrt(varianceA * varianceB);
        return Math.clamp(r, -1, 1);
    }

    private static double match(StepScores a, StepScores b, double observed) {
        double target = observed * Math.sqrt(a.variance() * b.variance());
        return root(rho -> StepScores.covariance(a, b, rho), target);
    }

    /// The latent correlation whose implied covariance of scores is `target`, by bisection: the
    /// implied covariance rises with the latent correlation.
    static double root(DoubleUnaryOperator implied, double target) {
        double low = -1;
        double high = 1;
        if (implied.applyAsDouble(low) >= target) {
            return low;
        } else if (implied.applyAsDouble(high) <= target) {
            return high;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (implied.applyAsDouble(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// What a repair of the pairwise estimates changed, one sentence; empty if nothing.
    List<String> notes() {
        return largestChange > 0
                ? List.of(
                        String.format(
                                Locale.ROOT,
                                "The pairwise correlations did not fit together (smallest"
                                        + " eigenvalue %.2g); they were changed by at most %.2g to"
                                        + " make them.",
                                smallestEigenvalue,
                                largestChange))
                : List.of();
    }

    /// Pairwise estimates need not fit together. Eigenvalues below a floor are lifted to it and the
    /// diagonal is scaled back to ones (Rebonato and Jäckel 1999).
    private static LatentCorrelation repaired(double[][] matrix) {
        int size = matrix.length;
        if (size == 0) {
            return new LatentCorrelation(matrix, 1, 0);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw new IllegalStateException("the eigenvalue iteration did not converge");
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            smallest = Math.min(smallest, eigen.getEigenvalue(i).getReal());
        }
        if (smallest >= FLOOR) {
            return new LatentCorrelation(matrix, smallest, 0);
        }
        DMatrixRMaj sum = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            DMatrixRMaj vector = eigen.getEigenVector(i);
            double value = Math.max(FLOOR, eigen.getEigenvalue(i).getReal());
            CommonOps_DDRM.multAddTransB(value, vector, vector, sum);
        }
        return scaled(matrix, sum, smallest);
    }

    private static LatentCorrelation scaled(
            double[][] before, DMatrixRMaj lifted, double smallest) {
        int size = before.length;
        double[][] after = new double[size][size];
        double change = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                after[i][j] =
                        i == j
                                ? 1
                                : lifted.get(i, j) / Math.sqrt(lifted.get(i, i) * lifted.get(j, j));
                change = Math.max(change, Math.abs(after[i][j] - before[i][j]));
            }
        }
        return new LatentCorrelation(after, smallest, change);
    }
}
