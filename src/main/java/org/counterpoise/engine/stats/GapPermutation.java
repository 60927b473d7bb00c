package org.counterpoise.engine.stats;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A permutation test of the largest difference in a metric between any two groups.
///
/// Group labels are permuted so that the hypothesis is the right one: among all rows for the
/// selection rate, the prevalence and the accuracy; among rows with the same outcome for error
/// rates, balanced accuracy, F1 and MCC (decisions do not depend on the group given the outcome);
/// among rows with the same decision for predictive values. All these metrics are functions of
/// counts, so the counts are drawn (multivariate hypergeometric) instead of shuffling rows.
///
/// The statistic is the range over groups of `√m · (value − value overall)`, where `m` is the
/// metric's denominator (for F1 the positive outcomes, for balanced accuracy the harmonic mean of
/// both classes): the largest gap in units of its standard error, so that a group of three does not
/// hide a gap between groups of thousands.
public final class GapPermutation {
    private static final int CHUNK = 50;

    private final Confusion[] groups;
    private final Hypergeometric draws;

    /// @param groups one per group; groups in which a metric has no denominator do not count for it
    public GapPermutation(Confusion[] groups) {
        this.groups = groups.clone();
        long rows = Arrays.stream(groups).mapToLong(Confusion::n).sum();
        this.draws = new Hypergeometric(Math.toIntExact(rows));
    }

    /// The p-value, `(1 + permutations at least as extreme) / (1 + permutations)` (Phipson and
    /// Smyth 2010, doi:10.2202/1544-6115.1585).
    ///
    /// @return NaN unless two groups have a denominator
    public double p(RateMetric metric, int permutations, long seed, Progress progress) {
        double[] sizes = Arrays.stream(groups).mapToDouble(c -> size(metric, c)).toArray();
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return Double.NaN;
        }
        double observed = statistic(metric, groups, sizes);
        // Sums in another order may differ in the last bits without being another value.
        double atLeast = observed - 1e-9 * Math.max(1, observed);
        int chunks = (permutations + CHUNK - 1) / CHUNK;
        long extreme =
                Parallel.map(
                                chunks,
                                progress,
                                "Permuting groups",
                                chunk -> {
                                    RandomGenerator random = Streams.of(seed, chunk);
                                    int count = Math.min(CHUNK, permutations - chunk * CHUNK);
                                    long hits = 0;
                                    for (int i = 0; i < count; i++) {
                                        progress.check();
                                        Confusion[] drawn = permuted(metric, random);
                                        hits += statistic(metric, drawn, sizes) >= atLeast ? 1 : 0;
                                    }
                                    return hits;
                                })
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return (1.0 + extreme) / (1.0 + permutations);
    }

    private static double size(RateMetric metric, Confusion c) {
        return switch (metric) {
            case PREVALENCE, SELECTION_RATE, ACCURACY, MCC -> c.n();
            case TPR, FNR, F1 -> c.positives();
            case FPR, TNR -> c.negatives();
            case PPV, FDR -> c.selected();
            case NPV, FOR -> c.n() - c.selected();
            case BALANCED_ACCURACY ->
                    c.positives() == 0 || c.negatives() == 0
                            ? 0
                            : 2.0 / (1.0 / c.positives() + 1.0 / c.negatives());
        };
    }

    private static double statistic(RateMetric metric, Confusion[] counts, double[] sizes) {
        Confusion all = new Confusion(0, 0, 0, 0);
        for (Confusion group : counts) {
            all = all.plus(group);
        }
        double overall = value(metric, all);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < counts.length; g++) {
            if (sizes[g] > 0) {
                double deviation = Math.sqrt(sizes[g]) * (value(metric, counts[g]) - overall);
                lowest = Math.min(lowest, deviation);
                highest = Math.max(highest, deviation);
            }
        }
        return highest - lowest;
    }

    /// Decisions that are all alike go with no outcome.
    private static double value(RateMetric metric, Confusion c) {
        double value = metric.value(c);
        return metric == RateMetric.MCC && Double.isNaN(value) ? 0 : value;
    }

    /// The table after permuting group labels within the metric's strata. Only the counts that the
    /// metric looks at need be right.
    private Confusion[] permuted(RateMetric metric, RandomGenerator random) {
        Confusion[] drawn = new Confusion[groups.length];
        switch (metric) {
            case PREVALENCE -> {
                long[] marked = deal(of(Confusion::n), of(Confusion::positives), random);
                Arrays.setAll(
                        drawn, g -> new Confusion(marked[g], 0, groups[g].n() - marked[g], 0));
            }
            case SELECTION_RATE -> {
                long[] marked = deal(of(Confusion::n), of(Confusion::selected), random);
                Arrays.setAll(
                        drawn, g -> new Confusion(marked[g], 0, groups[g].n() - marked[g], 0));
            }
            case ACCURACY -> {
                long[] marked =
                        deal(
                                of(Confusion::n),
                                of(c -> c.truePositives() + c.trueNegatives()),
                                random);
                Arrays.setAll(
                        drawn, g -> new Confusion(marked[g], groups[g].n() - marked[g], 0, 0));
            }
            case PPV, FDR -> {
                long[] marked = deal(of(Confusion::selected), of(Confusion::truePositives), random);
                Arrays.setAll(
                        drawn,
                        g -> new Confusion(marked[g], groups[g].selected() - marked[g], 0, 0));
            }
            case NPV, FOR -> {
                long[] marked =
                        deal(of(c -> c.n() - c.selected()), of(Confusion::trueNegatives), random);
                Arrays.setAll(
                        drawn,
                        g ->
                                new Confusion(
                                        0,
                                        0,
                                        marked[g],
                                        groups[g].n() - groups[g].selected() - marked[g]));
            }
            case TPR, FNR, FPR, TNR, BALANCED_ACCURACY, F1, MCC -> {
                long[] hits = deal(of(Confusion::positives), of(Confusion::truePositives), random);
                long[] alarms =
                        deal(of(Confusion::negatives), of(Confusion::falsePositives), random);
                Arrays.setAll(
                        drawn,
                        g ->
                                new Confusion(
                                        hits[g],
                                        alarms[g],
                                        groups[g].negatives() - alarms[g],
                                        groups[g].positives() - hits[g]));
            }
        }
        return drawn;
    }

    private long[] of(java.util.function.ToLongFunction<Confusion> count) {
        return Arrays.stream(groups).mapToLong(count).toArray();
    }

    /// Deals all marks out anew among groups of these sizes.
    private long[] deal(long[] sizes, long[] marks, RandomGenerator random) {
        int total = (int) Arrays.stream(sizes).sum();
        int marked = (int) Arrays.stream(marks).sum();
        long[] dealt = new long[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            int size = (int) sizes[g];
            int here = draws.draw(total, marked, size, random);
            dealt[g] = here;
            total -= size;
            marked -= here;
        }
        return dealt;
    }
}
