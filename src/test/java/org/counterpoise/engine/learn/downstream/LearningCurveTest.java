package org.counterpoise.engine.learn.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

class LearningCurveTest {
    private static final Task.Headline REAL = new Task.Headline(0.99, 0.01);

    private static Dataset rows(int count) {
        return new Dataset(
                "synthetic",
                Part.SYNTHETIC,
                new Schema(List.of(ColumnInfo.of("x", ColumnType.REAL))),
                List.of(new Column.Numbers(IntStream.range(0, count).asDoubleStream().toArray())));
    }

    private static LearningCurve of(Function<Dataset, Task.Headline> worth, int rows) {
        return LearningCurve.of(worth, REAL, rows(rows), 10, 1, Progress.NONE);
    }

    @Test
    void sizesAreEvenlySpacedByTheirLogarithm() {
        LearningCurve curve = of(some -> new Task.Headline(1 - 1.0 / some.rows(), 0.02), 100_000);
        // 10 steps over three powers of 10: each a third of one.
        assertThat(curve.sizes())
                .containsExactly(100, 215, 464, 1000, 2154, 4642, 10_000, 21_544, 46_416, 100_000);
        for (int i = 0; i < 10; i++) {
            assertThat(curve.values()[i]).isCloseTo(1 - 1.0 / curve.sizes()[i], within(1e-12));
            assertThat(curve.errors()[i]).isCloseTo(0.02, within(1e-12));
        }
        assertThat(curve.reaches(0.999)).isEqualTo(1000);
        assertThat(curve.reaches(1)).isZero();
    }

    @Test
    void fewRowsAreCurvesToo() {
        for (int rows : new int[] {1, 2, 7, 100, 101}) {
            int[] sizes = of(some -> REAL, rows).sizes();
            assertThat(sizes).isSorted().endsWith(rows);
            assertThat(Arrays.stream(sizes).min().orElseThrow()).isPositive();
        }
    }

    /// The mean of m of N numbers 0 to N − 1 drawn without replacement has variance (1 − m/N)/m
    /// times theirs, N(N + 1)/12; of as many new ones it would be 1/m times.
    @Test
    void errorsHoldTheChanceInDrawingRows() {
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            LearningCurve curve =
                    LearningCurve.of(
                            some ->
                                    new Task.Headline(
                                            Arrays.stream(some.numbers("x"))
                                                    .average()
                                                    .orElseThrow(),
                                            0),
                            REAL,
                            rows(2000),
                            10,
                            seed,
                            Progress.NONE);
            sum += curve.errors()[0] * curve.errors()[0];
        }
        double variance = 2000.0 * 2001 / 12;
        assertThat(sum / 200).isCloseTo(variance / 100, within(0.15 * variance / 100));
    }

    @Test
    void sizesOfWhichNoModelCanBeTrainedAreUndefined() {
        LearningCurve curve =
                of(
                        some -> {
                            if (some.rows() < 500) {
                                throw new UserProblem("Too few.", "synthetic", "More.");
                            }
                            return REAL;
                        },
                        1000);
        assertThat(curve.values()[0]).isNaN();
        assertThat(curve.values()[9]).isEqualTo(0.99);
        assertThat(curve.reaches(0.9)).isGreaterThanOrEqualTo(500);
    }
}
