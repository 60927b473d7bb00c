package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.List;
import java.util.stream.IntStream;

/// The mean of the areas under the curves of several classes, each against the rest, and its
/// standard error.
///
/// The variance is that of the mean of DeLong's structural components of a row (Biometrics 1988,
/// doi:10.2307/2531595) over the classes, so that it takes into account that all classes are
/// judged on the same rows. For one class it is DeLong's own.
///
/// @param value 0 to 1, NaN if a class is empty or has no rest
/// @param error NaN with fewer than two rows of a class or of its rest
/// @param n rows with an outcome and a score
public record MacroAuc(double value, double error, int n) {

    /// @param y per class, per row 1 for the class, 0 for the rest, -1 for no class
    /// @param scores per class, higher for more likely members; NaN for none
    public static MacroAuc of(List<byte[]> y, List<double[]> scores) {
        int[] rows =
                IntStream.range(0, y.getFirst().length)
                        .filter(row -> counts(y, scores, row))
                        .toArray();
        double[] deviations = new double[rows.length];
        double sum = 0;
        for (int c = 0; c < y.size(); c++) {
            byte[] outcome = new byte[rows.length];
            double[] score = new double[rows.length];
            int members = 0;
            for (int i = 0; i < rows.length; i++) {
                outcome[i] = y.get(c)[rows[i]];
                score[i] = scores.get(c)[rows[i]];
                members += outcome[i];
            }
            double[] components = Roc.components(outcome, score);
            double auc = Roc.of(outcome, score).auc();
            sum += auc;
            double[] weights = {weight(rows.length - members), weight(members)};
            for (int i = 0; i < rows.length; i++) {
                deviations[i] += (components[i] - auc) * weights[outcome[i]];
            }
        }
        double squares = 0;
        for (double deviation : deviations) {
            squares += deviation * deviation;
        }
        return new MacroAuc(sum / y.size(), Math.sqrt(squares) / y.size(), rows.length);
    }

    private static boolean counts(List<byte[]> y, List<double[]> scores, int row) {
        for (int c = 0; c < y.size(); c++) {
            if (y.get(c)[row] < 0 || Double.isNaN(scores.get(c)[row])) {
                return false;
            }
        }
        return true;
    }

    /// The square of these, summed over a class, is the variance over n − 1 divided by n.
    private static double weight(int n) {
        return 1 / Math.sqrt((double) n * (n - 1));
    }

    /// On the logit scale as [Roc#interval(double)].
    public Estimate estimate(double confidence) {
        if (n == 0 || Double.isNaN(value)) {
            return Estimate.undefined(confidence, "DeLong");
        }
        if (!(error > 0) || !Double.isFinite(error) || value <= 0 || value >= 1) {
            return new Estimate(value, n, n, Interval.undefined(confidence, "DeLong"));
        }
        double logit = Math.log(value / (1 - value));
        double half = Normal.z(confidence) * error / (value * (1 - value));
        return new Estimate(
                value,
                n,
                n,
                new Interval(
                        LogisticFit.logistic(logit - half),
                        LogisticFit.logistic(logit + half),
                        confidence,
                        "DeLong"));
    }
}
