package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.stats.RateMetric;

import java.util.Arrays;
import java.util.Comparator;

/// Some rows of the holdout in the order of their scores, so that a bootstrap replicate, given as
/// weights, is evaluated in one pass.
public final class RankedScores {
    /// Bins of the expected calibration error.
    private static final int BINS = 10;

    /// Scores nearer to 0 or 1 than this count as this near: their logit is not infinite.
    private static final double NEAREST = 1e-6;

    /// Row numbers, the highest score first.
    private final int[] order;

    private final double[] scores;
    private final byte[] outcome;
    private final double cutoff;

    /// Bin of each row in order.
    private final int[] bins;

    /// Logit of each row in order.
    private final double[] logits;

    /// What the logistic recalibration of all rows predicts for each row in order; empty if it
    /// cannot be fitted.
    private final double[] recalibrated;

    private final double slope;

    /// @param rows the rows that count; none may lack an outcome
    /// @param scores probability of the positive outcome, per row of the holdout
    /// @param outcome 1 or 0, per row of the holdout
    /// @param cutoff a score of at least this is a positive decision
    public RankedScores(
            int[] rows, double[] scores, byte[] outcome, double cutoff, Progress progress) {
        this.order =
                Arrays.stream(rows)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.scores = scores;
        this.outcome = outcome;
        this.cutoff = cutoff;
        this.bins = binned();
        this.logits = new double[order.length];
        byte[] y = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            double clipped = Math.clamp(scores[order[i]], NEAREST, 1 - NEAREST);
            logits[i] = Math.log(clipped / (1 - clipped));
            y[i] = outcome[order[i]];
        }
        LogisticFit fit = LogisticFit.of(new double[][] {logits}, y, 0, progress);
        double[] beta = fit.coefficients();
        this.slope = fit.converged() ? beta[1] : Double.NaN;
        this.recalibrated =
                fit.converged()
                        ? Arrays.stream(logits)
                                .map(logit -> LogisticFit.logistic(beta[0] + beta[1] * logit))
                                .toArray()
                        : new double[0];
    }

    /// Equally many rows per bin, equal scores never parted, as in
    /// [org.counterpoise.engine.stats.Calibration#curve].
    private int[] binned() {
        double[] sorted = Arrays.stream(order).mapToDouble(row -> scores[row]).sorted().toArray();
        double[] edges = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            edges[b] = Quantiles.ofSorted(sorted, (b + 1.0) / BINS);
        }
        int[] bin = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            while (bin[i] < BINS - 1 && scores[order[i]] > edges[bin[i]]) {
                bin[i]++;
            }
        }
        return bin;
    }

    /// All of [ModelMetric#ALL], NaN where undefined.
    ///
    /// AUC counts ties ½; AUC-PR is the average precision Σ(Rᵢ − Rᵢ₋₁)Pᵢ; the calibration slope of
    /// weighted rows is one Newton step from that of all rows, as in a one-step bootstrap.
    ///
    /// @param weights how often each row of the holdout counts
    public double[] evaluate(int[] weights) {
        double positives = 0;
        double negatives = 0;
        double concordant = 0;
        double precisionSum = 0;
        double brier = 0;
        double truePositives = 0;
        double falsePositives = 0;
        double[] excess = new double[BINS];
        int i = 0;
        while (i < order.length) {
            double score = scores[order[i]];
            double tiedPositives = 0;
            double tiedNegatives = 0;
            while (i < order.length && scores[order[i]] == score) {
                int row = order[i];
                double weight = weights[row];
                double error = outcome[row] - score;
                tiedPositives += outcome[row] * weight;
                tiedNegatives += (1 - outcome[row]) * weight;
                brier += weight * error * error;
                excess[bins[i++]] += weight * error;
            }
            concordant += tiedNegatives * (positives + tiedPositives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
            if (tiedPositives > 0) {
                precisionSum += tiedPositives * positives / (positives + negatives);
            }
            if (score >= cutoff) {
                truePositives += tiedPositives;
                falsePositives += tiedNegatives;
            }
        }
        double n = positives + negatives;
        double[] values = new double[ModelMetric.ALL.size()];
        Confusion confusion =
                new Confusion(
                        (long) truePositives,
                        (long) falsePositives,
                        (long) (negatives - falsePositives),
                        (long) (positives - truePositives));
        for (RateMetric metric : RateMetric.values()) {
            values[metric.ordinal()] = metric.value(confusion);
        }
        values[ModelMetric.AUC] =
                positives > 0 && negatives > 0 ? concordant / positives / negatives : Double.NaN;
        values[ModelMetric.AUC_PR] = positives > 0 ? precisionSum / positives : Double.NaN;
        values[ModelMetric.BRIER] = n > 0 ? brier / n : Double.NaN;
        values[ModelMetric.ECE] =
                n > 0 ? Arrays.stream(excess).map(Math::abs).sum() / n : Double.NaN;
        values[ModelMetric.CALIBRATION_SLOPE] = slope(weights);
        return values;
    }

    private double slope(int[] weights) {
        if (recalibrated.length == 0) {
            return Double.NaN;
        }
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (int i = 0; i < order.length; i++) {
            double weight = weights[order[i]];
            double p = recalibrated[i];
            double residual = weight * (outcome[order[i]] - p);
            double information = weight * p * (1 - p);
            double logit = logits[i];
            g0 += residual;
            g1 += residual * logit;
            h00 += information;
            h01 += information * logit;
            h11 += information * logit * logit;
        }
        double determinant = h00 * h11 - h01 * h01;
        return determinant > 1e-12 * h00 * h11
                ? slope + (h00 * g1 - h01 * g0) / determinant
                : Double.NaN;
    }

    /// The ROC curve: false and true positive rates, both ascending from 0 to 1.
    public double[][] roc() {
        double positives = Arrays.stream(order).filter(row -> outcome[row] == 1).count();
        double negatives = order.length - positives;
        double[] x = new double[order.length + 2];
        double[] y = new double[order.length + 2];
        int points = 1;
        double above = 0;
        double falseAbove = 0;
        int i = 0;
        while (i < order.length) {
            double score = scores[order[i]];
            while (i < order.length && scores[order[i]] == score) {
                above += outcome[order[i]];
                falseAbove += 1 - outcome[order[i]];
                i++;
            }
            x[points] = falseAbove / negatives;
            y[points++] = above / positives;
        }
        return new double[][] {Arrays.copyOf(x, points), Arrays.copyOf(y, points)};
    }
}
