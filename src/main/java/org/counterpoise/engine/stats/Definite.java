package org.counterpoise.engine.stats;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/// Inverts the information matrices of regressions.
final class Definite {
    /// The share of a column that the columns before it leave unexplained; under it they are
    /// linearly dependent.
    private static final double SINGULAR = 1e-12;

    private Definite() {}

    /// @param matrix symmetric; not changed
    /// @return without elements unless the matrix is finite, positive definite and not nearly
    ///     singular
    static DMatrixRMaj inverse(DMatrixRMaj matrix) {
        int size = matrix.getNumRows();
        DMatrixRMaj none = new DMatrixRMaj(0, 0);
        for (double value : matrix.getData()) {
            if (!Double.isFinite(value)) {
                return none;
            }
        }
        if (size == 0) {
            return none;
        }
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(matrix.copy())) {
            return none;
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = solver.getDecomposition();
        DMatrixRMaj root = cholesky.getT(null);
        for (int j = 0; j < size; j++) {
            if (root.get(j, j) * root.get(j, j) < SINGULAR * matrix.get(j, j)) {
                return none;
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse;
    }
}
