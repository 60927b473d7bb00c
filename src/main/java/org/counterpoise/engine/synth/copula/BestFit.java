package org.counterpoise.engine.synth.copula;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.counterpoise.engine.synth.Precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Chooses among normal, log-normal, gamma, beta, Weibull and uniform by Akaike's information
/// criterion, each fitted by maximum likelihood.
///
/// A column of non-negative numbers in which many are 0 is zero-inflated: 0 with its own share,
/// else one of these. Its likelihood has an atom, so it is not compared with densities but taken
/// where the zeros are too many for one.
final class BestFit {
    /// Fewer values, or fewer different ones, say too little about a shape.
    private static final int FEWEST_VALUES = 30;

    private static final int FEWEST_DISTINCT = 30;

    /// A column in which one value has more than this share is not continuous.
    private static final double LARGEST_ATOM = 0.1;

    /// This many zeros, and this share, are an atom.
    private static final int FEWEST_ZEROS = 5;

    private static final double SMALLEST_ATOM = 0.02;

    private static final int NEWTON_STEPS = 100;

    /// One fitted distribution.
    ///
    /// @param aic 2 × parameters − 2 × log likelihood; smaller is better
    record Candidate(String name, ContinuousDistribution distribution, double aic) {}

    private final StepScores steps;
    private final double n;
    private final double smallest;
    private final double largest;
    private final double mean;
    private final double variance;
    private final double meanLog;
    private final double varianceLog;
    private final double meanLogRest;

    /// @param steps the values, at least two different ones
    BestFit(StepScores steps) {
        this.steps = steps;
        double[] values = steps.distinct();
        n = Arrays.stream(steps.counts()).sum();
        smallest = values[0];
        largest = values[values.length - 1];
        mean = average(x -> x);
        variance = average(x -> (x - mean) * (x - mean));
        meanLog = smallest > 0 ? average(Math::log) : Double.NaN;
        varianceLog = average(x -> square(Math.log(x) - meanLog));
        meanLogRest = largest < 1 ? average(x -> Math.log1p(-x)) : Double.NaN;
    }

    private double average(DoubleUnaryOperator function) {
        double sum = 0;
        for (int k = 0; k < steps.distinct().length; k++) {
            sum += steps.counts()[k] * function.applyAsDouble(steps.distinct()[k]);
        }
        return sum / n;
    }

    /// Whether a column is continuous enough for a distribution with a formula.
    static boolean suits(StepScores steps) {
        int total = Arrays.stream(steps.counts()).sum();
        int most = Arrays.stream(steps.counts()).max().orElse(0);
        return total >= FEWEST_VALUES
                && steps.distinct().length >= FEWEST_DISTINCT
                && most <= LARGEST_ATOM * total;
    }

    /// The marginal of a column, if it is continuous enough for one with a formula.
    static Optional<Marginal> marginal(StepScores steps, Precision precision) {
        double zeros = zeros(steps);
        if (zeros > 0) {
            StepScores rest = steps.above(0);
            return suits(rest)
                    ? Optional.of(
                            FittedMarginal.zeroInflated(
                                    zeros, new BestFit(rest).best(), rest, precision))
                    : Optional.empty();
        }
        return suits(steps)
                ? Optional.of(FittedMarginal.of(new BestFit(steps).best(), steps, precision))
                : Optional.empty();
    }

    /// The share of zeros if they are an atom below other values, else 0.
    private static double zeros(StepScores steps) {
        double total = Arrays.stream(steps.counts()).sum();
        int count = steps.counts()[0];
        boolean atom =
                steps.distinct()[0] == 0
                        && steps.distinct().length > 1
                        && count >= FEWEST_ZEROS
                        && count >= SMALLEST_ATOM * total;
        return atom ? count / total : 0;
    }

    private Candidate best() {
        return candidates().getFirst();
    }

    /// The distributions that can be fitted, best first.
    List<Candidate> candidates() {
        List<Candidate> list = new ArrayList<>();
        list.add(normal());
        list.add(uniform());
        if (smallest > 0 && varianceLog > 0) {
            list.add(logNormal());
            gamma(list);
            weibull(list);
            if (largest < 1) {
                beta(list);
            }
        }
        return list.stream().sorted(Comparator.comparingDouble(Candidate::aic)).toList();
    }

    private Candidate normal() {
        return new Candidate(
                "normal",
                NormalDistribution.of(mean, Math.sqrt(variance)),
                aic(2, normalLogLikelihood(variance)));
    }

