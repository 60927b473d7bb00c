package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.ModelMatrix;
import org.counterpoise.engine.stats.Quantiles;

import smile.data.DataFrame;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.ValueVector;

import java.util.ArrayList;
import java.util.List;

/// Turns columns into numbers a model can use, in a way learnt from the training rows alone.
///
/// Numbers: missing values take the training median, and a column that had missing values gets a
/// second one that says where. Categories: levels with fewer than [#RARE] training rows, levels
/// beyond the [#MAX_LEVELS] most frequent and levels never seen in training count as one level
/// "other"; missing is a level of its own if training had it, else "other".
final class Encoder {
    /// A level needs this many training rows to count by itself.
    static final int RARE = 10;

    /// At most this many levels count by themselves.
    static final int MAX_LEVELS = 50;

    private final List<Coding> codings;

    private Encoder(List<Coding> codings) {
        this.codings = codings;
    }

    /// Learns the coding of these columns; columns that do not vary are left out.
    static Encoder of(Dataset training, List<String> columns) {
        List<Coding> codings = new ArrayList<>();
        for (String name : columns) {
            ColumnInfo info = training.schema().column(name);
            switch (training.column(name)) {
                case Column.Numbers numbers -> numbers(name, numbers.values(), codings);
                case Column.Codes codes -> {
                    Coding.Levels coding = Coding.Levels.of(info.name(), codes);
                    if (coding.width() > 1) {
                        codings.add(coding);
                    }
                }
                case Column.Texts _ -> {
                    // Free text is never a predictor; see Features.
                }
            }
        }
        return new Encoder(List.copyOf(codings));
    }

    private static void numbers(String name, double[] values, List<Coding> codings) {
        double median = Quantiles.median(values);
        double sum = 0;
        int missing = 0;
        for (double value : values) {
            missing += Double.isFinite(value) ? 0 : 1;
            sum += Double.isFinite(value) ? value : median;
        }
        if (missing == values.length) {
            return;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            double deviation = (Double.isFinite(value) ? value : median) - mean;
            squares += deviation * deviation;
        }
        double deviation = Math.sqrt(squares / values.length);
        if (deviation > 1e-12 * Math.abs(mean)) {
            codings.add(new Coding.Number(name, median, mean, deviation));
        }
        if (missing > 0) {
            codings.add(new Coding.Missing(name));
        }
    }

    /// Whether nothing varied.
    boolean isEmpty() {
        return codings.isEmpty();
    }

    /// Standardised numbers and indicators of levels, with a row per row of the dataset, for a
    /// linear model. The most frequent level of a category is the one without a column.
    ModelMatrix matrix(Dataset data) {
        List<ModelMatrix.Term> columns = new ArrayList<>();
        for (Coding coding : codings) {
            columns.add(
                    switch (coding) {
                        case Coding.Number number ->
                                new ModelMatrix.Term.Numbers(number.standardised(data));
                        case Coding.Missing missing ->
                                new ModelMatrix.Term.Levels(missing.codes(data), 2);
                        case Coding.Levels levels ->
                                new ModelMatrix.Term.Levels(levels.codes(data), levels.width());
                    });
        }
        return new ModelMatrix(data.rows(), columns);
    }

    /// What one column of [#matrix] stands for.
    ///
    /// @param name e.g. "age" or "sex = F"
    /// @param unit how much of the original column 1 stands for
    record Term(String name, double unit) {}

    /// One per column of [#matrix] but the intercept, in the same order.
    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (Coding coding : codings) {
            switch (coding) {
                case Coding.Number number -> terms.add(new Term(number.name(), number.deviation()));
                case Coding.Missing missing -> terms.add(new Term(missing.name() + " missing", 1));
                case Coding.Levels levels -> {
                    for (int level = 1; level < levels.width(); level++) {
                        terms.add(new Term(levels.name() + " = " + levels.word(level), 1));
                    }
                }
            }
        }
        return terms;
    }

    /// One vector per coding for trees: numbers as they are, categories as nominal codes.
    List<ValueVector> vectors(Dataset data) {
        List<ValueVector> vectors = new ArrayList<>();
        for (int i = 0; i < codings.size(); i++) {
            String name = "x" + i;
            vectors.add(
                    switch (codings.get(i)) {
                        case Coding.Number number -> new DoubleVector(name, number.imputed(data));
                        case Coding.Missing missing ->
                                new DoubleVector(name, missing.indicator(data));
                        case Coding.Levels levels ->
                                new IntVector(levels.field(name), levels.codes(data));
                    });
        }
        return vectors;
    }

    /// The vectors as a frame, without an outcome.
    DataFrame frame(Dataset data) {
        return new DataFrame(vectors(data).toArray(ValueVector[]::new));
    }
}
