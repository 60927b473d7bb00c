package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How well scores rank positives over negatives.
///
/// Rows without an outcome (-1) or without a score (NaN) do not count. Everything is undefined
/// (NaN) unless there is a positive and a negative.
public final class Roc {
    private final double[] positives;
    private final double[] negatives;
    private final double auc;
    private final double variance;

    /// A curve as points.
    ///
    /// @param x false positive rate, ascending from 0 to 1
    /// @param y true positive rate, ascending from 0 to 1
    public record Curve(double[] x, double[] y) {}

    /// Two scores of the same rows compared.
    ///
    /// @param difference area of the first less area of the second
    /// @param interval of the difference
    /// @param p two-sided, of no difference
    public record Comparison(double difference, Interval interval, double z, double p) {}

    private Roc(double[] positives, double[] negatives) {
        this.positives = positives;
        this.negatives = negatives;
        double[] ofPositives = moments(positives, negatives);
        double[] ofNegatives = moments(negatives, positives);
        this.auc = ofPositives[0];
        this.variance = ofPositives[1] / positives.length + ofNegatives[1] / negatives.length;
    }

    /// @param y 1, 0, or -1 for no outcome
    /// @param scores higher for the more likely positive, NaN for none
    public static Roc of(byte[] y, double[] scores) {
        return new Roc(sorted(y, scores, 1), sorted(y, scores, 0));
    }

