package org.counterpoise.engine.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class TsneMapTest {

    /// Two clusters of 40 rows, far apart in three columns.
    private static Dataset clusters(Part part, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        double[][] columns = new double[3][80];
        for (double[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                column[row] = (row < 40 ? 0 : 50) + random.nextGaussian();
            }
        }
        return Tables.of(part)
                .numbers("a", columns[0])
                .numbers("b", columns[1])
                .numbers("c", columns[2])
                .table();
    }

    private static Figure.Scatter map(long seed) {
        AlignedTables tables =
                AlignedTables.of(List.of(clusters(Part.TRAINING, 1), clusters(Part.SYNTHETIC, 2)));
        return (Figure.Scatter) TsneMap.of(tables, seed, Progress.NONE).orElseThrow();
    }

    /// The nearest of the other rows on the map is of the same cluster, for real and made rows.
    @Test
    void neighboursStayNeighbours() {
        List<Figure.Scatter.Series> series = map(7).series();
        for (int own = 0; own < 80; own++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int other = 0; other < 80; other++) {
                double distance =
                        Math.hypot(
                                series.get(0).x()[own] - series.get(1).x()[other],
                                series.get(0).y()[own] - series.get(1).y()[other]);
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
            assertThat(nearest < 40).isEqualTo(own < 40);
        }
    }

    @Test
    void theSameSeedGivesTheSameMapAndAnotherAnother() {
        int threads = Parallel.threads();
        double[] first = map(7).series().getFirst().x();
        try {
            Parallel.setThreads(threads + 1);
            assertThat(map(7).series().getFirst().x()).isEqualTo(first);
        } finally {
            Parallel.setThreads(threads);
        }
        assertThat(map(8).series().getFirst().x()).isNotEqualTo(first);
    }

    @Test
    void aHandfulOfRowsHasNoMap() {
        int[] few = {0, 1, 2, 3};
        AlignedTables tables =
                AlignedTables.of(
                        List.of(
                                clusters(Part.TRAINING, 1).select(few),
                                clusters(Part.SYNTHETIC, 2).select(few)));
        assertThat(TsneMap.of(tables, 1, Progress.NONE)).isEqualTo(Optional.empty());
    }
}
