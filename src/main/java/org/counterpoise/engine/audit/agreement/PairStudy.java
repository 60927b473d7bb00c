package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.BlandAltman;
import org.counterpoise.engine.stats.LinConcordance;
import org.counterpoise.engine.stats.NormalityTest;
import org.counterpoise.engine.stats.StraightLine;
import org.counterpoise.engine.stats.WelchAnova;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that is computed of one pair of columns.
///
/// @param limits of agreement of all pairs
/// @param trend the difference as a line over the mean: a slope is a proportional bias
/// @param spread the absolute residual of the trend as a line over the mean (Bland and Altman 1999)
/// @param normality of the differences
/// @param concordance Lin's coefficient, on the scale of comparison
/// @param groups by each attribute that has at least two groups of enough pairs
record PairStudy(
        Pairs pairs,
        BlandAltman limits,
        StraightLine trend,
        StraightLine spread,
        NormalityTest normality,
        LinConcordance concordance,
        List<ByGroup> groups) {

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
            List<BlandAltman> limits,
            WelchAnova bias,
            WelchAnova spread) {}

    static PairStudy of(
            Pairs pairs, List<Grouping> groupings, AgreementSettings settings, Progress progress) {
        double[] d = pairs.differences();
        double[] m = pairs.means();
        StraightLine trend = StraightLine.of(m, d);
        double[] residuals =
                IntStream.range(0, d.length)
                        .mapToDouble(i -> Math.abs(d[i] - trend.at(m[i])))
                        .toArray();
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
                BlandAltman.of(d, settings.z()),
                trend,
                StraightLine.of(m, residuals),
                NormalityTest.andersonDarling(d),
                LinConcordance.of(pairs.a(), pairs.b(), settings.confidence()),
                groups);
    }

    private static ByGroup byGroup(Pairs pairs, Grouping grouping, AgreementSettings settings) {
        List<String> labels = new ArrayList<>();
        List<BlandAltman> limits = new ArrayList<>();
        List<double[]> differences = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        for (int g = 0; g < grouping.groups().size(); g++) {
            boolean[] kept = new boolean[grouping.codes().length];
            for (int row : grouping.rows(g)) {
                kept[row] = true;
            }
            double[] d = pairs.within(kept).differences();
            if (d.length >= settings.smallestGroup()) {
                labels.add(grouping.groups().get(g).label());
                limits.add(BlandAltman.of(d, settings.z()));
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
