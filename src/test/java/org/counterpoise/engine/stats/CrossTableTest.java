package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class CrossTableTest {

    /// Codes of a table given by its cells.
    private static int[][] codes(int[][] cells) {
        IntStream.Builder a = IntStream.builder();
        IntStream.Builder b = IntStream.builder();
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                for (int k = 0; k < cells[i][j]; k++) {
                    a.add(i);
                    b.add(j);
                }
            }
        }
        return new int[][] {a.build().toArray(), b.build().toArray()};
    }

    @Test
    void cramersVIsPhiOnATwoByTwoTable() {
        // φ = (ad − bc)/√(product of margins)
        int[][] columns = codes(new int[][] {{30, 10}, {20, 40}});
        assertThat(Association.cramersV(columns[0], columns[1]))
                .isCloseTo(1000 / Math.sqrt(40.0 * 60 * 50 * 50), within(1e-12));
    }

    @Test
    void levelsThatDoNotOccurDoNotCount() {
        int[] a = {0, 0, 5, 5};
        int[] b = {7, 7, 1, 1};
        assertThat(CrossTable.of(a, b, 10).cramersV()).isCloseTo(1, within(1e-12));
        assertThat(Association.cramersV(new int[] {-1, 0}, new int[] {0, -1})).isNaN();
        assertThat(Association.cramersV(new int[] {0, 0, 0}, new int[] {0, 1, 0})).isNaN();
    }

    @Test
    void manyLevelsAreCountedAsFew() {
        // Two columns that determine each other, once with close codes and once far apart.
        int[] few = IntStream.range(0, 3000).map(i -> i % 3).toArray();
        int[] many = IntStream.range(0, 3000).map(i -> i % 3 * 30_000).toArray();
        assertThat(CrossTable.of(few, few, 3).counts()).containsExactly(1000, 1000, 1000);
        assertThat(CrossTable.of(many, many, 60_001).counts()).containsExactly(1000, 1000, 1000);
        assertThat(CrossTable.of(many, many, 60_001).cramersV()).isCloseTo(1, within(1e-12));
    }

    @Test
    void totalVariationComparesSharesOfCells() {
        CrossTable p = CrossTable.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1}, 2);
        CrossTable q = CrossTable.of(new int[] {0, 1}, new int[] {0, 0}, 2);
        // p: ½ ½ on (0,0), (1,1); q: ½ ½ on (0,0), (1,0)
        assertThat(p.totalVariation(q)).isEqualTo(0.5);
        assertThat(p.totalVariation(p)).isZero();
        assertThat(p.totalVariation(CrossTable.of(new int[] {}, new int[] {}, 2))).isNaN();
    }

    @Test
    void mutualInformationOfSmallTables() {
        int[] a = {0, 0, 0, 0, 1, 1, 1, 1};
        int[] same = {1, 1, 1, 1, 0, 0, 0, 0};
        int[] halves = {0, 1, 0, 1, 0, 1, 0, 1};
        int[] mostly = {0, 0, 0, 1, 0, 1, 1, 1};
        assertThat(CrossTable.of(a, same, 2).mutualInformation())
                .isCloseTo(Math.log(2), within(1e-15));
        assertThat(CrossTable.of(a, halves, 2).mutualInformation()).isZero();
        // Σ p log(p / ¼): two cells of ⅜, two of ⅛.
        assertThat(CrossTable.of(a, mostly, 2).mutualInformation())
                .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-15));
        assertThat(CrossTable.of(new int[0], new int[0], 2).mutualInformation()).isNaN();
    }
}
