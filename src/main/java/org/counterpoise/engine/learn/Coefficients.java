package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.ModelMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The coefficients of a logistic regression without a penalty, as a paper would report them.
///
/// Numbers count per unit; categories have a term per level but the most frequent. Which levels
/// count by themselves and what missing values become is learnt from a reference table, so that two
/// tables have the same terms.
///
/// @param terms in the order of the predictors, without the intercept
/// @param converged false if the classes are separated or the columns linearly dependent
public record Coefficients(List<Term> terms, boolean converged) {

    /// @param name e.g. "age" or "sex = F"
    /// @param estimate log odds, NaN if the term does not vary in the table
    /// @param error standard error
    public record Term(String name, double estimate, double error) {}

    public Coefficients {
        terms = List.copyOf(terms);
    }

    /// @param reference the table that the coding is learnt from
    /// @param data the table that is fitted; may be the reference
    /// @param outcome per row of `data`; rows without one are left out
    public static Coefficients logistic(
            Dataset reference,
            Dataset data,
            BinaryOutcome outcome,
            List<String> predictors,
            Progress progress) {
        byte[] values = outcome.values();
        int[] rows = IntStream.range(0, values.length).filter(row -> values[row] >= 0).toArray();
        byte[] y = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = values[rows[i]];
        }
        Encoder encoder = Encoder.of(reference, predictors);
        ModelMatrix matrix = encoder.matrix(data.select(rows));
        int[] varying = matrix.varying();
        LogisticFit fit = LogisticFit.of(matrix.select(varying), y, 0, progress);
        List<Encoder.Term> named = encoder.terms();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < named.size(); j++) {
            int at = Arrays.binarySearch(varying, j + 1);
            double unit = named.get(j).unit();
            boolean known = fit.converged() && at >= 0;
            terms.add(
                    new Term(
                            named.get(j).name(),
                            known ? fit.coefficients()[at + 1] / unit : Double.NaN,
                            known ? fit.standardErrors()[at + 1] / unit : Double.NaN));
        }
        return new Coefficients(terms, fit.converged());
    }
}
