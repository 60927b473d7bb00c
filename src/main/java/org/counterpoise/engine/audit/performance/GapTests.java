package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Estimator;
import org.counterpoise.engine.stats.GapPermutation;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The largest gap of every metric in every attribute and crossing, tested, and adjusted together.
///
/// Groups in which a metric rests on fewer rows than the settings' smallest group are not compared.
///
/// @param byKey by attribute or crossing and metric, see [#key]
record GapTests(Map<String, Test> byKey) {
    private static final double POWER = 0.8;

    /// A gap with an adjusted p-value under this is not put down to chance.
    static final double LEVEL = 0.05;

    /// @param gap among the groups compared, with an interval that holds its level
    /// @param p of no gap, NaN if the metric is not tested or fewer than two groups are compared
    /// @param adjusted over everything tested
    /// @param detectable the gap that would have been found with 80 % power between the two groups
    ///     that the metric knows best
    /// @param detectableSmallest the same between the best and the least known group compared
    record Test(
            LargestGap gap,
            double p,
            double adjusted,
            double detectable,
            double detectableSmallest) {
        static final Test NONE =
                new Test(
                        new LargestGap(
                                Double.NaN,
                                -1,
                                -1,
                                0,
                                Interval.undefined(1 - LEVEL, "none"),
                                Double.NaN),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
    }

    static GapTests of(
            List<GroupResults> all, PerformanceSettings settings, long seed, Progress progress) {
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Progress part = progress.part((double) i / all.size(), (i + 1.0) / all.size());
            GroupResults results = all.get(i);
            for (Metric metric : results.metrics()) {
                part.check();
                compared.add(Compared.of(results, metric, settings, seed, part));
            }
        }
        double[] p = compared.stream().mapToDouble(Compared::p).toArray();
        double[] adjusted = settings.adjustment().adjust(p);
        long tested = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
        Map<String, Test> tests = new LinkedHashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            Compared c = compared.get(i);
            // What counts as found is decided after adjustment, in the worst case by Bonferroni.
            double level = LEVEL / Math.max(1, tested);
            tests.put(
                    key(c.results(), c.metric().id()),
                    new Test(
                            c.gap(),
                            p[i],
                            adjusted[i],
                            c.detectable(level, 1),
                            c.detectable(level, c.groups().length - 1)));
        }
        return new GapTests(tests);
    }

    /// One metric over the groups of one attribute or crossing.
    ///
    /// @param groups positions compared, those with the most rows first
    private record Compared(
            GroupResults results, Metric metric, int[] groups, LargestGap gap, double p) {

        static Compared of(
                GroupResults results,
                Metric metric,
                PerformanceSettings settings,
                long seed,
                Progress progress) {
            String id = metric.id();
            int[] groups = results.comparable(id, settings.smallestGroup());
            LargestGap gap =
                    LargestGap.of(estimators(results, id, settings), settings.confidence());
            LargestGap placed =
                    gap.defined()
                            ? new LargestGap(
                                    gap.value(),
                                    groups[gap.highest()],
                                    groups[gap.lowest()],
                                    gap.groups(),
                                    gap.interval(),
                                    gap.p())
                            : gap;
            double p = Double.NaN;
            Optional<RateMetric> rate = rate(metric);
            if (metric.tested() && rate.isPresent() && settings.permutations() > 0) {
                Confusion[] counts =
                        Arrays.stream(groups)
                                .mapToObj(g -> results.results().get(g).confusion())
                                .toArray(Confusion[]::new);
                p =
                        new GapPermutation(counts)
                                .p(
                                        rate.get(),
                                        settings.permutations(),
                                        Streams.derive(seed, key(results, id)),
                                        progress);
            } else if (metric.tested()) {
                p = gap.p();
            }
            int[] bySize =
                    Arrays.stream(groups)
                            .boxed()
                            .sorted(
                                    (a, b) ->
                                            Long.compare(
                                                    results.estimate(b, id).n(),
                                                    results.estimate(a, id).n()))
                            .mapToInt(Integer::intValue)
                            .toArray();
            return new Compared(results, metric, bySize, placed, p);
        }

        private static Optional<RateMetric> rate(Metric metric) {
            return Arrays.stream(RateMetric.values())
                    .filter(r -> r.id().equals(metric.id()))
                    .findFirst();
        }

        /// Between the group with the most rows and another.
        double detectable(double level, int other) {
            if (!metric.tested() || groups.length < 2) {
                return Double.NaN;
            }
            return LargestGap.detectable(
                    estimator(groups[0]), estimator(groups[other]), groups.length, level, POWER);
        }

        private Estimator estimator(int group) {
            return results.results().get(group).measured(metric.id()).estimator();
        }
    }

    /// The interval of the widest of several metrics' largest gaps, for metrics that rest on
    /// different rows, as true and false positive rates do.
    ///
    /// Lower ends hold together; the upper end needs no more than each metric's own, as the metric
    /// with the widest true gap is one fixed metric.
    Interval joint(GroupResults results, List<RateMetric> metrics, PerformanceSettings settings) {
        double each = Math.pow(settings.confidence(), 1.0 / metrics.size());
        double lower = Double.NaN;
        double upper = Double.NaN;
        for (RateMetric metric : metrics) {
            List<Estimator> estimators = estimators(results, metric.id(), settings);
            LargestGap gap = LargestGap.of(estimators, each);
            if (gap.defined()) {
                double plain = of(results, metric).gap().interval().upper();
                lower = Double.isNaN(lower) ? gap.interval().lower() : larger(lower, gap);
                upper = Double.isNaN(upper) ? plain : Math.max(upper, plain);
            }
        }
        return new Interval(
                lower,
                upper,
                settings.confidence(),
                of(results, metrics.getFirst()).gap().interval().method());
    }

    private static double larger(double lower, LargestGap gap) {
        return Math.max(lower, gap.interval().lower());
    }

    /// The interval of lowest over highest, from the largest gap of logarithms; undefined if a
    /// group has none.
    Interval ratio(GroupResults results, String metric, PerformanceSettings settings) {
        List<Estimator> logs = new ArrayList<>();
        for (Estimator estimator : estimators(results, metric, settings)) {
            logs.add(
                    confidence -> {
                        Estimate e = estimator.at(confidence);
                        Interval interval =
                                new Interval(
                                        Math.log(e.interval().lower()),
                                        Math.log(e.interval().upper()),
                                        confidence,
                                        "log Wilson");
                        return new Estimate(Math.log(e.value()), e.count(), e.n(), interval);
                    });
        }
        boolean none = logs.stream().anyMatch(log -> Double.isInfinite(log.at(LEVEL).value()));
        LargestGap gap = LargestGap.of(none ? List.of() : logs, settings.confidence());
        return new Interval(
                Math.exp(-gap.interval().upper()),
                Math.exp(-gap.interval().lower()),
                settings.confidence(),
                gap.interval().method());
    }

    private static List<Estimator> estimators(
            GroupResults results, String metric, PerformanceSettings settings) {
        return Arrays.stream(results.comparable(metric, settings.smallestGroup()))
                .mapToObj(g -> results.results().get(g).measured(metric).estimator())
                .toList();
    }

    private static String key(GroupResults results, String metric) {
        return results.id() + "/" + metric;
    }

    /// Whether chance hardly explains the largest gap; false if it was not tested.
    boolean noChance(GroupResults results, String metric) {
        return of(results, metric).adjusted() < LEVEL;
    }

    Test of(GroupResults results, RateMetric metric) {
        return of(results, metric.id());
    }

    /// @return without numbers if the metric was not measured
    Test of(GroupResults results, String metric) {
        return byKey.getOrDefault(key(results, metric), Test.NONE);
    }
}
