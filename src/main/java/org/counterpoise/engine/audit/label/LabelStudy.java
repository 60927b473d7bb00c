package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.AgreementCounts;
import org.counterpoise.engine.stats.CohenKappa;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.KrippendorffAlpha;
import org.counterpoise.engine.stats.MarginalHomogeneity;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.WelchAnova;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Everything that is computed of the labels of several raters.
///
/// @param alpha by scale: nominal and, where categories have an order, ordinal and interval
/// @param adjusted p-values by Holm: of each pair, then of each group's agreement and directions
record LabelStudy(
        Raters raters,
        int units,
        Estimate observed,
        Estimate fleiss,
        Estimate ac1,
        List<Alpha> alpha,
        List<Pair> pairs,
        List<ByGroup> groups,
        double[] adjusted) {

    record Alpha(KrippendorffAlpha.Scale scale, double value, Interval interval) {}

    /// Two raters.
    ///
    /// @param kappas plain, and with weights where categories have an order
    record Pair(
            int first,
            int second,
            long[][] table,
            List<CohenKappa> kappas,
            MarginalHomogeneity homogeneity) {

        /// Jensen–Shannon divergence of both raters' label distributions, 0 to 1 bit.
        double jensenShannon() {
            return Distances.jensenShannonDivergence(shares(true, 0), shares(false, 0));
        }

        /// Kullback–Leibler divergence of the second rater's label distribution from the first's,
        /// in bits; half a label is added to each category, so that it is finite.
        double kullbackLeibler() {
            return Distances.kullbackLeibler(shares(false, 0.5), shares(true, 0.5)) / Math.log(2);
        }

        private double[] shares(boolean ofFirst, double added) {
            double[] counts = new double[table.length];
            for (int i = 0; i < table.length; i++) {
                for (int j = 0; j < table.length; j++) {
                    counts[ofFirst ? i : j] += table[i][j];
                }
            }
            double total = Arrays.stream(counts).sum() + added * counts.length;
            return Arrays.stream(counts).map(c -> (c + added) / total).toArray();
        }
    }

    /// The groups of one attribute that have enough units.
    ///
    /// @param observed share of agreeing pairs of labels by group
    /// @param alpha nominal, by group
    /// @param agreement test of equal agreement
    /// @param directions of each pair of raters: whether one rates higher in some groups
    record ByGroup(
            Grouping grouping,
            List<String> labels,
            List<Estimate> observed,
            double[] alpha,
            WelchAnova agreement,
            List<Direction> directions) {}

    /// @param means by group, how much higher the second rates
    /// @param errors standard errors of the means
    record Direction(int pair, double[] means, double[] errors, WelchAnova test) {}

    static LabelStudy of(
            Raters raters,
            List<Grouping> groupings,
            LabelSettings settings,
            long seed,
            Progress progress) {
        int k = raters.categories().size();
        AgreementCounts counts = AgreementCounts.of(raters.codes(), k);
        List<Pair> pairs = pairs(raters, progress);
        List<ByGroup> groups = new ArrayList<>();
        for (Grouping grouping : groupings) {
            progress.check();
            ByGroup by = byGroup(raters, counts, pairs, grouping, settings);
            if (by.labels().size() > 1) {
                groups.add(by);
            }
        }
        List<Double> p = new ArrayList<>();
        pairs.forEach(pair -> p.add(pair.homogeneity().p()));
        for (ByGroup by : groups) {
            p.add(by.agreement().p());
            by.directions().forEach(direction -> p.add(direction.test().p()));
        }
        double confidence = settings.confidence();
        return new LabelStudy(
                raters,
                counts.units(),
                counts.observed(confidence),
                counts.fleissKappa(confidence),
                counts.gwetAc1(confidence),
                alphas(raters, counts, settings, seed, progress),
                pairs,
                groups,
                Multiplicity.holm(p.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static List<Alpha> alphas(
            Raters raters,
            AgreementCounts counts,
            LabelSettings settings,
            long seed,
            Progress progress) {
        List<Alpha> alphas = new ArrayList<>();
        for (KrippendorffAlpha.Scale scale : KrippendorffAlpha.Scale.values()) {
            if (scale == KrippendorffAlpha.Scale.NOMINAL || raters.ordered()) {
                progress.check();
                KrippendorffAlpha alpha =
                        new KrippendorffAlpha(counts.counts(), raters.values(), scale);
                alphas.add(
                        new Alpha(
                                scale,
                                alpha.value(),
                                alpha.interval(
                                        settings.draws(),
                                        settings.confidence(),
                                        Streams.derive(seed, scale.name()),
                                        progress)));
            }
        }
        return alphas;
    }

    private static List<Pair> pairs(Raters raters, Progress progress) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < raters.count(); i++) {
            for (int j = i + 1; j < raters.count(); j++) {
                progress.check();
                long[][] table = raters.table(i, j);
                List<CohenKappa> kappas = new ArrayList<>();
                for (CohenKappa.Weights weights : CohenKappa.Weights.values()) {
                    if (weights == CohenKappa.Weights.PLAIN || raters.ordered()) {
                        kappas.add(CohenKappa.of(table, raters.values(), weights));
                    }
                }
                if (kappas.getFirst().n() > 0) {
                    pairs.add(new Pair(i, j, table, kappas, MarginalHomogeneity.of(table)));
                }
            }
        }
        return pairs;
    }

    private static ByGroup byGroup(
            Raters raters,
            AgreementCounts counts,
            List<Pair> pairs,
            Grouping grouping,
            LabelSettings settings) {
        List<String> labels = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        List<Estimate> observed = new ArrayList<>();
        List<double[]> agreements = new ArrayList<>();
        List<Double> alpha = new ArrayList<>();
        for (int g = 0; g < grouping.groups().size(); g++) {
            AgreementCounts own = counts.within(grouping.rows(g));
            if (own.units() >= settings.smallestGroup()) {
                labels.add(grouping.groups().get(g).label());
                rows.add(grouping.rows(g));
                observed.add(own.observed(settings.confidence()));
                agreements.add(
                        Arrays.stream(own.agreements()).filter(a -> !Double.isNaN(a)).toArray());
                alpha.add(
                        new KrippendorffAlpha(
                                        own.counts(),
                                        raters.values(),
                                        KrippendorffAlpha.Scale.NOMINAL)
                                .value());
            }
        }
        List<Direction> directions = new ArrayList<>();
        for (int pair = 0; pair < pairs.size() && raters.directed(); pair++) {
            directions.add(direction(raters, pairs.get(pair), pair, rows));
        }
        return new ByGroup(
                grouping,
                labels,
                observed,
                alpha.stream().mapToDouble(Double::doubleValue).toArray(),
                WelchAnova.of(agreements),
                directions);
    }

    private static Direction direction(Raters raters, Pair pair, int place, List<int[]> rows) {
        List<double[]> differences =
                rows.stream()
                        .map(own -> raters.differences(pair.first(), pair.second(), own))
                        .toList();
        double[] means = new double[rows.size()];
        double[] errors = new double[rows.size()];
        for (int g = 0; g < means.length; g++) {
            double[] own = differences.get(g);
            double mean = Arrays.stream(own).average().orElse(Double.NaN);
            double squares = Arrays.stream(own).map(d -> (d - mean) * (d - mean)).sum();
            means[g] = mean;
            errors[g] = Math.sqrt(squares / (own.length - 1) / own.length);
        }
        return new Direction(place, means, errors, WelchAnova.of(differences));
    }
}