    private static double[] sorted(byte[] y, double[] scores, int wanted) {
        double[] values = new double[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] == wanted && !Double.isNaN(scores[i])) {
                // Adding 0 makes -0.0 and 0.0 one value for the sort.
                values[count++] = scores[i] + 0.0;
            }
        }
        double[] kept = Arrays.copyOf(values, count);
        Arrays.sort(kept);
        return kept;
    }

    /// Mean and variance (over n − 1) of DeLong's structural components of one class: for each
    /// member the share of the other class below it, ties counting half. Both arrays ascend.
    private static double[] moments(double[] members, double[] others) {
        double sum = 0;
        double squares = 0;
        int below = 0;
        int upTo = 0;
        for (double value : members) {
            while (below < others.length && others[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < others.length && others[upTo] <= value) {
                upTo++;
            }
            double share = (below + upTo) / 2.0 / others.length;
            sum += share;
            squares += share * share;
        }
        double mean = sum / members.length;
        double variance =
                Math.max(0, squares - members.length * mean * mean) / (members.length - 1);
        return new double[] {mean, variance};
    }

    public int positives() {
        return positives.length;
    }

    public int negatives() {
        return negatives.length;
    }

    /// Whether there is at least one of each class.
    public boolean defined() {
        return positives.length > 0 && negatives.length > 0;
    }

    /// The area under the curve: the chance that a positive scores above a negative, ties counting
    /// half (Mann and Whitney's U over the number of pairs).
    public double auc() {
        return defined() ? auc : Double.NaN;
    }

    /// DeLong's variance of the area (Biometrics 1988, doi:10.2307/2531595). NaN with fewer than
    /// two of either class.
    public double variance() {
        return Math.min(positives.length, negatives.length) < 2 ? Double.NaN : variance;
    }

    /// DeLong's interval on the logit scale, which stays within 0 and 1 (Pepe 2003, The Statistical
    /// Evaluation of Medical Tests, §5.2.4).
    ///
    /// @return undefined with fewer than two of either class, or if the area is 0 or 1, where the
    ///     variance says nothing
    public Interval interval(double confidence) {
        double v = variance();
        if (!(v > 0) || auc <= 0 || auc >= 1) {
            return Interval.undefined(confidence, "DeLong");
        }
        double logit = Math.log(auc / (1 - auc));
        double half = Normal.z(confidence) * Math.sqrt(v) / (auc * (1 - auc));
        return new Interval(
                LogisticFit.logistic(logit - half),
                LogisticFit.logistic(logit + half),
                confidence,
                "DeLong");
    }

    /// A score interval that is defined even where DeLong's is not, as when all positives score
    /// above all negatives: Newcombe's method 5, with Hanley and McNeil's variance at the limit
    /// (Stat Med 2006, doi:10.1002/sim.2324).
    ///
    /// @return undefined unless there is a positive and a negative
    public Interval scoreInterval(double confidence) {
        if (!defined()) {
            return Interval.undefined(confidence, "Newcombe");
        }
        double z = Normal.z(confidence);
        return new Interval(limit(z, 0), limit(z, 1), confidence, "Newcombe");
    }

    /// The area, by DeLong's interval where that is defined, else by the score interval.
    public Estimate areaAt(double confidence) {
        Interval interval = interval(confidence);
        return new Estimate(
                auc(), positives(), n(), interval.defined() ? interval : scoreInterval(confidence));
    }

    /// Rows of both classes, 0 unless there are both.
    private long n() {
        return defined() ? (long) positives.length + negatives.length : 0;
    }

    /// The area furthest towards `end` that lies within `z` of its standard errors of this one.
    private double limit(double z, double end) {
        double m = positives.length;
        double n = negatives.length;
        double pairs = (m + n) / 2 - 1;
        double inside = auc;
        double outside = end;
        while (Math.abs(inside - outside) > 1e-12) {
            double t = (inside + outside) / 2;
            double variance =
                    t * (1 - t) * (1 + pairs * ((1 - t) / (2 - t) + t / (1 + t))) / (m * n);
            if (Math.abs(auc - t) <= z * Math.sqrt(variance)) {
                inside = t;
            } else {
                outside = t;
            }
        }
        return Math.abs(inside - end) < 1e-11 ? end : inside;
    }

    /// DeLong's test of two scores of the same rows. Rows lacking either score do not count.
    ///
    /// @return with an undefined interval and NaN where a variance is
    public static Comparison compare(byte[] y, double[] a, double[] b, double confidence) {
        int[] rows =
                IntStream.range(0, y.length)
                        .filter(i -> y[i] >= 0 && !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
                        .toArray();
        byte[] outcome = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcome[i] = y[rows[i]];
        }
        double[] componentsOfA = components(outcome, pick(a, rows));
        double[] componentsOfB = components(outcome, pick(b, rows));
        double difference = 0;
        double variance = 0;
        for (int c = 0; c <= 1; c++) {
            int wanted = c;
            double[] d =
                    IntStream.range(0, rows.length)
                            .filter(i -> outcome[i] == wanted)
                            .mapToDouble(i -> componentsOfA[i] - componentsOfB[i])
                            .toArray();
            double mean = Arrays.stream(d).sum() / d.length;
            double squares = Arrays.stream(d).map(v -> (v - mean) * (v - mean)).sum();
            variance += squares / (d.length - 1) / d.length;
            // The mean over either class is the difference of the areas.
            difference = mean;
        }
        double z = difference == 0 ? 0 : difference / Math.sqrt(variance);
        if (!(variance > 0)) {
            return new Comparison(
                    difference, Interval.undefined(confidence, "DeLong"), Double.NaN, Double.NaN);
        }
        double half = Normal.z(confidence) * Math.sqrt(variance);
        Interval interval =
                new Interval(difference - half, difference + half, confidence, "DeLong");
        return new Comparison(difference, interval, z, Normal.twoSided(z));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /// Per positive the share of negatives below it; per negative the share of positives above it.
    static double[] components(byte[] y, double[] scores) {
        double[] positives = sorted(y, scores, 1);
        double[] negatives = sorted(y, scores, 0);
        double[] components = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double share = shareBelow(y[i] == 1 ? negatives : positives, scores[i]);
            components[i] = y[i] == 1 ? share : 1 - share;
        }
        return components;
    }

    private static double shareBelow(double[] sorted, double value) {
        return (firstAtLeast(sorted, value) + firstAtLeast(sorted, Math.nextUp(value)))
                / 2.0
                / sorted.length;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Average precision: precision summed over the steps of recall, without interpolation, as in
    /// scikit-learn. The area under the precision–recall curve (AUC-PR).
    public double averagePrecision() {
        return defined() ? averagePrecision(steps()) : Double.NaN;
    }

    private double averagePrecision(Steps steps) {
        double sum = 0;
        for (int i = 0; i < steps.count(); i++) {
            sum += steps.newPositives(i) * steps.precision(i);
        }
        return sum / positives.length;
    }

    /// The average precision with an interval of its logit, undefined if it is 1. The standard
    /// error is the infinitesimal jackknife's: what one more row of each score and class would
    /// change.
    public Estimator averagePrecisionEstimator() {
        if (!defined()) {
            return confidence -> Estimate.undefined(confidence, "logit");
        }
        Steps steps = steps();
        double value = averagePrecision(steps);
        double error = averagePrecisionError(steps, value);
        return confidence -> Estimate.share(value, error, n(), confidence, "logit");
    }

    /// A positive more changes its own precision and that of all lower scores, a negative more that
    /// of lower scores only.
    private double averagePrecisionError(Steps steps, double value) {
        double gained = 0;
        double lost = 0;
        double squares = 0;
        for (int i = steps.count() - 1; i >= 0; i--) {
            double selected = (double) steps.truePositives()[i] + steps.falsePositives()[i];
            double precision = steps.precision(i);
            gained += steps.newPositives(i) * (1 - precision) / selected;
            lost += steps.newPositives(i) * precision / selected;
            double ofPositive = precision - value + gained;
            squares += steps.newPositives(i) * ofPositive * ofPositive;
            squares += steps.newNegatives(i) * lost * lost;
        }
        return Math.sqrt(squares) / positives.length;
    }

    /// The ROC curve from (0, 0) to (1, 1), a point per distinct score.
    ///
    /// @param most how many points at most, at least 2; evenly many are left out in between
    /// @return without points if undefined
    public Curve curve(int most) {
        if (!defined()) {
            return new Curve(new double[0], new double[0]);
        }
        Steps steps = steps();
        int kept = Math.min(most, steps.count() + 1);
        double[] x = new double[kept];
        double[] y = new double[kept];
        for (int i = 1; i < kept; i++) {
            int step = (int) ((long) i * steps.count() / (kept - 1)) - 1;
            x[i] = (double) steps.falsePositives()[step] / negatives.length;
            y[i] = (double) steps.truePositives()[step] / positives.length;
        }
        return new Curve(x, y);
    }

    /// True and false positives at each distinct score, from the highest score down.
    private record Steps(int[] truePositives, int[] falsePositives, int count) {

        int newPositives(int step) {
            return truePositives[step] - (step == 0 ? 0 : truePositives[step - 1]);
        }

        int newNegatives(int step) {
            return falsePositives[step] - (step == 0 ? 0 : falsePositives[step - 1]);
        }

        double precision(int step) {
            return (double) truePositives[step] / (truePositives[step] + falsePositives[step]);
        }
    }

    private Steps steps() {
        int[] truePositives = new int[positives.length + negatives.length];
        int[] falsePositives = new int[positives.length + negatives.length];
        int count = 0;
        int p = positives.length;
        int n = negatives.length;
        while (p > 0 || n > 0) {
            double threshold =
                    n == 0 || (p > 0 && positives[p - 1] >= negatives[n - 1])
                            ? positives[p - 1]
                            : negatives[n - 1];
            while (p > 0 && positives[p - 1] == threshold) {
                p--;
            }
            while (n > 0 && negatives[n - 1] == threshold) {
                n--;
            }
            truePositives[count] = positives.length - p;
            falsePositives[count++] = negatives.length - n;
        }
        return new Steps(truePositives, falsePositives, count);
    }
}
