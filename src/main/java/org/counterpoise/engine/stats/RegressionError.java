package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// How far predicted numbers lie from observed ones.
///
/// Errors are predicted less observed. Intervals rest on the spread over rows and Student's t,
/// those of the absolute and the squared error on the logarithmic scale; that of R² is the delta
/// method's, with the mean square error and the variance of the outcome taken from the same rows.
///
/// @param n rows with both numbers
/// @param bias mean error
/// @param absolute mean absolute error
/// @param square mean squared error
/// @param explained R²: 1 less the squared error over the outcome's own spread, NaN if that is 0
/// @param biasError standard error of the bias; likewise the others
public record RegressionError(
        long n,
        double bias,
        double absolute,
        double square,
        double explained,
        double biasError,
        double absoluteError,
        double squareError,
        double explainedError) {
    private static final double ALL = Double.POSITIVE_INFINITY;

    /// Both arrays of the same length; rows in which either is NaN or infinite do not count.
    public static RegressionError of(double[] observed, double[] predicted) {
        long n = 0;
        double outcome = 0;
        double error = 0;
        double absolute = 0;
        double square = 0;
        for (int i = 0; i < observed.length; i++) {
            double e = predicted[i] - observed[i];
            if (Double.isFinite(e)) {
                n++;
                outcome += observed[i];
                error += e;
                absolute += Math.abs(e);
                square += e * e;
            }
        }
        double meanOutcome = outcome / n;
        double bias = error / n;
        double mae = absolute / n;
        double mse = square / n;
        double variance = 0;
        double ofErrors = 0;
        double ofAbsolutes = 0;
        double ofSquares = 0;
        for (int i = 0; i < observed.length; i++) {
            double e = predicted[i] - observed[i];
            if (Double.isFinite(e)) {
                variance += squared(observed[i] - meanOutcome) / n;
                ofErrors += squared(e - bias);
                ofAbsolutes += squared(Math.abs(e) - mae);
                ofSquares += squared(e * e - mse);
            }
        }
        double explained = variance > 0 ? 1 - mse / variance : Double.NaN;
        double ofExplained = 0;
        for (int i = 0; i < observed.length; i++) {
            double e = predicted[i] - observed[i];
            if (Double.isFinite(e)) {
                double influence =
                        (e * e - (1 - explained) * squared(observed[i] - meanOutcome)) / variance;
                ofExplained += influence * influence;
            }
        }
        double scale = n < 2 ? Double.NaN : 1 / Math.sqrt((double) n * (n - 1));
        return new RegressionError(
                n,
                bias,
                mae,
                mse,
                explained,
                Math.sqrt(ofErrors) * scale,
                Math.sqrt(ofAbsolutes) * scale,
                Math.sqrt(ofSquares) * scale,
                Math.sqrt(ofExplained) * scale);
    }

    private static double squared(double x) {
        return x * x;
    }

    public Estimate biasAt(double confidence) {
        return Estimate.student(bias, biasError, n, -ALL, ALL, confidence, "Student's t");
    }

    public Estimate absoluteAt(double confidence) {
        return Estimate.positive(absolute, absoluteError, n, confidence, "log, Student's t");
    }

    public Estimate explainedAt(double confidence) {
        return Estimate.student(explained, explainedError, n, -ALL, 1, confidence, "delta");
    }

    /// The root of the mean squared error, with the roots of its limits.
    public Estimate rootAt(double confidence) {
        Estimate squares =
                Estimate.positive(square, squareError, n, confidence, "log, Student's t");
        Interval interval = squares.interval();
        return new Estimate(
                Math.sqrt(squares.value()),
                squares.count(),
                squares.n(),
                new Interval(
                        Math.sqrt(interval.lower()),
                        Math.sqrt(interval.upper()),
                        confidence,
                        interval.method()));
    }
}
