package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Cox's proportional hazards (J R Stat Soc B 1972, doi:10.1111/j.2517-6161.1972.tb00899.x) by
/// Newton's method with step halving, optionally with a ridge penalty.
///
/// Tied events are handled as by Efron (J Am Stat Assoc 1977, doi:10.1080/01621459.1977.10480613),
/// which is what R's `coxph` does. Maximises the partial log-likelihood less `½·ridge·Σ βⱼ²`. Rows
/// are summed in the order of their times, so the result depends on nothing but the data.
///
/// @param coefficients log hazard ratios, one per column
/// @param standardErrors of the coefficients, from the information at the end; empty unless
///     converged
/// @param logLikelihood partial, without the penalty, at the coefficients
/// @param converged false if the likelihood has no maximum (columns that tell all events apart),
///     the columns are linearly dependent, or there is no event; the coefficients are then where
///     the search stopped
public record CoxFit(
        double[] coefficients, double[] standardErrors, double logLikelihood, boolean converged) {
    private static final int MAX_ITERATIONS = 50;
    private static final int MAX_HALVINGS = 30;
    private static final double TOLERANCE = 1e-10;

    /// Beyond this a coefficient only says that a column tells all events apart.
    private static final double DIVERGED = 1e4;

    /// Fits times to columns.
    ///
    /// @param columns one array of finite values per predictor, all as long as `times`
    /// @param times follow-up, finite
    /// @param events 1 if the event ended it, 0 if censored
    /// @param ridge penalty, at least 0
    public static CoxFit of(
            double[][] columns, double[] times, byte[] events, double ridge, Progress progress) {
        CoxLikelihood likelihood = new CoxLikelihood(columns, times, events, ridge, progress);
        double[] beta = new double[columns.length];
        double objective = likelihood.evaluate(beta);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            DMatrixRMaj inverse = Definite.inverse(likelihood.information());
            if (beta.length > 0 && inverse.getNumElements() == 0) {
                return stopped(beta, likelihood);
            }
            double[] step = times(inverse, likelihood.gradient());
            double[] next = add(beta, step, 1);
            double reached = likelihood.evaluate(next);
            double size = 1;
            for (int i = 0;
                    i < MAX_HALVINGS && !(reached >= objective - 1e-12 * Math.abs(objective));
                    i++) {
                size /= 2;
                next = add(beta, step, size);
                reached = likelihood.evaluate(next);
            }
            double change = largest(step) * size;
            beta = next;
            objective = reached;
            if (!(largest(beta) <= DIVERGED)) {
                return stopped(beta, likelihood);
            }
            if (change <= TOLERANCE * (1 + largest(beta))) {
                return ended(beta, likelihood);
            }
        }
        return stopped(beta, likelihood);
    }

    private static CoxFit ended(double[] beta, CoxLikelihood likelihood) {
        DMatrixRMaj inverse = Definite.inverse(likelihood.information());
        boolean known = beta.length == 0 || inverse.getNumElements() > 0;
        double[] errors = new double[known ? beta.length : 0];
        Arrays.setAll(errors, j -> Math.sqrt(inverse.get(j, j)));
        return new CoxFit(beta, errors, likelihood.value(), known);
    }

    private static CoxFit stopped(double[] beta, CoxLikelihood likelihood) {
        return new CoxFit(beta, new double[0], likelihood.value(), false);
    }

    private static double[] times(DMatrixRMaj matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < product.length; j++) {
            for (int k = 0; k < product.length; k++) {
                product[j] += matrix.get(j, k) * vector[k];
            }
        }
        return product;
    }

    private static double[] add(double[] beta, double[] step, double size) {
        return IntStream.range(0, beta.length).mapToDouble(j -> beta[j] + size * step[j]).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /// The logarithm of each row's hazard over that of a row of zeros.
    ///
    /// @param columns as many as were fitted
    /// @param rows how many rows these have
    public double[] predict(double[][] columns, int rows) {
        double[] log = new double[rows];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows; i++) {
                log[i] += coefficients[j] * columns[j][i];
            }
        }
        return log;
    }
}
