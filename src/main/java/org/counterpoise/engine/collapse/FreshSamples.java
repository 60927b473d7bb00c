package org.counterpoise.engine.collapse;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What chance alone changes: how far two samples of the same people, as many as there are real
/// rows, differ in every quantity.
///
/// The real rows stand for the population (the bootstrap, Efron 1979, doi:10.1214/aos/1176344552):
/// both samples of a pair are drawn from them with replacement, and the second is measured by the
/// first. One more fresh sample lies below the least of m pairs with probability 1/(m + 1).
///
/// @param pairs how many were drawn
/// @param ranges of what the second sample kept of the first
record FreshSamples(int pairs, Map<Quantity, Range> ranges) {
    /// Quality takes long to compute and is not held against its range.
    private static final int WITH_QUALITY = 19;

    /// The least and the greatest over all pairs.
    record Range(double least, double greatest) {}

    static FreshSamples of(Dataset real, int pairs, long seed, Progress progress) {
        List<Generation> drawn =
                Parallel.map(
                        pairs,
                        progress,
                        "Seeing what chance does",
                        pair -> pair(real, pair, Streams.of(seed, pair), progress));
        Map<Quantity, Range> ranges = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            double[] kept =
                    drawn.stream()
                            .mapToDouble(generation -> generation.kept(quantity))
                            .filter(value -> !Double.isNaN(value))
                            .sorted()
                            .toArray();
            if (kept.length > 0) {
                ranges.put(quantity, new Range(kept[0], kept[kept.length - 1]));
            }
        }
        return new FreshSamples(pairs, ranges);
    }

    private static Generation pair(
            Dataset real, int pair, RandomGenerator random, Progress progress) {
        Baseline first = new Baseline(sample(real, random));
        Dataset second = sample(real, random);
        return pair < WITH_QUALITY
                ? first.measureWithQuality(0, 0, second, progress)
                : first.measure(0, 0, second, progress);
    }

    private static Dataset sample(Dataset real, RandomGenerator random) {
        int[] rows = random.ints(real.rows(), 0, real.rows()).toArray();
        Arrays.sort(rows);
        return real.select(rows);
    }

    /// Whether a generation has less of a quantity than any fresh sample.
    ///
    /// @param margin share of it that must be missing
    boolean lost(Quantity quantity, Generation generation, double margin) {
        Range range = ranges.get(quantity);
        double kept = generation.kept(quantity);
        return range != null && quantity.losable() && kept < range.least() && kept <= 1 - margin;
    }

    /// Whether a generation has more of a quantity than any fresh sample.
    ///
    /// @param margin share of it that must be there besides
    boolean grown(Quantity quantity, Generation generation, double margin) {
        Range range = ranges.get(quantity);
        double kept = generation.kept(quantity);
        return range != null && quantity.losable() && kept > range.greatest() && kept >= 1 + margin;
    }
}
