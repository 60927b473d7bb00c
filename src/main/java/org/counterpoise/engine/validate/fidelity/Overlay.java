package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
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
    static Optional<Figure> of(AlignedTables tables) {
        double[][] columns = MainEffects.of(tables);
        int real = tables.rows()[0];
        if (columns.length < 2 || columns.length > MOST || real < 3) {
            return Optional.empty();
        }
        for (double[] column : columns) {
            double mean = Arrays.stream(column, 0, real).average().orElse(0);
            Arrays.setAll(column, i -> column[i] - mean);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(columns.length, true, true);
        if (!eigen.decompose(covariance(columns, real))) {
            return Optional.empty();
        }
        double all = 0;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            order.add(i);
            all += eigen.getEigenvalue(i).getReal();
        }
        order.sort(
                (a, b) ->
                        Double.compare(
                                eigen.getEigenvalue(b).getReal(),
                                eigen.getEigenvalue(a).getReal()));
        double[] x = project(columns, eigen.getEigenVector(order.get(0)));
        double[] y = project(columns, eigen.getEigenVector(order.get(1)));
        double first = eigen.getEigenvalue(order.get(0)).getReal() / all;
        double second = eigen.getEigenvalue(order.get(1)).getReal() / all;
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

    private static DMatrixRMaj covariance(double[][] columns, int rows) {
        DMatrixRMaj matrix = new DMatrixRMaj(columns.length, columns.length);
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                double[] a = columns[i];
                double[] b = columns[j];
                double sum = 0;
                for (int row = 0; row < rows; row++) {
                    sum += a[row] * b[row];
                }
                matrix.set(i, j, sum / (rows - 1));
                matrix.set(j, i, sum / (rows - 1));
            }
        }
        return matrix;
    }

    /// The sign is that in which the largest weight is positive.
    private static double[] project(double[][] columns, DMatrixRMaj vector) {
        int largest =
                IntStream.range(0, columns.length)
                        .reduce(
                                0,
                                (a, b) ->
                                        Math.abs(vector.get(b)) > Math.abs(vector.get(a)) ? b : a);
        double sign = Math.signum(vector.get(largest));
        double[] along = new double[columns[0].length];
        for (int c = 0; c < columns.length; c++) {
            double weight = sign * vector.get(c);
            for (int row = 0; row < along.length; row++) {
                along[row] += weight * columns[c][row];
            }
        }
        return along;
    }
}
