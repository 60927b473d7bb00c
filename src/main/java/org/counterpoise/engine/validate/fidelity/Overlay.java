package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.stats.ModelMatrix;
import org.counterpoise.engine.validate.AlignedTables;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Real and synthetic rows in the plane of the first two principal components of the real rows.
final class Overlay {
    /// With more design columns the picture is left out.
    private static final int MOST = 300;

    private Overlay() {}

    /// @param tables the real table, then the synthetic
    /// @return empty with fewer than two columns that vary
    static Optional<Figure> of(AlignedTables tables, Progress progress) {
        ModelMatrix matrix = MainEffects.of(tables, progress);
        int columns = matrix.width() - 1;
        int real = tables.rows()[0];
        if (columns < 2 || columns > MOST || real < 3) {
            return Optional.empty();
        }
        double[] means = new double[columns];
        double[] scales = new double[columns];
        DMatrixRMaj all = matrix.crossProducts(0, matrix.rows(), progress);
        DMatrixRMaj own = matrix.crossProducts(0, real, progress);
        for (int c = 0; c < columns; c++) {
            means[c] = own.get(c + 1, 0) / real;
            double mean = all.get(c + 1, 0) / matrix.rows();
            scales[c] = Math.sqrt(all.get(c + 1, c + 1) / matrix.rows() - mean * mean);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(columns, true, true);
        if (!eigen.decompose(covariance(own, means, scales, real))) {
            return Optional.empty();
        }
        double variance = 0;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            order.add(i);
            variance += eigen.getEigenvalue(i).getReal();
        }
        order.sort(
                (a, b) ->
                        Double.compare(
                                eigen.getEigenvalue(b).getReal(),
                                eigen.getEigenvalue(a).getReal()));
        double[] x = project(matrix, eigen.getEigenVector(order.get(0)), means, scales);
        double[] y = project(matrix, eigen.getEigenVector(order.get(1)), means, scales);
        double first = eigen.getEigenvalue(order.get(0)).getReal() / variance;
        double second = eigen.getEigenvalue(order.get(1)).getReal() / variance;
        return Optional.of(
                new Figure.Scatter(
                        "Principal components",
                        String.format(
                                Locale.ROOT,
                                "Rows of both tables on the first two principal components of the"
                                        + " real rows, which hold %.0f %% of their variance; numbers"
                                        + " and indicators of levels are standardised. What lies off"
                                        + " this plane does not show.",
                                100 * (first + second)),
                        String.format(Locale.ROOT, "component 1 (%.0f %%)", 100 * first),
                        String.format(Locale.ROOT, "component 2 (%.0f %%)", 100 * second),
                        List.of(
                                new Figure.Scatter.Series(
                                        "real",
                                        Hue.REAL,
                                        Arrays.copyOf(x, real),
                                        Arrays.copyOf(y, real)),
                                new Figure.Scatter.Series(
                                        "synthetic",
                                        Hue.SYNTHETIC,
                                        Arrays.copyOfRange(x, real, x.length),
                                        Arrays.copyOfRange(y, real, y.length)))));
    }

    /// @param products `XᵀX` with the intercept
    private static DMatrixRMaj covariance(
            DMatrixRMaj products, double[] means, double[] scales, int rows) {
        DMatrixRMaj matrix = new DMatrixRMaj(means.length, means.length);
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = products.get(i + 1, j + 1) - rows * means[i] * means[j];
                matrix.set(i, j, sum / (rows - 1) / (scales[i] * scales[j]));
                matrix.set(j, i, matrix.get(i, j));
            }
        }
        return matrix;
    }

    /// The sign is that in which the largest weight is positive.
    private static double[] project(
            ModelMatrix matrix, DMatrixRMaj vector, double[] means, double[] scales) {
        int largest =
                IntStream.range(0, means.length)
                        .reduce(
                                0,
                                (a, b) ->
                                        Math.abs(vector.get(b)) > Math.abs(vector.get(a)) ? b : a);
        double sign = Math.signum(vector.get(largest));
        double[] beta = new double[matrix.width()];
        for (int c = 0; c < means.length; c++) {
            beta[c + 1] = sign * vector.get(c) / scales[c];
            beta[0] -= beta[c + 1] * means[c];
        }
        return matrix.times(beta);
    }
}
