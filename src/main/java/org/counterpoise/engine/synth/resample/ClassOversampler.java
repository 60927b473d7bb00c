package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes new rows of one class between its rows.
///
/// - With numbers: SMOTE-NC, or SMOTE if there are no categories. A row and one of its `k` nearest
///   rows are drawn; numbers lie on the line between them at a uniform place, categories are the
///   most frequent among the `k` neighbours, ties at random.
/// - Without numbers: SMOTE-N. Every category is the most frequent among a row and its `k`
///   neighbours by the value difference metric.
///
/// The new row is missing where the row it starts from is; where only the neighbour is missing, the
/// starting row's number is kept.
final class ClassOversampler {
    private static final int CHUNK = 1024;

    private final List<Feature> features;
    private final List<Feature.Continuous> numbers;
    private final List<Feature.Categorical> categories;
    private final int[] rows;
    private final int neighbours;
    private final NeighbourSearch search;

    /// @param features all columns
    /// @param judged which of them count for distances: not those that define the class
    /// @param rows the class's training rows, ascending, at least 2
    /// @param candidates where neighbours are sought: `rows` or a part of them
    /// @param scales what the numbers of each feature are divided by
    /// @param valueDifference distance of categories where no number counts
    ClassOversampler(
            List<Feature> features,
            List<Feature> judged,
            int[] rows,
            int[] candidates,
            double[] scales,
            int neighbours,
            CategoryDistance valueDifference) {
        this.features = features;
        this.rows = rows;
        this.numbers = ofKind(judged, Feature.Continuous.class);
        this.categories = ofKind(judged, Feature.Categorical.class);
        this.neighbours = Math.min(neighbours, candidates.length - 1);
        double[] own =
                numbers.stream().mapToDouble(number -> scales[features.indexOf(number)]).toArray();
        double squared = Math.pow(medianDeviation(numbers, rows, own), 2);
        this.search =
                new NeighbourSearch(
                        numbers,
                        categories,
                        own,
                        squared,
                        numbers.isEmpty() ? valueDifference : CategoryDistance.mismatch(squared),
                        candidates);
    }

    private static <F extends Feature> List<F> ofKind(List<Feature> features, Class<F> kind) {
        return features.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The median over the numeric columns of their population standard deviation in the class: the
    /// distance of two different categories. If it is 0, categories do not count for distances.
    static double medianDeviation(List<Feature.Continuous> numbers, int[] rows, double[] scales) {
        double[] deviations =
                IntStream.range(0, scales.length)
                        .mapToDouble(f -> numbers.get(f).deviation(rows) / scales[f])
                        .sorted()
                        .toArray();
        int n = deviations.length;
        return n == 0 ? 0 : (deviations[(n - 1) / 2] + deviations[n / 2]) / 2;
    }

    /// Makes rows.
    ///
    /// @return one array per feature of the table: values or codes, NaN where missing
    double[][] make(int count, long seed, Progress progress) {
        RandomGenerator baseStream = Streams.of(Streams.derive(seed, "bases"), 0);
        int[] bases = new int[count];
        boolean[] drawn = new boolean[rows.length];
        for (int i = 0; i < count; i++) {
            bases[i] = baseStream.nextInt(rows.length);
            drawn[bases[i]] = true;
        }
        int[] queries = IntStream.range(0, rows.length).filter(i -> drawn[i]).toArray();
        int[][] found =
                search.nearest(
                        Arrays.stream(queries).map(i -> rows[i]).toArray(),
                        neighbours,
                        progress.part(0, 0.9));
        int[][] nearest = new int[rows.length][];
        for (int i = 0; i < queries.length; i++) {
            nearest[queries[i]] = numbers.isEmpty() ? with(rows[queries[i]], found[i]) : found[i];
        }
        long rowSeed = Streams.derive(seed, "rows");
        double[][] made = new double[features.size()][count];
        Parallel.map(
                (count + CHUNK - 1) / CHUNK,
                progress.part(0.9, 1),
                "Making rows",
                chunk -> {
                    RandomGenerator random = Streams.of(rowSeed, chunk);
                    int end = Math.min(count, (chunk + 1) * CHUNK);
                    for (int i = chunk * CHUNK; i < end; i++) {
                        fill(made, i, rows[bases[i]], nearest[bases[i]], random);
                    }
                    return end;
                });
        return made;
    }

    /// In SMOTE-N the row itself votes too.
    private static int[] with(int row, int[] others) {
        int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = row;
        return all;
    }

    private void fill(double[][] made, int i, int base, int[] near, RandomGenerator random) {
        int partner = near[random.nextInt(near.length)];
        double place = random.nextDouble();
        for (int f = 0; f < made.length; f++) {
            Feature feature = features.get(f);
            made[f][i] =
                    feature.missing(base)
                            ? Double.NaN
                            : switch (feature) {
                                case Feature.Continuous c -> between(c, base, partner, place);
                                case Feature.Categorical c -> vote(c.codes(), base, near, random);
                            };
        }
    }

    private static double between(Feature.Continuous feature, int base, int partner, double place) {
        double from = feature.values()[base];
        double to = feature.values()[partner];
        if (Double.isNaN(to)) {
            return from;
        }
        double value =
                Math.clamp(from + place * (to - from), Math.min(from, to), Math.max(from, to));
        return feature.whole() ? Math.rint(value) : value;
    }

    /// The most frequent code among the voters that have one, ties at random.
    private static int vote(int[] codes, int base, int[] voters, RandomGenerator random) {
        int[] votes = new int[voters.length];
        int cast = 0;
        for (int row : voters) {
            if (codes[row] >= 0) {
                votes[cast++] = codes[row];
            }
        }
        Arrays.sort(votes, 0, cast);
        int best = codes[base];
        int most = 0;
        int ties = 1;
        int start = 0;
        for (int i = 1; i <= cast; i++) {
            if (i == cast || votes[i] != votes[start]) {
                int count = i - start;
                ties = count > most ? 1 : count == most ? ties + 1 : ties;
                if (count > most || (count == most && random.nextInt(ties) == 0)) {
                    best = votes[start];
                }
                most = Math.max(most, count);
                start = i;
            }
        }
        return best;
    }
}
