package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// One class to be filled up, and the rows it is to be told from.
///
/// @param features all columns
/// @param fixed which of them define the class: alike in all its rows, and no part of a distance
/// @param bounded which of them must stay in the range they have in the class
/// @param rows the class's training rows, ascending, at least 2
/// @param sought where neighbours within the class are looked for: `rows` or a part of them
/// @param rest the training rows of other classes, ascending; may be empty
/// @param scales what the numbers of each feature are divided by
/// @param valueDifference distance of categories where no number counts
/// @param remark takes what there is to say about how rows were made
record ClassRows(
        List<Feature> features,
        boolean[] fixed,
        boolean[] bounded,
        int[] rows,
        int[] sought,
        int[] rest,
        double[] scales,
        CategoryDistance valueDifference,
        Consumer<String> remark) {

    /// Rows drawn with equal chance among some.
    static int[] drawn(int[] among, int count, long seed) {
        RandomGenerator random = Streams.of(Streams.derive(seed, "bases"), 0);
        return IntStream.range(0, count).map(i -> among[random.nextInt(among.length)]).toArray();
    }

    private <F extends Feature> List<F> judged(Class<F> kind) {
        return IntStream.range(0, features.size())
                .filter(f -> !fixed[f])
                .mapToObj(features::get)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// Whether any number counts for distances; without, the rule is SMOTE-N's.
    boolean numeric() {
        return !judged(Feature.Continuous.class).isEmpty();
    }

    /// All training rows of this and the other classes, ascending.
    int[] everyone() {
        int[] all = Arrays.copyOf(rows, rows.length + rest.length);
        System.arraycopy(rest, 0, all, rows.length, rest.length);
        Arrays.sort(all);
        return all;
    }

    /// The `k` nearest candidates of each query, as training rows.
    int[][] nearest(int[] queries, int[] candidates, int k, Progress progress) {
        return search(candidates).nearest(queries, Math.min(k, candidates.length - 1), progress);
    }

    /// Whether a row is of this class.
    boolean holds(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    /// Distances within and between the classes; without numbers two categories that differ are one
    /// apart.
    Metric metric() {
        List<Feature.Continuous> numbers = judged(Feature.Continuous.class);
        double[] own = own(numbers);
        double penalty = numbers.isEmpty() ? 1 : Math.pow(medianDeviation(numbers, rows, own), 2);
        return new Metric(numbers, judged(Feature.Categorical.class), own, penalty);
    }

    private double[] own(List<Feature.Continuous> numbers) {
        return numbers.stream().mapToDouble(number -> scales[features.indexOf(number)]).toArray();
    }

    private NeighbourSearch search(int[] candidates) {
        List<Feature.Continuous> numbers = judged(Feature.Continuous.class);
        double[] own = own(numbers);
        double squared = Math.pow(medianDeviation(numbers, rows, own), 2);
        return new NeighbourSearch(
                numbers,
                judged(Feature.Categorical.class),
                own,
                squared,
                numbers.isEmpty() ? valueDifference : CategoryDistance.mismatch(squared),
                candidates);
    }

    /// How many of the `k` nearest rows of any class are of another class.
    ///
    /// @param queries rows of this class
    int[] others(int[] queries, int k, Progress progress) {
        boolean[] other = new boolean[IntStream.of(everyone()).max().orElse(0) + 1];
        for (int row : rest) {
            other[row] = true;
        }
        return Arrays.stream(nearest(queries, everyone(), k, progress))
                .mapToInt(near -> (int) Arrays.stream(near).filter(row -> other[row]).count())
                .toArray();
    }

    /// A draft that joins rows with their nearest in the class.
    Draft join(int[] bases, int neighbours, Draft.Place place, Progress progress) {
        return joinWithin(sought, bases, neighbours, place, progress);
    }

    /// A draft that joins rows with their nearest among some rows of the class.
    Draft joinWithin(
            int[] among, int[] bases, int neighbours, Draft.Place place, Progress progress) {
        int[] queries = Arrays.stream(bases).distinct().sorted().toArray();
        int[][] found = nearest(queries, among, neighbours, progress);
        int[][] partners = new int[bases.length][];
        int[][] voters = new int[bases.length][];
        for (int q = 0; q < queries.length; q++) {
            found[q] = numeric() ? found[q] : with(queries[q], found[q]);
        }
        for (int i = 0; i < bases.length; i++) {
            partners[i] = found[Arrays.binarySearch(queries, bases[i])];
            voters[i] = partners[i];
        }
        return new Draft(bases, partners, voters, place);
    }

    /// In SMOTE-N the row itself votes too.
    private static int[] with(int row, int[] others) {
        int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = row;
        return all;
    }

    /// The least and the largest number a feature may get: of the class where the feature is
    /// banded and bounds it, else of all classes.
    double[][] ranges() {
        double[][] ranges = new double[features.size()][];
        int[] all = everyone();
        for (int f = 0; f < ranges.length; f++) {
            ranges[f] =
                    features.get(f) instanceof Feature.Continuous number
                            ? range(number.values(), bounded[f] ? rows : all)
                            : new double[0];
        }
        return ranges;
    }

    private static double[] range(double[] values, int[] rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            if (!Double.isNaN(values[row])) {
                low = Math.min(low, values[row]);
                high = Math.max(high, values[row]);
            }
        }
        return new double[] {low, high};
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
}
