package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.CoxFit;
import org.counterpoise.engine.stats.LinearFit;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.ModelMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The coefficients of a regression without a penalty, as a paper would report them.
///
/// Numbers count per unit; categories have a term per level but the most frequent. Which levels
/// count by themselves and what missing values become is learnt from a reference table, so that two
/// tables have the same terms.
///
/// @param terms in the order of the predictors, without the intercept
/// @param converged false if the classes are separated, the columns linearly dependent or rows too
///     few
public record Coefficients(List<Term> terms, boolean converged) {

    /// @param name e.g. "age" or "sex = F"
    /// @param estimate log odds, change of the number, or log hazard ratio, NaN if the term does
    ///     not vary in the table
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
        return of(
                reference,
                data.select(rows),
                predictors,
                matrix -> {
                    LogisticFit fit = LogisticFit.of(matrix, y, 0, progress);
                    return fit.converged()
                            ? Fitted.of(fit.coefficients(), fit.standardErrors())
                            : Fitted.NONE;
                });
    }

    /// The same of a number by least squares; rows without one are left out. Standard errors hold
    /// where the spread of the outcome differs between rows.
    ///
    /// @param outcome name of a column of numbers
    public static Coefficients linear(
            Dataset reference,
            Dataset data,
            String outcome,
            List<String> predictors,
            Progress progress) {
        double[] values = data.numbers(outcome);
        int[] rows =
                IntStream.range(0, values.length)
                        .filter(row -> Double.isFinite(values[row]))
                        .toArray();
        double[] y = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        return of(
                reference,
                data.select(rows),
                predictors,
                matrix -> {
                    LinearFit fit = LinearFit.of(matrix.columns(), y, 0, progress);
                    return fit.standardErrors().length > 0
                            ? Fitted.of(fit.coefficients(), fit.standardErrors())
                            : Fitted.NONE;
                });
    }

    /// The same of a time to an event by Cox's proportional hazards.
    ///
    /// @param event per row of `data`, whether it ended the follow-up
    /// @param time name of the column of follow-up times
    public static Coefficients cox(
            Dataset reference,
            Dataset data,
            BinaryOutcome event,
            String time,
            List<String> predictors,
            Progress progress) {
        FollowedRows followed = FollowedRows.of(data, event, time);
        return of(
                reference,
                data.select(followed.rows()),
                predictors,
                matrix -> {
                    CoxFit fit =
                            CoxFit.of(
                                    matrix.columns(),
                                    followed.times(),
                                    followed.events(),
                                    0,
                                    progress);
                    return fit.converged()
                            ? new Fitted(fit.coefficients(), fit.standardErrors(), true)
                            : Fitted.NONE;
                });
    }

    /// Slopes and their standard errors, if any were found.
    private record Fitted(double[] slopes, double[] errors, boolean found) {
        static final Fitted NONE = new Fitted(new double[0], new double[0], false);

        /// @param slopes after the intercept; so are the errors
        static Fitted of(double[] slopes, double[] errors) {
            return new Fitted(tail(slopes), tail(errors), true);
        }
    }

    private static double[] tail(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }

    private static Coefficients of(
            Dataset reference,
            Dataset known,
            List<String> predictors,
            Function<ModelMatrix, Fitted> regression) {
        Encoder encoder = Encoder.of(reference, predictors);
        ModelMatrix matrix = encoder.matrix(known);
        int[] varying = matrix.varying();
        Fitted fit = regression.apply(matrix.select(varying));
        List<Encoder.Term> named = encoder.terms();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < named.size(); j++) {
            int at = Arrays.binarySearch(varying, j + 1);
            double unit = named.get(j).unit();
            boolean here = fit.found() && at >= 0;
            terms.add(
                    new Term(
                            named.get(j).name(),
                            here ? fit.slopes()[at] / unit : Double.NaN,
                            here ? fit.errors()[at] / unit : Double.NaN));
        }
        return new Coefficients(terms, fit.found());
    }
}
