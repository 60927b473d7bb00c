package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Whether predicted risks mean what they say.
///
/// All of it takes the rows that have an outcome and a score from 0 to 1.
///
/// @param n rows
/// @param brier mean squared difference of score and outcome (Brier 1950), NaN without rows
/// @param brierError its standard error, from the spread of the squared differences
/// @param slope of a logistic regression of the outcome on the logit of the score (Cox 1958): 1 is
///     right, less means scores too extreme, NaN where it cannot be fitted
/// @param slopeError its standard error, NaN where it cannot be fitted
/// @param intercept calibration-in-the-large: the constant by which log odds fall short, with the
///     slope held at 1; 0 is right
/// @param confidence of the intervals
public record Calibration(
        int n,
        double brier,
        double brierError,
        double slope,
        double slopeError,
        double intercept,
        double confidence) {

    /// Scores nearer to 0 or 1 than this count as this near: their logit is not infinite.
    private static final double NEAREST = 1e-6;

    private static final int MAX_ITERATIONS = 50;

    /// A part of a calibration curve.
    ///
    /// @param score mean score of its rows
    /// @param positives positive outcomes among its rows
    public record Bin(double score, Proportion positives) {}

    /// @param y 1, 0, or -1 for no outcome
    /// @param scores 0 to 1, NaN for none
    public static Calibration of(byte[] y, double[] scores, double confidence, Progress progress) {
        int[] rows = usable(y, scores);
        byte[] outcome = new byte[rows.length];
        double[] logits = new double[rows.length];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            outcome[i] = y[rows[i]];
            double score = scores[rows[i]];
            double error = (outcome[i] - score) * (outcome[i] - score);
            sum += error;
            squares += error * error;
            double clipped = Math.clamp(score, NEAREST, 1 - NEAREST);
            logits[i] = Math.log(clipped / (1 - clipped));
        }
        double brier = rows.length == 0 ? Double.NaN : sum / rows.length;
        LogisticFit fit = LogisticFit.of(new double[][] {logits}, outcome, 0, progress);
        double slope = fit.converged() ? fit.coefficients()[1] : Double.NaN;
        return new Calibration(
                rows.length,
                brier,
                brierError(brier, squares, rows.length),
                slope,
                fit.converged() ? fit.standardErrors()[1] : Double.NaN,
                intercept(outcome, logits),
                confidence);
    }

    /// The Brier score by Student's t.
    public Interval brierInterval() {
        return brierAt(confidence).interval();
    }

    /// The Brier score, sure to this degree.
    public Estimate brierAt(double level) {
        return Estimate.student(brier, brierError, n, 0, 1, level, "Student's t");
    }

    /// Wald's interval of the slope.
    public Interval slopeInterval() {
        return slopeAt(confidence).interval();
    }

    /// The slope, sure to this degree.
    public Estimate slopeAt(double level) {
        double all = Double.POSITIVE_INFINITY;
        return Estimate.normal(slope, slopeError, n, -all, all, level, "Wald");
    }

    private static int[] usable(byte[] y, double[] scores) {
        return IntStream.range(0, y.length)
                .filter(i -> y[i] >= 0 && scores[i] >= 0 && scores[i] <= 1)
                .toArray();
    }

    private static double brierError(double brier, double squares, int n) {
        return n < 2
                ? Double.NaN
                : Math.sqrt(Math.max(0, squares - n * brier * brier) / (n - 1) / n);
    }

    /// Newton's method in one dimension; the log-likelihood is concave.
    private static double intercept(byte[] y, double[] logits) {
        double positives = 0;
        for (byte value : y) {
            positives += value;
        }
        if (positives == 0 || positives == y.length) {
            return Double.NaN;
        }
        double intercept = 0;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double gradient = positives;
            double information = 0;
            for (double logit : logits) {
                double p = LogisticFit.logistic(intercept + logit);
                gradient -= p;
                information += p * (1 - p);
            }
            // A step of more than 2 on the logit scale may overshoot where the curve is flat.
            double step = Math.clamp(gradient / information, -2, 2);
            intercept += step;
            if (Math.abs(step) < 1e-12) {
                return intercept;
            }
        }
        return intercept;
    }

    /// Observed against predicted in bins of equally many rows, equal scores never parted.
    ///
    /// @param bins how many at most
    public static List<Bin> curve(byte[] y, double[] scores, int bins) {
        int[] rows = usable(y, scores);
        double[] sorted = Arrays.stream(rows).mapToDouble(row -> scores[row]).sorted().toArray();
        double[] edges = new double[bins];
        for (int b = 0; b < bins; b++) {
            edges[b] = Quantiles.ofSorted(sorted, (b + 1.0) / bins);
        }
        double[] sums = new double[bins];
        long[] counts = new long[bins];
        long[] positives = new long[bins];
        for (int row : rows) {
            int bin = 0;
            while (bin < bins - 1 && scores[row] > edges[bin]) {
                bin++;
            }
            sums[bin] += scores[row];
            counts[bin]++;
            positives[bin] += y[row];
        }
        List<Bin> curve = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (counts[b] > 0) {
                curve.add(new Bin(sums[b] / counts[b], new Proportion(positives[b], counts[b])));
            }
        }
        return curve;
    }

    /// Expected calibration error: observed against predicted over the bins of a curve, absolute,
    /// weighted by their rows (Naeini, Cooper and Hauskrecht, AAAI 2015,
    /// doi:10.1609/aaai.v29i1.9602). It is never 0 by chance alone, so it has no interval.
    public static Estimate expectedError(List<Bin> curve, double confidence) {
        double sum = 0;
        long n = 0;
        for (Bin bin : curve) {
            sum += bin.positives().n() * Math.abs(bin.positives().value() - bin.score());
            n += bin.positives().n();
        }
        return n == 0
                ? Estimate.undefined(confidence, "none")
                : new Estimate(sum / n, n, n, Interval.undefined(confidence, "none"));
    }
}
