package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class NeighbourSearchTest {
    private static final double MISSING = 1e18;

    /// Numbers of a few or many values, categories two apart, some missing.
    private static Points points(int size, int dimensions, int levels, long seed) {
        RandomGenerator random = Streams.of(seed, size);
        double[] coordinates = new double[size * dimensions];
        for (int i = 0; i < coordinates.length; i++) {
            double number = levels == 0 ? random.nextDouble() : random.nextInt(levels) / 4.0;
            coordinates[i] =
                    random.nextInt(20) == 0
                            ? MISSING
                            : i % dimensions % 2 == 0 ? number : 2 * random.nextInt(3);
        }
        return new Points(size, dimensions, coordinates);
    }

    private static double distance(Points a, int i, Points b, int j) {
        double sum = 0;
        for (int d = 0; d < a.dimensions(); d++) {
            double x = a.coordinates()[i * a.dimensions() + d];
            double y = b.coordinates()[j * b.dimensions() + d];
            sum += Math.min(Math.abs(x - y), 1);
        }
        return sum / a.dimensions();
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0", "2, 1, 0", "700, 6, 0", "700, 6, 3", "700, 2, 2", "900, 1, 5"})
    void itFindsWhatTryingEveryPointFinds(int size, int dimensions, int levels) {
        Points queries = points(200, dimensions, levels, 1);
        Points reference = points(size, dimensions, levels, 2);
        NeighbourSearch search = new NeighbourSearch(reference, Progress.NONE);
        NeighbourSearch.Nearest nearest = search.nearest();
        for (int q = 0; q < queries.size(); q++) {
            int query = q;
            double[] all = new double[size];
            Arrays.setAll(all, i -> distance(queries, query, reference, i));
            double[] sorted = all.clone();
            Arrays.sort(sorted);
            nearest.seek(queries, q);
            assertThat(nearest.closest()).isEqualTo(sorted[0]);
            assertThat(nearest.second()).isEqualTo(size > 1 ? sorted[1] : Double.POSITIVE_INFINITY);
            double[] votes = new double[search.distinct()];
            nearest.vote(1, votes);
            double[] byPoint = new double[size];
            search.addVotes(votes, byPoint, 0);
            for (int i = 0; i < size; i++) {
                assertThat(byPoint[i]).isEqualTo(all[i] == sorted[0] ? 1 : 0);
            }
            assertThat(nearest.ties())
                    .isEqualTo((int) Arrays.stream(all).filter(v -> v == sorted[0]).count());
        }
    }

    @Test
    void withoutReferencePointsNothingIsClose() {
        NeighbourSearch.Nearest nearest =
                new NeighbourSearch(points(0, 3, 0, 1), Progress.NONE).nearest();
        nearest.seek(points(1, 3, 0, 2), 0);
        assertThat(nearest.closest()).isInfinite();
        assertThat(nearest.second()).isInfinite();
        assertThat(nearest.ties()).isZero();
    }

    @Test
    void everyQueryGivesOneVote() {
        Points first = points(300, 3, 2, 3);
        Points second = points(100, 3, 2, 4);
        Points queries = points(500, 3, 2, 5);
        ClosestRecords.Pair pair =
                ClosestRecords.Pair.of(queries, first, second, Progress.NONE, "");
        assertThat(pair.votes()).hasSize(400);
        assertThat(Arrays.stream(pair.votes()).sum()).isCloseTo(500, within(1e-9));
    }
}
