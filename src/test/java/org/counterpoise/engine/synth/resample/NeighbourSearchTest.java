package org.counterpoise.engine.synth.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class NeighbourSearchTest {
    private static final double ONE_MISSING = 0.8;

    /// Values on a coarse grid make many ties, a fine one none; missing values in a share of cells.
    @ParameterizedTest
    @CsvSource({"3, 0.0, 4", "3, 0.2, 4", "1000000, 0.0, 40", "1000000, 0.1, 2000", "1, 0.0, 1"})
    void findsWhatTryingEveryRowFinds(int grid, double missing, int levels) {
        int rows = 700;
        SplittableRandom random = new SplittableRandom(grid + levels);
        double[][] x = new double[3][rows];
        int[][] g = new int[2][rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : x) {
                column[i] =
                        random.nextDouble() < missing
                                ? Double.NaN
                                : (double) random.nextInt(grid) / grid;
            }
            g[0][i] = random.nextInt(levels);
            g[1][i] = (int) (levels * Math.pow(random.nextDouble(), 4));
        }
        List<String> names = IntStream.range(0, levels).mapToObj(i -> "l" + i).toList();
        var data =
                table(
                        real("a"), numbers(x[0]),
                        real("b"), numbers(x[1]),
                        real("c"), numbers(x[2]),
                        category("g"), codes(names, g[0]),
                        category("h"), codes(names, g[1]));
        List<Feature.Continuous> numeric =
                IntStream.range(0, 3)
                        .mapToObj(f -> (Feature.Continuous) Feature.of(data, f))
                        .toList();
        List<Feature.Categorical> categories =
                IntStream.range(3, 5)
                        .mapToObj(f -> (Feature.Categorical) Feature.of(data, f))
                        .toList();
        CategoryDistance distance =
                (feature, code, into) -> {
                    for (int other = 0; other < into.length; other++) {
                        into[other] = Math.min(1, Math.abs(code + 1 - other) * 0.3);
                    }
                };
        int[] candidates = IntStream.range(0, rows).filter(i -> i % 7 != 0).toArray();
        int[] queries = IntStream.range(0, rows).toArray();
        int[][] found =
                new NeighbourSearch(
                                numeric,
                                categories,
                                new double[] {1, 1, 1},
                                ONE_MISSING,
                                distance,
                                candidates)
                        .nearest(queries, 5, Progress.NONE);
        for (int query : queries) {
            double[] apart = new double[rows];
            for (int row : candidates) {
                for (double[] column : x) {
                    apart[row] += square(column[query], column[row]);
                }
                for (int[] column : g) {
                    apart[row] += Math.min(1, Math.abs(column[query] - column[row]) * 0.3);
                }
            }
            int[] expected =
                    Arrays.stream(candidates)
                            .filter(row -> row != query)
                            .boxed()
                            .sorted(Comparator.comparingDouble(row -> apart[row]))
                            .limit(5)
                            .mapToInt(row -> row)
                            .toArray();
            assertThat(found[query]).containsExactly(expected);
        }
    }

    private static double square(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && Double.isNaN(b) ? 0 : ONE_MISSING;
        }
        return (a - b) * (a - b);
    }
}
