package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.stats.mixed.Contrast;
import org.counterpoise.engine.stats.mixed.LogisticMixed;
import org.counterpoise.engine.stats.mixed.MixedDesign;
import org.counterpoise.engine.stats.mixed.MixedModel;
import org.counterpoise.engine.stats.mixed.RandomTerm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Everything that is computed of the scores of one set of systems, by score ~ source × system +
/// (1 | item).
///
/// @param logistic whether log odds of the higher of two scores are modelled, not scores
/// @param average by source after the first: how much more it gives than the first, over systems
/// @param differences the same by system
/// @param favours by how much each exceeds the average
/// @param sourceP no average difference
/// @param interactionP differences are the same for all systems; NaN with one system
/// @param itemDeviation standard deviation between items
/// @param raterDeviation between raters, NaN if they are not told apart
/// @param slopeDeviation of the difference between items, NaN if it does not vary
/// @param residual standard deviation of one score; NaN if logistic
/// @param itemP of no difference between items or, where it varies, of none of the difference's
/// @param ranks agreement of the order of systems
record RatingStudy(
        Cells cells,
        boolean logistic,
        List<Contrast> average,
        List<List<Contrast>> differences,
        List<List<Contrast>> favours,
        double sourceP,
        double interactionP,
        double itemDeviation,
        double raterDeviation,
        double slopeDeviation,
        double residual,
        double itemP,
        List<RankAgreement> ranks) {
    /// Laplace's approximation needs so many scores per item.
    private static final int ENOUGH_FOR_LAPLACE = 5;

    /// The smaller of two crossed groupings is solved densely.
    private static final int MOST_CROSSED = 1_000;

    /// What a model says of a weighted sum of its effects.
    private interface Model {
        Contrast contrast(double[] weights);

        double p(double[][] contrasts);
    }

    static RatingStudy of(Cells cells, RatingSettings settings, long seed, Progress progress) {
        RatingTable table = cells.table();
        long present = Arrays.stream(table.item()).distinct().count();
        boolean logistic =
                table.binary()
                        && table.raters() == 0
                        && !settings.slopes()
                        && table.n() >= ENOUGH_FOR_LAPLACE * present;
        List<RankAgreement> ranks = RankAgreement.all(cells, settings, seed, progress.part(0.5, 1));
        Optional<RatingStudy> odds = logistic ? logistic(cells, ranks, progress) : Optional.empty();
        return odds.orElseGet(() -> linear(cells, settings, ranks, progress));
    }

    private static RatingStudy linear(
            Cells cells, RatingSettings settings, List<RankAgreement> ranks, Progress progress) {
        RatingTable table = cells.table();
        List<RandomTerm> terms = new ArrayList<>();
        boolean slopes = settings.slopes() && cells.sources() == 2;
        terms.add(
                slopes
                        ? RandomTerm.slope(
                                table.item(),
                                table.items(),
                                IntStream.of(table.source()).asDoubleStream().toArray())
                        : RandomTerm.intercept(table.item(), table.items()));
        if (table.raters() > 0) {
            if (Math.min(table.raters(), table.items()) > MOST_CROSSED) {
                throw new UserProblem(
                        "There are more than " + MOST_CROSSED + " raters and as many items.",
                        cells.title(),
                        "Leave the setting of raters empty.");
            }
            terms.add(RandomTerm.intercept(table.rater(), table.raters()));
        }
        MixedModel fit =
                MixedModel.fit(
                        new MixedDesign(cells.columns(), table.scores(), terms), true, progress);
        progress.check();
        Model model =
                new Model() {
                    @Override
                    public Contrast contrast(double[] weights) {
                        return fit.contrast(weights);
                    }

                    @Override
                    public double p(double[][] contrasts) {
                        return fit.test(contrasts).p();
                    }
                };
        return study(
                cells,
                model,
                false,
                fit.intercept(0),
                table.raters() > 0 ? fit.intercept(1) : Double.NaN,
                slopes ? fit.slope(0) : Double.NaN,
                fit.residual(),
                fit.varianceP(0),
                ranks);
    }

    /// Empty where a source gives all of a system the same score, so that log odds have no bounds.
    private static Optional<RatingStudy> logistic(
            Cells cells, List<RankAgreement> ranks, Progress progress) {
        RatingTable table = cells.table();
        double high = Arrays.stream(table.scores()).max().orElseThrow();
        int[] ones = new int[table.n()];
        Arrays.fill(ones, 1);
        LogisticMixed fit =
                LogisticMixed.fit(
                        cells.columns(),
                        Arrays.stream(table.scores()).mapToInt(v -> v == high ? 1 : 0).toArray(),
                        ones,
                        table.item(),
                        table.items(),
                        progress);
        if (!fit.converged()) {
            return Optional.empty();
        }
        Model model =
                new Model() {
                    @Override
                    public Contrast contrast(double[] weights) {
                        return fit.contrast(weights);
                    }

                    @Override
                    public double p(double[][] contrasts) {
                        return fit.p(contrasts);
                    }
                };
        return Optional.of(
                study(
                        cells,
                        model,
                        true,
                        fit.deviation(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        fit.varianceP(),
                        ranks));
    }

    private static RatingStudy study(
            Cells cells,
            Model model,
            boolean logistic,
            double itemDeviation,
            double raterDeviation,
            double slopeDeviation,
            double residual,
            double itemP,
            List<RankAgreement> ranks) {
        List<Contrast> average = new ArrayList<>();
        List<List<Contrast>> differences = new ArrayList<>();
        List<List<Contrast>> favours = new ArrayList<>();
        int systems = cells.systems().size();
        for (int s = 1; s < cells.sources(); s++) {
            int source = s;
            average.add(model.contrast(cells.average(s)));
            differences.add(
                    IntStream.range(0, systems)
                            .mapToObj(k -> model.contrast(cells.difference(source, k)))
                            .toList());
            favours.add(
                    systems < 2
                            ? List.of()
                            : IntStream.range(0, systems)
                                    .mapToObj(k -> model.contrast(cells.favour(source, k)))
                                    .toList());
        }
        return new RatingStudy(
                cells,
                logistic,
                average,
                differences,
                favours,
                defined(model.p(cells.averages())),
                systems < 2 ? Double.NaN : defined(model.p(cells.interactions())),
                itemDeviation,
                raterDeviation,
                slopeDeviation,
                residual,
                itemP,
                ranks);
    }

    private static double defined(double p) {
        return p >= 0 && p <= 1 ? p : Double.NaN;
    }

    /// The share of variance between items, NaN if logistic.
    double icc() {
        double rater = Double.isNaN(raterDeviation) ? 0 : raterDeviation * raterDeviation;
        double item = itemDeviation * itemDeviation;
        return item / (item + rater + residual * residual);
    }
}
