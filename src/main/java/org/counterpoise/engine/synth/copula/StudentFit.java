package org.counterpoise.engine.synth.copula;

import org.apache.commons.numbers.gamma.LogGamma;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.CorrelationMatrix;
import org.counterpoise.engine.synth.RowSample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Learns a t dependence: the degrees of freedom by maximum pairwise likelihood over the continuous
/// columns, each pair's correlation matched to the data at every candidate (profile likelihood);
/// then all correlations at the best.
final class StudentFit {
    /// Beyond this the t copula cannot be told from the Gaussian one.
    private static final double MOST_FREEDOM = 100;

    private static final int EVALUATIONS = 18;

    /// Terms of the likelihood, rows times pairs.
    private static final int TERMS = 400_000;

    private static final int FEWEST_ROWS = 200;
    private static final int MOST_ROWS = 50_000;
    private static final int FEWEST_DISTINCT = 30;
    private static final double LARGEST_ATOM = 0.1;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private record Pair(int first, int second, double observed) {}

    private final List<Scored> latents;
    private final double given;
    private final long seed;
    private final Progress progress;
    private final int[] continuous;
    private final List<Pair> pairs;
    private final double[][] scores;

    /// @param given degrees of freedom; 0 to estimate them
    StudentFit(List<Scored> latents, double given, long seed, Progress progress) {
        this.latents = latents;
        this.given = given;
        this.seed = seed;
        this.progress = progress;
        this.continuous =
                IntStream.range(0, latents.size())
                        .filter(i -> continuous(latents.get(i).steps()))
                        .toArray();
        boolean estimate = given == 0 && continuous.length > 1;
        this.pairs = estimate ? pairs() : List.of();
        this.scores = estimate ? sampled() : new double[0][];
    }

    private static boolean continuous(StepScores steps) {
        int total = Arrays.stream(steps.counts()).sum();
        int most = Arrays.stream(steps.counts()).max().orElse(0);
        return steps.distinct().length >= FEWEST_DISTINCT && most <= LARGEST_ATOM * total;
    }

    private List<Pair> pairs() {
        List<Pair> list = new ArrayList<>();
        for (int a = 1; a < continuous.length; a++) {
            for (int b = 0; b < a; b++) {
                progress.check();
                double[] x = latents.get(continuous[a]).rows();
                double[] y = latents.get(continuous[b]).rows();
                list.add(new Pair(a, b, LatentCorrelation.pearson(x, y)));
            }
        }
        return list;
    }

    /// The normal scores of a random sample of rows, by continuous column.
    private double[][] sampled() {
        int rows = latents.getFirst().rows().length;
        int wanted = Math.clamp(TERMS / pairs.size(), FEWEST_ROWS, MOST_ROWS);
        int[] chosen = RowSample.of(rows, wanted, Streams.derive(seed, "tail rows"));
        return Arrays.stream(continuous)
                .mapToObj(
                        i -> {
                            double[] all = latents.get(i).rows();
                            return Arrays.stream(chosen).mapToDouble(row -> all[row]).toArray();
                        })
                .toArray(double[][]::new);
    }

    DependenceFit.Learned learn() {
        double freedom = given > 0 ? Math.max(1, given) : estimate();
        StudentMixing mixing = new StudentMixing(freedom);
        StudentMoments moments = new StudentMoments(mixing);
        List<StudentMoments.Coefficients> coefficients =
                Parallel.map(
                        latents.size(),
                        progress.part(.7, .8),
                        "Learning associations",
                        i -> moments.of(latents.get(i).steps()));
        CorrelationMatrix correlation =
                LatentCorrelation.estimate(
                        latents,
                        (i, j, observed) ->
                                coefficients.get(i).match(coefficients.get(j), observed),
                        progress.part(.8, 1));
        List<String> notes = new ArrayList<>();
        notes.add(tail(freedom));
        notes.addAll(correlation.notes());
        int size = latents.size();
        return new DependenceFit.Learned(
                new Elliptical(correlation.matrix(), mixing),
                size * (size - 1) / 2 + " latent correlations for all groups together",
                notes);
    }

