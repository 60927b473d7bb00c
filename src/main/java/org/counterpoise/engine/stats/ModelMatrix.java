package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of a regression: an intercept, numbers, and categories as indicators.
///
/// Categories stay codes, so that what a row adds to a sum takes a step per term, not per column.
/// Column 0 is the intercept; then come the terms' columns in order, one for numbers and one per
/// level but the first for a category.
public final class ModelMatrix {

    /// What contributes columns.
    public sealed interface Term {

        /// How many columns.
        int width();

        /// How many rows.
        int rows();

        /// One column of finite values.
        record Numbers(double[] values) implements Term {
            @Override
            public int width() {
                return 1;
            }

            @Override
            public int rows() {
                return values.length;
            }
        }

        /// An indicator per level from 1; rows of level 0 have none.
        ///
        /// @param codes from 0 to `levels` - 1
        record Levels(int[] codes, int levels) implements Term {
            @Override
            public int width() {
                return levels - 1;
            }

            @Override
            public int rows() {
                return codes.length;
            }
        }
    }

    /// @param column of the first level with one, less 1, so that `column + code` is a level's
    record Category(int column, int[] codes, int levels) {}

    private final int rows;
    private final int width;
    private final List<Term> terms;
    private final double[][] numbers;
    private final int[] numberColumns;
    private final List<Category> categories = new ArrayList<>();

    /// @param rows of every term
    public ModelMatrix(int rows, List<? extends Term> terms) {
        this.rows = rows;
        this.terms = List.copyOf(terms);
        List<double[]> values = new ArrayList<>();
        int[] columns = new int[terms.size()];
        int column = 1;
        for (Term term : terms) {
            if (term.rows() != rows) {
                throw new IllegalArgumentException(term.rows() + " rows, not " + rows);
            }
            switch (term) {
                case Term.Numbers own -> {
                    columns[values.size()] = column;
                    values.add(own.values());
                }
                case Term.Levels own ->
                        categories.add(new Category(column - 1, own.codes(), own.levels()));
            }
            column += term.width();
        }
        this.width = column;
        this.numbers = values.toArray(double[][]::new);
        this.numberColumns = Arrays.copyOf(columns, values.size());
    }

    /// Of numbers alone.
    ///
    /// @param columns of `rows` finite values each
    public static ModelMatrix ofNumbers(int rows, double[][] columns) {
        return new ModelMatrix(rows, Arrays.stream(columns).map(Term.Numbers::new).toList());
    }

    public int rows() {
        return rows;
    }

    /// Columns with the intercept.
    public int width() {
        return width;
    }

    double[][] numbers() {
        return numbers;
    }

    /// The column of each of [#numbers()].
    int[] numberColumns() {
        return numberColumns;
    }

    List<Category> categories() {
        return categories;
    }

    /// The linear predictor of every row.
    ///
    /// @param beta a coefficient per column
    public double[] times(double[] beta) {
        double[] eta = new double[rows];
        times(beta, 0, rows, eta);
        return eta;
    }

    /// The linear predictor of `length` rows from `from`, into the first of `eta`.
    void times(double[] beta, int from, int length, double[] eta) {
        Arrays.fill(eta, 0, length, beta[0]);
        for (int j = 0; j < numbers.length; j++) {
            double coefficient = beta[numberColumns[j]];
            double[] values = numbers[j];
            for (int i = 0; i < length; i++) {
                eta[i] += coefficient * values[from + i];
            }
        }
        for (Category category : categories) {
            double[] own = new double[category.levels()];
            System.arraycopy(beta, category.column() + 1, own, 1, own.length - 1);
            int[] codes = category.codes();
            for (int i = 0; i < length; i++) {
                eta[i] += own[codes[from + i]];
            }
        }
    }

    /// The columns but the intercept, each as long as there are rows.
    public double[][] columns() {
        double[][] columns = new double[width - 1][];
        for (int j = 0; j < numbers.length; j++) {
            columns[numberColumns[j] - 1] = numbers[j];
        }
        for (Category category : categories) {
            for (int level = 1; level < category.levels(); level++) {
                double[] indicator = new double[rows];
                for (int row = 0; row < rows; row++) {
                    indicator[row] = category.codes()[row] == level ? 1 : 0;
                }
                columns[category.column() + level - 1] = indicator;
            }
        }
        return columns;
    }

    /// `XᵀX` of some rows, with the intercept.
    ///
    /// @param from first row
    /// @param to last row, exclusive
    public DMatrixRMaj crossProducts(int from, int to, Progress progress) {
        double[] ones = new double[WeightedSums.BLOCK];
        Arrays.fill(ones, 1);
        WeightedSums sums = new WeightedSums(this);
        for (int row = from; row < to; row += WeightedSums.BLOCK) {
            progress.check();
            sums.add(row, Math.min(WeightedSums.BLOCK, to - row), ones, ones);
        }
        return sums.products();
    }

    /// The columns, beside the intercept, that are not the same in all rows; ascending, from 1.
    public int[] varying() {
        boolean[] varies = new boolean[width];
        int column = 1;
        for (Term term : terms) {
            switch (term) {
                case Term.Numbers own -> {
                    double[] values = own.values();
                    for (double value : values) {
                        varies[column] |= value != values[0];
                    }
                }
                case Term.Levels own -> {
                    int[] counts = new int[own.levels()];
                    for (int code : own.codes()) {
                        counts[code]++;
                    }
                    for (int level = 1; level < counts.length; level++) {
                        varies[column + level - 1] = counts[level] > 0 && counts[level] < rows;
                    }
                }
            }
            column += term.width();
        }
        return IntStream.range(1, width).filter(c -> varies[c]).toArray();
    }

    /// The matrix of some columns and the intercept. Rows of a level whose column is gone are as
    /// those of level 0.
    ///
    /// @param columns ascending, from 1
    public ModelMatrix select(int[] columns) {
        boolean[] wanted = new boolean[width];
        for (int column : columns) {
            wanted[column] = true;
        }
        List<Term> kept = new ArrayList<>();
        int column = 1;
        for (Term term : terms) {
            switch (term) {
                case Term.Numbers own -> {
                    if (wanted[column]) {
                        kept.add(own);
                    }
                }
                case Term.Levels own -> {
                    int[] recoded = new int[own.levels()];
                    int levels = 1;
                    for (int level = 1; level < recoded.length; level++) {
                        recoded[level] = wanted[column + level - 1] ? levels++ : 0;
                    }
                    int[] codes = own.codes().clone();
                    Arrays.setAll(codes, row -> recoded[codes[row]]);
                    kept.add(new Term.Levels(codes, levels));
                }
            }
            column += term.width();
        }
        return new ModelMatrix(rows, kept);
    }
}
