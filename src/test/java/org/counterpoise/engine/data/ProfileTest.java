package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.data.Fixtures.codes;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Columns described by numbers that R gives for the same values.
class ProfileTest {

    private static ColumnProfile profile(double... values) {
        return Profile.of(Fixtures.numbers("x", values), Progress.NONE).column("x");
    }

    @Test
    void quartilesMomentsAndOutliersAreThoseOfR() {
        // R: x <- c(2, 4, 4, 4, 5, 5, 7, 9, 50); quantile(x); mean(x); sd(x);
        // mad(x) is 1.4826, so 9 lies 2.7 and 50 lies 30.4 of them from the median 5.
        ColumnProfile column = profile(9, 2, 4, Double.NaN, 4, 4, 5, 50, 5, 7);
        ColumnProfile.Summary summary = column.summary().orElseThrow();
        assertThat(summary.min()).isEqualTo(2);
        assertThat(summary.q1()).isEqualTo(4);
        assertThat(summary.median()).isEqualTo(5);
        assertThat(summary.q3()).isEqualTo(7);
        assertThat(summary.max()).isEqualTo(50);
        assertThat(summary.mean()).isEqualTo(10);
        // Σ(x − 10)² = 64 + 3·36 + 2·25 + 9 + 1 + 1600 = 1832; √(1832 / 8) = 15.132745…
        assertThat(summary.sd()).isCloseTo(Math.sqrt(229), within(1e-12));
        assertThat(summary.outliers()).isEqualTo(1);
        assertThat(summary.count()).isEqualTo(9);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.distinct()).isEqualTo(6);
        assertThat(column.top().getFirst()).isEqualTo(new ColumnProfile.LevelCount("4", 3));
    }

    @Test
    void quartilesInterpolateBetweenValues() {
        // R: quantile(1:4) is 1, 1.75, 2.5, 3.25, 4.
        ColumnProfile.Summary summary = profile(1, 2, 3, 4).summary().orElseThrow();
        assertThat(summary.q1()).isEqualTo(1.75);
        assertThat(summary.median()).isEqualTo(2.5);
        assertThat(summary.q3()).isEqualTo(3.25);
    }

    @Test
    void outliersAreFoundWhereTheMedianDeviationIsZero() {
        double[] values = new double[100];
        values[98] = 1;
        values[99] = 100;
        // Mean deviation 1.01, so the cut is 3.5 × 1.2533 × 1.01 = 4.43.
        assertThat(profile(values).summary().orElseThrow().outliers()).isEqualTo(1);
        assertThat(profile(0, 0, 0, 0, 1).summary().orElseThrow().outliers()).isZero();
    }

    @Test
    void degenerateColumnsAreDescribed() {
        assertThat(profile(Double.NaN, Double.NaN).summary()).isEmpty();
        assertThat(profile(Double.NaN).histogram()).isEmpty();
        ColumnProfile one = profile(7);
        assertThat(one.summary().orElseThrow().sd()).isNaN();
        assertThat(one.histogram().orElseThrow().counts()).containsExactly(1);
        assertThat(profile().summary()).isEmpty();
        ColumnProfile infinite = profile(1, Double.POSITIVE_INFINITY, 3);
        assertThat(infinite.summary().orElseThrow().max()).isEqualTo(3);
        assertThat(infinite.missing()).isZero();
    }

    @Test
    void theHistogramCountsEveryValueOnce() {
        double[] values = new double[1000];
        Arrays.setAll(values, i -> i * i);
        ColumnProfile.Histogram histogram = profile(values).histogram().orElseThrow();
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(1000);
        assertThat(histogram.edges()).hasSize(histogram.counts().length + 1).isSorted();
        assertThat(histogram.edges()[0]).isZero();
        assertThat(histogram.edges()[histogram.counts().length]).isEqualTo(999 * 999);
    }

    @Test
    void wholeNumbersGetABarEach() {
        Dataset data =
                Fixtures.table(
                        ColumnInfo.of("n", ColumnType.INTEGER),
                        new Column.Numbers(new double[] {1, 1, 3}));
        ColumnProfile.Histogram histogram =
                Profile.of(data, Progress.NONE).column("n").histogram().orElseThrow();
        assertThat(histogram.edges()).containsExactly(0.5, 1.5, 2.5, 3.5);
        assertThat(histogram.counts()).containsExactly(2, 0, 1);
    }

    @Test
    void levelsAreListedByFrequency() {
        Dataset data =
                Fixtures.table(
                        ColumnInfo.of("g", ColumnType.CATEGORY),
                        codes(List.of("a", "b", "unused", "c"), 0, 1, 1, -1, 3));
        ColumnProfile column = Profile.of(data, Progress.NONE).column("g");
        assertThat(column.distinct()).isEqualTo(3);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.top())
                .containsExactly(
                        new ColumnProfile.LevelCount("b", 2),
                        new ColumnProfile.LevelCount("a", 1),
                        new ColumnProfile.LevelCount("c", 1));
    }

    @Test
    void textsAreCounted() {
        Dataset data =
                Fixtures.table(
                        ColumnInfo.of("t", ColumnType.TEXT),
                        new Column.Texts(new String[] {"x", null, "y", "x"}));
        ColumnProfile column = Profile.of(data, Progress.NONE).column("t");
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.top().getFirst()).isEqualTo(new ColumnProfile.LevelCount("x", 2));
    }

    @Test
    void oneThreadAndTwoDescribeAlike() {
        Dataset data = Fixtures.sample("flchain.csv");
        int threads = Parallel.threads();
        try {
            Parallel.setThreads(1);
            String one =
                    Profile.of(data, Progress.NONE).columns().stream()
                            .map(c -> c.summary() + " " + c.top())
                            .toList()
                            .toString();
            Parallel.setThreads(2);
            String two =
                    Profile.of(data, Progress.NONE).columns().stream()
                            .map(c -> c.summary() + " " + c.top())
                            .toList()
                            .toString();
            assertThat(one).isEqualTo(two);
        } finally {
            Parallel.setThreads(threads);
        }
    }
}
