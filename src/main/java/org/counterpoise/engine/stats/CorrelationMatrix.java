package org.counterpoise.engine.stats;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.List;
import java.util.Locale;

/// A matrix of correlations that fit together.
///
/// @param matrix positive definite, ones on the diagonal
/// @param smallestEigenvalue before any repair
/// @param largestChange of an entry by the repair, 0 if none was needed
public record CorrelationMatrix(
        double[][] matrix, double smallestEigenvalue, double largestChange) {
    private static final double FLOOR = 1e-6;

    /// What a repair changed, one sentence; empty if nothing.
    public List<String> notes() {
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

    /// The lower triangle L with `L Lᵀ` the matrix (Cholesky).
    public double[][] root() {
        int size = matrix.length;
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(size, true);
        if (!cholesky.decompose(new DMatrixRMaj(matrix))) {
            throw new IllegalStateException("not positive definite");
        }
        DMatrixRMaj lower = cholesky.getT(null);
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                root[i][j] = lower.get(i, j);
            }
        }
        return root;
    }

    /// Pairwise estimates need not fit together. Eigenvalues below a floor are lifted to it and the
    /// diagonal is scaled back to ones (Rebonato and Jäckel 1999).
    public static CorrelationMatrix repaired(double[][] matrix) {
        int size = matrix.length;
        if (size == 0) {
            return new CorrelationMatrix(matrix, 1, 0);
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
            return new CorrelationMatrix(matrix, smallest, 0);
        }
        DMatrixRMaj sum = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            DMatrixRMaj vector = eigen.getEigenVector(i);
            double value = Math.max(FLOOR, eigen.getEigenvalue(i).getReal());
            CommonOps_DDRM.multAddTransB(value, vector, vector, sum);
        }
        return scaled(matrix, sum, smallest);
    }

    private static CorrelationMatrix scaled(
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
        return new CorrelationMatrix(after, smallest, change);
    }
}
