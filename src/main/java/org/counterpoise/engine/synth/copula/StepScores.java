package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Normal;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Normal scores of a column, ties and all.
///
/// The column is seen as a latent standard normal number cut at thresholds: the value `k` of the
/// sorted distinct values is shown where the latent number lies between `thresholds[k-1]` and
/// `thresholds[k]`. Its score is the mean of the latent number there,
/// `(φ(t[k-1]) − φ(t[k])) / p[k]`. This holds for a continuous column (each value once), for whole
/// numbers with ties, and for levels in an order.
final class StepScores {
    /// Terms of the Hermite series; exact for continuous columns with one.
    static final int TERMS = 40;

    private static final int CHECK_EVERY = 1 << 16;

    private static final double[] ROOT =
            IntStream.rangeClosed(0, TERMS).mapToDouble(Math::sqrt).toArray();
    private static final double[] INVERSE_ROOT =
            Arrays.stream(ROOT).map(root -> 1 / root).toArray();

    private final double[] distinct;
    private final int[] counts;
    private final double[] thresholds;
    private final double[] scores;
    private final double[] hermite;
    private final int total;

    private StepScores(double[] distinct, int[] counts, Progress progress) {
        this.distinct = distinct;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
        this.thresholds = thresholds(counts, progress);
        this.scores = scores(counts, thresholds);
        this.hermite = hermite(thresholds, scores, progress);
    }

    private static void check(int step, Progress progress) {
        if (step % CHECK_EVERY == 0) {
            progress.check();
        }
    }

    /// @param sorted the values that are not missing, ascending, at least one
    static StepScores of(double[] sorted, Progress progress) {
        double[] distinct = new double[sorted.length];
        int[] counts = new int[sorted.length];
        int last = -1;
        for (double value : sorted) {
            if (last < 0 || value != distinct[last]) {
                distinct[++last] = value;
            }
            counts[last]++;
        }
        return new StepScores(
                Arrays.copyOf(distinct, last + 1), Arrays.copyOf(counts, last + 1), progress);
    }

    private static double[] thresholds(int[] counts, Progress progress) {
        double total = Arrays.stream(counts).sum();
        double[] thresholds = new double[counts.length - 1];
        long below = 0;
        for (int k = 0; k < thresholds.length; k++) {
            check(k, progress);
            below += counts[k];
            thresholds[k] = Normal.quantile(below / total);
        }
        return thresholds;
    }

    private static double[] scores(int[] counts, double[] thresholds) {
        double total = Arrays.stream(counts).sum();
        double[] scores = new double[counts.length];
        double lower = 0;
        for (int k = 0; k < scores.length; k++) {
            double upper = k < thresholds.length ? Normal.density(thresholds[k]) : 0;
            scores[k] = (lower - upper) * total / counts[k];
            lower = upper;
        }
        return scores;
    }

    /// Coefficients of the score on normalised Hermite polynomials of the latent number, divided by
    /// the score's standard deviation: `a[n] = Σ Δscore · φ(t) · h[n-1](t) / √n`, for n from 1.
    private static double[] hermite(double[] thresholds, double[] scores, Progress progress) {
        double[] a = new double[TERMS];
        for (int k = 0; k < thresholds.length; k++) {
            check(k, progress);
            double t = thresholds[k];
            double weight = (scores[k + 1] - scores[k]) * Normal.density(t);
            double previous = 0;
            double h = 1;
            for (int n = 1; n <= TERMS; n++) {
                a[n - 1] += weight * h * INVERSE_ROOT[n];
                double next = (t * h - ROOT[n - 1] * previous) * INVERSE_ROOT[n];
                previous = h;
                h = next;
            }
        }
        return a;
    }

    /// The values, ascending.
    double[] distinct() {
        return distinct;
    }

    /// How often each value occurs.
    int[] counts() {
        return counts;
    }

    /// Between neighbouring values, one less than there are values.
    double[] thresholds() {
        return thresholds;
    }

    boolean constant() {
        return distinct.length == 1;
    }

    /// The position of a value among the distinct ones.
    int position(double value) {
        return Arrays.binarySearch(distinct, value);
    }

    /// The position of the value with a score.
    int positionOfScore(double score) {
        return Arrays.binarySearch(scores, score);
    }

    /// The share of rows that have a value.
    double share(int position) {
        return (double) counts[position] / total;
    }

    /// The score of each row, NaN where the value is.
    double[] perRow(double[] values) {
        double[] rows = new double[values.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] =
                    Double.isNaN(values[row]) ? Double.NaN : scores[position(values[row] + 0.0)];
        }
        return rows;
    }

    /// The covariance of two columns' scores if their latent numbers have correlation `rho`:
    /// `Σ a[n] b[n] rhoⁿ`, the tetrachoric series for two binary columns (Pearson 1900).
    static double covariance(StepScores first, StepScores second, double rho) {
        double sum = 0;
        for (int n = TERMS - 1; n >= 0; n--) {
            sum = (sum + first.hermite[n] * second.hermite[n]) * rho;
        }
        return sum;
    }

    /// The variance of the scores.
    double variance() {
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += counts[k] * scores[k] * scores[k];
        }
        return sum / total;
    }

    /// The same column without its values up to a limit, which are not all of them.
    StepScores above(double limit) {
        int first = 0;
        while (distinct[first] <= limit) {
            first++;
        }
        return new StepScores(
                Arrays.copyOfRange(distinct, first, distinct.length),
                Arrays.copyOfRange(counts, first, counts.length),
                Progress.NONE);
    }

    /// Thresholds and the scores between them.
    ///
    /// @param variance of the scores
    record Steps(double[] thresholds, double[] scores, double variance) {}

    /// The same with neighbouring values taken as one where their thresholds lie within `step`.
    Steps coarse(double step) {
        double[] cuts = new double[thresholds.length];
        double[] means = new double[scores.length];
        int cells = 0;
        double sum = 0;
        double rows = 0;
        double variance = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += counts[k] * scores[k];
            rows += counts[k];
            boolean last = k == thresholds.length;
            if (last || cells == 0 || thresholds[k] - cuts[cells - 1] >= step) {
                means[cells] = sum / rows;
                variance += sum * sum / rows / total;
                if (!last) {
                    cuts[cells] = thresholds[k];
                }
                cells++;
                sum = 0;
                rows = 0;
            }
        }
        return new Steps(Arrays.copyOf(cuts, cells - 1), Arrays.copyOf(means, cells), variance);
    }
}
