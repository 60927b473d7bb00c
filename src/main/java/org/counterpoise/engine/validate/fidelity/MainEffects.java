package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.ModelMatrix;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;
import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The model matrix of main effects over stacked tables: numbers standardised, a column per level
/// but the most frequent, a column where numbers are missing; none that others determine.
final class MainEffects {
    /// Levels beyond the most frequent count as one.
    private static final int MOST_LEVELS = 50;

    /// The share of a column's variance that those before it must leave unexplained.
    private static final double INDEPENDENT = 1e-9;

    private MainEffects() {}

    /// @return a row per row of all tables
    static ModelMatrix of(AlignedTables tables, Progress progress) {
        List<ModelMatrix.Term> terms = new ArrayList<>();
        for (AlignedColumn column : tables.columns()) {
            switch (column) {
                case AlignedColumn.Numbers c ->
                        numbers(
                                Arrays.stream(c.values()).flatMapToDouble(Arrays::stream).toArray(),
                                terms);
                case AlignedColumn.Codes c ->
                        terms.add(
                                levels(
                                        Arrays.stream(c.codes())
                                                .flatMapToInt(Arrays::stream)
                                                .toArray(),
                                        c.levels().size()));
            }
        }
        ModelMatrix matrix =
                new ModelMatrix(Arrays.stream(tables.rows()).sum(), List.copyOf(terms));
        return matrix.select(
                independent(matrix.crossProducts(0, matrix.rows(), progress), progress));
    }

    private static void numbers(double[] values, List<ModelMatrix.Term> terms) {
        double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
        double scale = Arrays.stream(present).map(Math::abs).max().orElse(1);
        double mean = Arrays.stream(present).map(v -> v / scale).average().orElse(0);
        double[] standard = new double[values.length];
        double squares = 0;
        for (int row = 0; row < values.length; row++) {
            standard[row] = Double.isFinite(values[row]) ? values[row] / scale - mean : 0;
            squares += standard[row] * standard[row];
        }
        double deviation = Math.sqrt(squares / values.length);
        if (deviation > 1e-12) {
            for (int row = 0; row < values.length; row++) {
                standard[row] /= deviation;
            }
            terms.add(new ModelMatrix.Term.Numbers(standard));
        }
        if (present.length < values.length) {
            int[] missing = new int[values.length];
            Arrays.setAll(missing, row -> Double.isFinite(values[row]) ? 0 : 1);
            terms.add(new ModelMatrix.Term.Levels(missing, 2));
        }
    }

    /// The most frequent level, and what is beyond the most levels, have no column.
    private static ModelMatrix.Term levels(int[] codes, int levels) {
        long[] counts = new long[levels + 1];
        for (int code : codes) {
            counts[code + 1]++;
        }
        int[] frequent =
                IntStream.rangeClosed(0, levels)
                        .boxed()
                        .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                        .limit(MOST_LEVELS)
                        .mapToInt(level -> level)
                        .toArray();
        int[] recoded = new int[levels + 1];
        for (int i = 1; i < frequent.length; i++) {
            recoded[frequent[i]] = i;
        }
        int[] own = new int[codes.length];
        Arrays.setAll(own, row -> recoded[codes[row] + 1]);
        return new ModelMatrix.Term.Levels(own, frequent.length);
    }

    /// The columns that are no sum of those before, by a Cholesky decomposition that passes over
    /// the others.
    ///
    /// @param products `XᵀX` with the intercept
    private static int[] independent(DMatrixRMaj products, Progress progress) {
        int width = products.getNumRows();
        double rows = products.get(0, 0);
        double[][] root = new double[width][];
        int[] kept = new int[width];
        int count = 0;
        for (int column = 0; column < width; column++) {
            progress.check();
            double[] own = new double[count + 1];
            double rest = products.get(column, column);
            for (int i = 0; i < count; i++) {
                double sum = products.get(column, kept[i]);
                for (int j = 0; j < i; j++) {
                    sum -= own[j] * root[i][j];
                }
                own[i] = sum / root[i][i];
                rest -= own[i] * own[i];
            }
            double mean = products.get(column, 0) / rows;
            double variance = products.get(column, column) / rows - mean * mean;
            if (column == 0 || variance > 0 && rest > INDEPENDENT * rows * variance) {
                own[count] = Math.sqrt(rest);
                root[count] = own;
                kept[count++] = column;
            }
        }
        return Arrays.copyOfRange(kept, Math.min(1, count), count);
    }
}