    private String tail(double freedom) {
        if (given > 0) {
            return String.format(Locale.ROOT, "Degrees of freedom as set: %.3g.", freedom);
        } else if (pairs.isEmpty()) {
            return "Fewer than two continuous columns: no common tail can be seen, so this is"
                    + " nearly a Gaussian copula.";
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "Degrees of freedom estimated from %,d rows and %,d pairs of continuous"
                                + " columns: %.3g",
                        scores[0].length,
                        pairs.size(),
                        freedom);
        return freedom > .95 * MOST_FREEDOM
                ? text + ", so the data show no common tails and this is nearly a Gaussian copula."
                : text + " (the lower, the more often extremes occur together).";
    }

    /// The maximum over 1/ν by golden section.
    private double estimate() {
        if (pairs.isEmpty()) {
            return MOST_FREEDOM;
        }
        double low = 1 / MOST_FREEDOM;
        double high = 1;
        double inner = high - GOLDEN * (high - low);
        double outer = low + GOLDEN * (high - low);
        double atInner = likelihood(1 / inner, 0);
        double atOuter = likelihood(1 / outer, 1);
        for (int i = 2; i < EVALUATIONS; i++) {
            if (atInner > atOuter) {
                high = outer;
                outer = inner;
                atOuter = atInner;
                inner = high - GOLDEN * (high - low);
                atInner = likelihood(1 / inner, i);
            } else {
                low = inner;
                inner = outer;
                atInner = atOuter;
                outer = low + GOLDEN * (high - low);
                atOuter = likelihood(1 / outer, i);
            }
        }
        double best = (low + high) / 2;
        double atBest = Math.max(atInner, atOuter);
        return likelihood(MOST_FREEDOM, EVALUATIONS - 1) >= atBest ? MOST_FREEDOM : 1 / best;
    }

    /// The pairwise log likelihood with the correlations that match the data at `freedom`.
    private double likelihood(double freedom, int step) {
        StudentMixing mixing = new StudentMixing(freedom);
        StudentMoments moments = new StudentMoments(mixing);
        Progress part = progress.part(.7 * step / EVALUATIONS, .7 * (step + 1) / EVALUATIONS);
        String phrase = "Learning the tails";
        List<StudentMoments.Coefficients> coefficients =
                Parallel.map(
                        continuous.length,
                        part.part(0, .1),
                        phrase,
                        i -> moments.of(latents.get(continuous[i]).steps()));
        List<double[]> student =
                Parallel.map(
                        continuous.length,
                        part.part(.1, .4),
                        phrase,
                        i -> Arrays.stream(scores[i]).map(mixing::outward).toArray());
        return Parallel.map(
                        pairs.size(),
                        part.part(.4, 1),
                        phrase,
                        k -> {
                            Pair pair = pairs.get(k);
                            double rho =
                                    coefficients
                                            .get(pair.first())
                                            .match(
                                                    coefficients.get(pair.second()),
                                                    pair.observed());
                            return logDensity(
                                    student.get(pair.first()),
                                    student.get(pair.second()),
                                    Math.clamp(rho, -.9999, .9999),
                                    freedom);
                        })
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /// Of the bivariate t copula, summed over the rows that have both.
    private static double logDensity(double[] x, double[] y, double rho, double freedom) {
        double constant =
                LogGamma.value((freedom + 2) / 2)
                        + LogGamma.value(freedom / 2)
                        - 2 * LogGamma.value((freedom + 1) / 2)
                        - Math.log(1 - rho * rho) / 2;
        double within = freedom * (1 - rho * rho);
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            double a = x[row];
            double b = y[row];
            double squares = a * a - 2 * rho * a * b + b * b;
            if (!Double.isNaN(squares)) {
                double single = (1 + a * a / freedom) * (1 + b * b / freedom);
                sum +=
                        constant
                                - (freedom + 2) / 2 * Math.log(1 + squares / within)
                                + (freedom + 1) / 2 * Math.log(single);
            }
        }
        return sum;
    }
}
