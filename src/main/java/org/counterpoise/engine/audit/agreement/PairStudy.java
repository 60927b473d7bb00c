package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.AgreementLimits;
import org.counterpoise.engine.stats.BlandAltman;
import org.counterpoise.engine.stats.DemingLine;
import org.counterpoise.engine.stats.LinConcordance;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.NormalityTest;
import org.counterpoise.engine.stats.PassingBablok;
import org.counterpoise.engine.stats.QuantileLimits;
import org.counterpoise.engine.stats.ReplicatedAgreement;
import org.counterpoise.engine.stats.StraightLine;
import org.counterpoise.engine.stats.WelchAnova;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Everything that is computed of one pair of columns.
///
/// @param limits of agreement of all pairs
/// @param quantiles where the differences are not normal and there are enough
/// @param trend the difference as a line over the mean: a slope is a proportional bias
/// @param spread the absolute residual of the trend as a line over the mean (Bland and Altman 1999)
/// @param normality of the differences
/// @param concordance Lin's coefficient, on the scale of comparison
/// @param deming first against second, on the scale of comparison
/// @param passingBablok the same
/// @param groups by each attribute that has at least two groups of enough pairs
///
/// Where subjects have several pairs, limits are of single pairs, and everything else rests on the
/// mean of each subject.
record PairStudy(
        Pairs pairs,
        AgreementLimits limits,
        Optional<QuantileLimits> quantiles,
        StraightLine trend,
        StraightLine spread,
        NormalityTest normality,
        LinConcordance concordance,
        DemingLine deming,
        PassingBablok passingBablok,
        List<ByGroup> groups) {
    /// With fewer pairs the outermost 2.5 % are one or two.
    private static final int ENOUGH_FOR_QUANTILES = 100;

    /// The pairs of one attribute's groups.
    ///
    /// @param labels of groups with enough pairs
    /// @param limits by group
    /// @param bias test of equal bias
    /// @param spread test of equal spread, on distances from the group's median (Brown and
    ///     Forsythe 1974, doi:10.1080/01621459.1974.10482955, with unequal variances)
    record ByGroup(
            Grouping grouping,
            List<String> labels,
            List<AgreementLimits> limits,
            WelchAnova bias,
            WelchAnova spread) {}

    static PairStudy of(
            Pairs pairs, List<Grouping> groupings, AgreementSettings settings, Progress progress) {
        Pairs points = pairs.bySubject();
        double[] d = points.differences();
        double[] m = points.means();
        StraightLine trend = StraightLine.of(m, d);
        double[] residuals =
                IntStream.range(0, d.length)
                        .mapToDouble(i -> Math.abs(d[i] - trend.at(m[i])))
                        .toArray();
        NormalityTest normality = NormalityTest.andersonDarling(d);
        List<ByGroup> groups = new ArrayList<>();
        progress.check();
        for (Grouping grouping : groupings) {
            progress.check();
            ByGroup by = byGroup(pairs, grouping, settings);
            if (by.labels().size() > 1) {
                groups.add(by);
            }
        }
        return new PairStudy(
                pairs,
                limits(pairs, settings),
                quantiles(pairs, normality, settings),
                trend,
                StraightLine.of(m, residuals),
                normality,
                LinConcordance.of(points.a(), points.b(), settings.confidence()),
                DemingLine.of(points.b(), points.a(), settings.errorRatio(), settings.confidence()),
                PassingBablok.of(points.b(), points.a(), settings.confidence(), progress),
                groups);
    }

    static AgreementLimits limits(Pairs pairs, AgreementSettings settings) {
        if (!pairs.repeated() || pairs.subjects() < 2) {
            return BlandAltman.of(pairs.differences(), settings.z());
        }
        return settings.repeats() == AgreementSettings.Repeats.CONSTANT
                ? ReplicatedAgreement.constant(
                        pairs.a(), pairs.b(), pairs.subject(), pairs.subjects(), settings.z())
                : ReplicatedAgreement.linked(
                        pairs.a(), pairs.b(), pairs.subject(), pairs.subjects(), settings.z());
    }

    private static Optional<QuantileLimits> quantiles(
            Pairs pairs, NormalityTest normality, AgreementSettings settings) {
        boolean needed =
                normality.p() < settings.level()
                        && pairs.n() >= ENOUGH_FOR_QUANTILES
                        && !pairs.repeated();
        return needed
                ? Optional.of(
                        QuantileLimits.of(
                                pairs.differences(),
                                Normal.confidence(settings.z()),
                                settings.confidence()))
                : Optional.empty();
    }

    private static ByGroup byGroup(Pairs pairs, Grouping grouping, AgreementSettings settings) {
        List<String> labels = new ArrayList<>();
        List<AgreementLimits> limits = new ArrayList<>();
        List<double[]> differences = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        for (int g = 0; g < grouping.groups().size(); g++) {
            boolean[] kept = new boolean[grouping.codes().length];
            for (int row : grouping.rows(g)) {
                kept[row] = true;
            }
            Pairs own = pairs.within(kept);
            double[] d = own.bySubject().differences();
            if (d.length >= settings.smallestGroup()) {
                labels.add(grouping.groups().get(g).label());
                limits.add(limits(own, settings));
                differences.add(d);
                double median = median(d);
                distances.add(Arrays.stream(d).map(x -> Math.abs(x - median)).toArray());
            }
        }
        return new ByGroup(
                grouping, labels, limits, WelchAnova.of(differences), WelchAnova.of(distances));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
