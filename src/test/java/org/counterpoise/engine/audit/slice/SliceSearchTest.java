package org.counterpoise.engine.audit.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class SliceSearchTest {

    private static SliceScore score(double alpha, double[] errors, int support) {
        return new SliceScore(alpha, errors.length, Arrays.stream(errors).sum(), support);
    }

    private static SliceSearch search(
            LiteralTable table, double[] errors, double alpha, int support, int k, int most) {
        return SliceSearch.of(table, errors, score(alpha, errors, support), k, most, Progress.NONE);
    }

    /// The example of DataDome/sliceline, tests/conftest.py and tests/test_slicefinder.py.
    private static final List<int[]> EXAMPLE =
            List.of(
                    new int[] {1, 1, 1, 1, 1, 1, 2, 2},
                    new int[] {1, 1, 1, 1, 2, 2, 1, 1},
                    new int[] {1, 2, 3, 4, 5, 6, 7, 8},
                    new int[] {3, 3, 3, 1, 3, 1, 2, 1});

    private static final double[] EXAMPLE_ERRORS = {1, 1, 1, 1, 0, 0, 0, 0};

    private static List<List<Integer>> cells(LiteralTable table, Slice slice) {
        return Arrays.stream(slice.literals())
                .mapToObj(l -> List.of(table.featureOf(l) + 1, table.origins()[l]))
                .toList();
    }

    @Test
    void theFirstPublishedExampleIsFound() {
        LiteralTable table = LiteralTable.of(EXAMPLE, 1);
        List<Slice> best = search(table, EXAMPLE_ERRORS, 0.95, 1, 2, 2).best();
        assertThat(best).hasSize(2);
        assertThat(cells(table, best.getFirst())).containsExactly(List.of(1, 1), List.of(2, 1));
        assertThat(best.getFirst().score()).isCloseTo(0.9, within(1e-12));
        assertThat(best.getFirst().size()).isEqualTo(4);
        assertThat(cells(table, best.getLast())).containsExactly(List.of(2, 1), List.of(4, 3));
        assertThat(best.getLast().score()).isCloseTo(0.866667, within(5e-7));
        assertThat(best.getLast().size()).isEqualTo(3);
    }

    @Test
    void theSecondPublishedExampleIsFound() {
        // {c1 = 1, c4 = 3} scores 0.425 there; without column 2 it is the best pair.
        LiteralTable table = LiteralTable.of(List.of(EXAMPLE.get(0), EXAMPLE.get(3)), 1);
        Slice best = search(table, EXAMPLE_ERRORS, 0.95, 3, 1, 2).best().getFirst();
        assertThat(best.score()).isCloseTo(0.425, within(1e-12));
        assertThat(best.size()).isEqualTo(4);
    }

    /// Every conjunction of one to `most` literals, counted row by row.
    private static List<Slice> bruteForce(
            List<int[]> features, double[] errors, double alpha, int support, int k, int most) {
        LiteralTable table = LiteralTable.of(features, support);
        SliceScore score = score(alpha, errors, support);
        List<Slice> all = new ArrayList<>();
        extend(table, new int[0], errors, score, most, all);
        return all.stream().sorted(Slice.BEST_FIRST).limit(k).toList();
    }

    private static void extend(
            LiteralTable table,
            int[] literals,
            double[] errors,
            SliceScore score,
            int most,
            List<Slice> all) {
        int next = literals.length == 0 ? 0 : table.featureOf(literals[literals.length - 1]) + 1;
        for (int literal = table.first()[next]; literal < table.origins().length; literal++) {
            int[] longer = Arrays.copyOf(literals, literals.length + 1);
            longer[literals.length] = literal;
            int size = 0;
            double sum = 0;
            double max = 0;
            for (int row = 0; row < errors.length; row++) {
                int r = row;
                if (Arrays.stream(longer)
                        .allMatch(
                                l ->
                                        table.codes()[table.featureOf(l)][r]
                                                == l - table.first()[table.featureOf(l)])) {
                    size++;
                    sum += errors[row];
                    max = Math.max(max, errors[row]);
                }
            }
            if (size >= score.support() && score.of(size, sum) > 0) {
                all.add(new Slice(longer, size, sum, max, score.of(size, sum)));
            }
            if (longer.length < most && size > 0) {
                extend(table, longer, errors, score, most, all);
            }
        }
    }

    /// Slices of a random table, sometimes with a trouble spot, with many ties or real errors.
    @Test
    void theResultIsThatOfLookingAtEverySlice() {
        for (int trial = 0; trial < 150; trial++) {
            RandomGenerator random = Streams.of(11, trial);
            int columns = 1 + random.nextInt(trial % 10 == 0 ? 11 : 6);
            int rows = 20 + random.nextInt(150);
            List<int[]> features = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                int levels = 1 + random.nextInt(4);
                features.add(IntStream.range(0, rows).map(_ -> random.nextInt(levels)).toArray());
            }
            boolean real = random.nextBoolean();
            double[] errors = new double[rows];
            for (int row = 0; row < rows; row++) {
                boolean spot = features.getFirst()[row] == 0 && features.getLast()[row] == 0;
                boolean wrong = random.nextDouble() < (spot ? 0.7 : 0.2);
                errors[row] = real ? random.nextDouble() * (wrong ? 3 : 1) : wrong ? 1 : 0;
            }
            errors[0] = 1;
            double alpha = new double[] {0.5, 0.95, 0.99, 1}[random.nextInt(4)];
            int support = 1 + random.nextInt(12);
            int k = 1 + random.nextInt(12);
            int most = 1 + random.nextInt(3);
            List<Slice> found =
                    search(LiteralTable.of(features, support), errors, alpha, support, k, most)
                            .best();
            List<Slice> expected = bruteForce(features, errors, alpha, support, k, most);
            assertThat(found)
                    .as("trial " + trial)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyElementsOf(expected);
        }
    }

    /// The bound is an upper bound: no slice within a slice scores above it.
    @Test
    void noPartOfASliceScoresAboveItsBound() {
        RandomGenerator random = Streams.of(12, 0);
        SliceScore score = new SliceScore(0.9, 1000, 150, 10);
        for (int trial = 0; trial < 20_000; trial++) {
            double max = 0.2 + random.nextDouble();
            int size = 10 + random.nextInt(500);
            double sum = random.nextDouble() * Math.min(150, size * max);
            int inner = 10 + random.nextInt(size - 9);
            double innerSum = random.nextDouble() * Math.min(sum, inner * max);
            assertThat(score.of(inner, innerSum))
                    .isLessThanOrEqualTo(score.bound(size, sum, max) + 1e-9);
        }
    }

    /// 100,000 rows and 20 columns to three conditions, with a trouble spot of 0.8% of the rows.
    @Test
    void aSmallSpotInALargeTableIsFoundOnAnyNumberOfThreads() {
        int rows = 100_000;
        RandomGenerator random = Streams.of(13, 0);
        List<int[]> features = new ArrayList<>();
        for (int c = 0; c < 20; c++) {
            features.add(IntStream.range(0, rows).map(_ -> random.nextInt(5)).toArray());
        }
        double[] errors = new double[rows];
        for (int row = 0; row < rows; row++) {
            boolean spot =
                    features.get(2)[row] == 1
                            && features.get(7)[row] == 3
                            && features.get(15)[row] == 0;
            errors[row] = random.nextDouble() < (spot ? 0.8 : 0.15) ? 1 : 0;
        }
        LiteralTable table = LiteralTable.of(features, 500);
        int threads = Parallel.threads();
        List<SliceSearch> results = new ArrayList<>();
        try {
            for (int count = 1; count <= 2; count++) {
                Parallel.setThreads(count);
                results.add(search(table, errors, 0.99, 500, 10, 3));
            }
        } finally {
            Parallel.setThreads(threads);
        }
        Slice best = results.getFirst().best().getFirst();
        assertThat(cells(table, best))
                .containsExactly(List.of(3, 1), List.of(8, 3), List.of(16, 0));
        assertThat(results.getLast()).usingRecursiveComparison().isEqualTo(results.getFirst());
        assertThat(table.conjunctions(3)).isEqualTo(20 * 5 + 190 * 25 + 1140 * 125.0);
    }
}
