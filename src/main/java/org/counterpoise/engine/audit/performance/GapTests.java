package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.GapPermutation;
import org.counterpoise.engine.stats.Multiplicity;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The permutation tests of all largest gaps, adjusted together.
///
/// @param byKey test by attribute or crossing and metric, see [#key]
record GapTests(Map<String, Test> byKey) {

    /// @param p NaN if fewer than two groups have a denominator
    /// @param adjusted by Holm over all metrics and attributes tested
    record Test(double p, double adjusted) {}

    /// What is tested. True negative and false negative rates mirror two of these.
    static final List<RateMetric> TESTED =
            List.of(
                    RateMetric.SELECTION_RATE,
                    RateMetric.TPR,
                    RateMetric.FPR,
                    RateMetric.PPV,
                    RateMetric.ACCURACY,
                    RateMetric.F1);

    static GapTests of(List<GroupResults> all, int permutations, long seed, Progress progress) {
        List<String> keys = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            GapPermutation test = new GapPermutation(all.get(i).confusions());
            Progress part = progress.part((double) i / all.size(), (i + 1.0) / all.size());
            for (RateMetric metric : TESTED) {
                String key = key(all.get(i), metric);
                keys.add(key);
                p.add(test.p(metric, permutations, Streams.derive(seed, key), part));
            }
        }
        double[] adjusted =
                Multiplicity.holm(p.stream().mapToDouble(Double::doubleValue).toArray());
        Map<String, Test> tests = new LinkedHashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            tests.put(keys.get(i), new Test(p.get(i), adjusted[i]));
        }
        return new GapTests(tests);
    }

    private static String key(GroupResults results, RateMetric metric) {
        return results.name() + "/" + metric.id();
    }

    Test of(GroupResults results, RateMetric metric) {
        return byKey.getOrDefault(key(results, metric), new Test(Double.NaN, Double.NaN));
    }
}
