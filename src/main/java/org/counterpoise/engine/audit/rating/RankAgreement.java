package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.KendallTau;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Whether two sources put the systems in the same order: Kendall's tau-b of their mean scores,
/// with a percentile interval over resampled items.
record RankAgreement(int first, int second, double tau, Interval interval) {
    private static final int FEWEST_SYSTEMS = 3;

    /// Every two sources; empty with fewer than three systems.
    static List<RankAgreement> all(
            Cells cells, RatingSettings settings, long seed, Progress progress) {
        if (cells.systems().size() < FEWEST_SYSTEMS) {
            return List.of();
        }
        int items = cells.table().items();
        int[] once = new int[items];
        Arrays.fill(once, 1);
        double[][] means = cells.means(once);
        List<double[][]> draws =
                Parallel.map(
                        settings.draws(),
                        progress,
                        "Resampling items",
                        draw -> cells.means(drawn(items, Streams.of(seed, draw))));
        List<RankAgreement> all = new ArrayList<>();
        for (int a = 0; a < means.length; a++) {
            for (int b = a + 1; b < means.length; b++) {
                int first = a;
                int second = b;
                double[] taus =
                        draws.stream()
                                .mapToDouble(d -> KendallTau.b(d[first], d[second]))
                                .toArray();
                double[] sorted = Quantiles.sortedFinite(taus);
                double tail = (1 - settings.confidence()) / 2;
                all.add(
                        new RankAgreement(
                                a,
                                b,
                                KendallTau.b(means[a], means[b]),
                                new Interval(
                                        Quantiles.ofSorted(sorted, tail),
                                        Quantiles.ofSorted(sorted, 1 - tail),
                                        settings.confidence(),
                                        "bootstrap of items")));
            }
        }
        return all;
    }

    private static int[] drawn(int items, RandomGenerator random) {
        int[] weights = new int[items];
        for (int i = 0; i < items; i++) {
            weights[random.nextInt(items)]++;
        }
        return weights;
    }
}
