package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.CorrelationMatrix;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The correlations of the latent normal numbers, pair by pair.
final class LatentCorrelation {
    private static final int BISECTIONS = 48;
    private static final int FEWEST_PAIRS = 3;

    private LatentCorrelation() {}

    /// Estimates each correlation as the one at which the two columns' normal scores are correlated
    /// as observed in the rows that have both (NORTA matching, Cario and Nelson 1997). Scores of
    /// tied values are conditional means, so a plain correlation of scores would be too small;
    /// matching undoes that, as a polychoric correlation does.
    ///
    /// @param latents one per latent number
    static CorrelationMatrix estimate(List<Scored> latents, Progress progress) {
        return estimate(
                latents,
                (i, j, observed) -> match(latents.get(i).steps(), latents.get(j).steps(), observed),
                progress);
    }

    /// The latent correlation of two columns whose scores have an observed correlation.
    interface Matching {
        double latent(int first, int second, double observed);
    }

    static CorrelationMatrix estimate(List<Scored> latents, Matching matching, Progress progress) {
        int size = latents.size();
        List<double[]> rows =
                Parallel.map(
                        size,
                        progress,
                        "Learning associations",
                        i -> {
                            double[] row = new double[i];
                            for (int j = 0; j < i; j++) {
                                progress.check();
                                Scored a = latents.get(i);
                                Scored b = latents.get(j);
                                row[j] = matching.latent(i, j, pearson(a.rows(), b.rows()));
                            }
                            return row;
                        });
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = rows.get(i)[j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return CorrelationMatrix.repaired(matrix);
    }

    /// Pearson's correlation over the rows in which both are there; 0 if it is undefined.
    static double pearson(double[] a, double[] b) {
        long n = 0;
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int row = 0; row < a.length; row++) {
            double x = a[row];
            double y = b[row];
            double product = x * y;
            if (!Double.isNaN(product)) {
                n++;
                sumA += x;
                sumB += y;
                squaresA += x * x;
                squaresB += y * y;
                products += product;
            }
        }
        double varianceA = squaresA - sumA * sumA / n;
        double varianceB = squaresB - sumB * sumB / n;
        if (n < FEWEST_PAIRS || !(varianceA > 1e-9 * n) || !(varianceB > 1e-9 * n)) {
            return 0;
        }
        double r = (products - sumA * sumB / n) / Math.sqrt(varianceA * varianceB);
        return Math.clamp(r, -1, 1);
    }

    private static double match(StepScores a, StepScores b, double observed) {
        double target = observed * Math.sqrt(a.variance() * b.variance());
        return root(rho -> StepScores.covariance(a, b, rho), target);
    }

    /// The latent correlation whose implied covariance of scores is `target`, by bisection: the
    /// implied covariance rises with the latent correlation.
    static double root(DoubleUnaryOperator implied, double target) {
        double low = -1;
        double high = 1;
        if (implied.applyAsDouble(low) >= target) {
            return low;
        } else if (implied.applyAsDouble(high) <= target) {
            return high;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (implied.applyAsDouble(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