    private double normalLogLikelihood(double sigma2) {
        return -n / 2 * (Math.log(2 * Math.PI * sigma2) + 1);
    }

    private Candidate uniform() {
        return new Candidate(
                "uniform",
                UniformContinuousDistribution.of(smallest, largest),
                aic(2, -n * Math.log(largest - smallest)));
    }

    private Candidate logNormal() {
        return new Candidate(
                "log-normal",
                LogNormalDistribution.of(meanLog, Math.sqrt(varianceLog)),
                aic(2, normalLogLikelihood(varianceLog) - n * meanLog));
    }

    /// Minka 2002, "Estimating a Gamma distribution": Newton on ln k − ψ(k) = ln x̄ − mean ln x.
    private void gamma(List<Candidate> list) {
        double s = Math.log(mean) - meanLog;
        if (!(s > 0)) {
            return;
        }
        double shape = (3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double step =
                    (Math.log(shape) - Digamma.value(shape) - s)
                            / (1 / shape - Trigamma.value(shape));
            shape = Math.max(shape / 2, shape - step);
            if (Math.abs(step) < 1e-12 * shape) {
                break;
            }
        }
        double scale = mean / shape;
        double logLikelihood =
                n
                        * ((shape - 1) * meanLog
                                - shape
                                - shape * Math.log(scale)
                                - LogGamma.value(shape));
        if (Double.isFinite(logLikelihood) && shape < 1e6) {
            list.add(
                    new Candidate(
                            "gamma", GammaDistribution.of(shape, scale), aic(2, logLikelihood)));
        }
    }

    /// Newton on `Σ xᵏ ln x / Σ xᵏ − 1/k = mean ln x`, of x over the largest value so that no power
    /// overflows (Rinne 2008, The Weibull Distribution, 11.2).
    private void weibull(List<Candidate> list) {
        double meanLogScaled = meanLog - Math.log(largest);
        double shape = Math.clamp(1.2 / Math.sqrt(varianceLog), 1e-2, 1e3);
        double power = 0;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double k = shape;
            power = average(x -> Math.pow(x / largest, k));
            double first = average(x -> Math.pow(x / largest, k) * Math.log(x / largest)) / power;
            double second =
                    average(x -> Math.pow(x / largest, k) * square(Math.log(x / largest))) / power;
            double step = (first - 1 / k - meanLogScaled) / (second - first * first + 1 / (k * k));
            shape = Math.max(shape / 2, shape - step);
            if (Math.abs(step) < 1e-10 * shape) {
                break;
            }
        }
        double scale = largest * Math.pow(power, 1 / shape);
        double logLikelihood =
                n * (Math.log(shape) - shape * Math.log(scale) + (shape - 1) * meanLog - 1);
        if (Double.isFinite(logLikelihood) && scale > 0 && shape < 1e4) {
            list.add(
                    new Candidate(
                            "Weibull",
                            WeibullDistribution.of(shape, scale),
                            aic(2, logLikelihood)));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    /// Newton on ψ(a) − ψ(a+b) = mean ln x and ψ(b) − ψ(a+b) = mean ln(1−x), from the moments.
    private void beta(List<Candidate> list) {
        double common = mean * (1 - mean) / variance - 1;
        double a = Math.max(1e-3, mean * common);
        double b = Math.max(1e-3, (1 - mean) * common);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double both = Trigamma.value(a + b);
            double g1 = Digamma.value(a) - Digamma.value(a + b) - meanLog;
            double g2 = Digamma.value(b) - Digamma.value(a + b) - meanLogRest;
            double h11 = Trigamma.value(a) - both;
            double h22 = Trigamma.value(b) - both;
            double determinant = h11 * h22 - both * both;
            double stepA = (g1 * h22 + g2 * both) / determinant;
            double stepB = (g2 * h11 + g1 * both) / determinant;
            a = Math.max(a / 2, a - stepA);
            b = Math.max(b / 2, b - stepB);
            if (Math.abs(stepA) < 1e-12 * a && Math.abs(stepB) < 1e-12 * b) {
                break;
            }
        }
        double logLikelihood =
                n * ((a - 1) * meanLog + (b - 1) * meanLogRest - LogBeta.value(a, b));
        if (Double.isFinite(logLikelihood) && a + b < 1e6) {
            list.add(new Candidate("beta", BetaDistribution.of(a, b), aic(2, logLikelihood)));
        }
    }

    private static double aic(int parameters, double logLikelihood) {
        return 2 * parameters - 2 * logLikelihood;
    }
}
