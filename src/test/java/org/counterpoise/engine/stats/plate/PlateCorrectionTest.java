package org.counterpoise.engine.stats.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// What must hold for any plate, whatever a reference says.
class PlateCorrectionTest {
    private static final int ROWS = 8;
    private static final int COLUMNS = 12;

    private static Wells clean(long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        double[] values = new double[ROWS * COLUMNS];
        Arrays.setAll(values, well -> 100 + 10 * random.nextGaussian());
        return Wells.of(ROWS, COLUMNS, values);
    }

    private static Wells withColumn(Wells wells, int column, double added) {
        double[] values = wells.values().clone();
        for (int row = 0; row < ROWS; row++) {
            values[row * COLUMNS + column] += added;
        }
        return wells.with(values);
    }

    private static List<PlateLook> looks(int plates) {
        List<Wells> wells = new ArrayList<>();
        for (int i = 0; i < plates; i++) {
            wells.add(withColumn(clean(i), 11, 40));
        }
        return PlateLook.all(wells, 0.01, ModelTest.SPREAD, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void aPlateWithoutFlaggedLinesStaysAsItIs(Pmp pmp) {
        Wells wells = clean(3);
        BiasedLines none = BiasedLines.find(wells, 1e-9);
        assertThat(none.any()).isFalse();
        assertThat(pmp.correct(wells, none)).isEqualTo(wells.values());
    }

    @Test
    void additiveCorrectionForgetsAConstantAddedToAFlaggedColumn() {
        Wells a = withColumn(clean(4), 11, 50);
        Wells b = withColumn(a, 11, 300);
        BiasedLines lines = BiasedLines.find(a, 0.01);
        assertThat(lines.columns()[11]).isTrue();
        double[] first = Pmp.ADDITIVE_SEQUENCE.correct(a, lines);
        double[] second = Pmp.ADDITIVE_SEQUENCE.correct(b, lines);
        for (int well = 0; well < first.length; well++) {
            assertThat(second[well]).isEqualTo(first[well], within(1e-4));
        }
    }

    @Test
    void multiplicativeCorrectionScalesWithThePlate() {
        Wells a = withColumn(clean(5), 11, 60);
        Wells b = a.with(Arrays.stream(a.values()).map(x -> 7.5 * x).toArray());
        double[] first = Pmp.MULTIPLICATIVE_SEQUENCE.correct(a, BiasedLines.find(a, 0.01));
        double[] second = Pmp.MULTIPLICATIVE_SEQUENCE.correct(b, BiasedLines.find(b, 0.01));
        for (int well = 0; well < first.length; well++) {
            assertThat(second[well]).isEqualTo(7.5 * first[well], within(1e-3));
        }
    }

    @Test
    void aColumnOfControlsIsLeftOutAndLeftAlone() {
        Wells biased = withColumn(clean(6), 11, 500);
        boolean[] control = new boolean[biased.size()];
        for (int row = 0; row < ROWS; row++) {
            control[row * COLUMNS + 11] = true;
        }
        Wells wells = new Wells(ROWS, COLUMNS, biased.values(), control);
        BiasedLines lines = BiasedLines.find(wells, 0.01);
        assertThat(lines.columns()[11]).isFalse();
        assertThat(lines.columnP()[11]).isNaN();
        assertThat(Pmp.ADDITIVE_SEQUENCE.correct(wells, lines)[11]).isEqualTo(biased.values()[11]);
    }

    @ParameterizedTest
    @EnumSource
    void missingWellsStayMissingAndSpoilNothing(PlateMethod method) {
        List<Wells> plates = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] values = withColumn(clean(i), 0, 60).values().clone();
            values[0] = Double.NaN;
            values[40] = Double.NaN;
            plates.add(Wells.of(ROWS, COLUMNS, values));
        }
        List<double[]> corrected =
                method.correct(
                        PlateLook.all(plates, 0.01, ModelTest.SPREAD, Progress.NONE),
                        0.3,
                        Progress.NONE);
        for (double[] plate : corrected) {
            for (int well = 0; well < plate.length; well++) {
                assertThat(Double.isFinite(plate[well])).isEqualTo(well != 0 && well != 40);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyAndConstantPlatesAreHandled(PlateMethod method) {
        double[] empty = new double[ROWS * COLUMNS];
        Arrays.fill(empty, Double.NaN);
        List<Wells> plates =
                List.of(
                        Wells.of(ROWS, COLUMNS, empty),
                        Wells.of(ROWS, COLUMNS, new double[ROWS * COLUMNS]));
        List<double[]> corrected =
                method.correct(
                        PlateLook.all(plates, 0.01, ModelTest.SPREAD, Progress.NONE),
                        0.3,
                        Progress.NONE);
        assertThat(corrected.get(0)).containsOnly(Double.NaN);
        assertThat(corrected.get(1)).containsOnly(0.0);
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatter(PlateMethod method) {
        int threads = Parallel.threads();
        Parallel.setThreads(1);
        List<double[]> one = method.correct(looks(20), 0.3, Progress.NONE);
        Parallel.setThreads(2);
        List<double[]> two = method.correct(looks(20), 0.3, Progress.NONE);
        Parallel.setThreads(threads);
        for (int plate = 0; plate < 20; plate++) {
            assertThat(two.get(plate)).isEqualTo(one.get(plate));
        }
    }

    @Test
    void aPlaneIsTakenOutByTheLoessSurface() {
        double[] values = new double[ROWS * COLUMNS];
        for (int well = 0; well < values.length; well++) {
            int row = well / COLUMNS;
            int column = well % COLUMNS;
            values[well] = 50 + 3.0 * row - 2.0 * column;
        }
        double[] left = Scores.loess(Wells.of(ROWS, COLUMNS, values), 0.3);
        for (double value : left) {
            assertThat(value).isEqualTo(left[0], within(1e-8));
        }
    }

    @Test
    void qualityOfControlsByHand() {
        // means 10 and 2, deviations 1 and 2
        AssayQuality quality = AssayQuality.of(new double[] {9, 10, 11}, new double[] {0, 2, 4});
        assertThat(quality.zPrime()).isEqualTo(1 - 9.0 / 8, within(1e-12));
        assertThat(quality.ssmd()).isEqualTo(8 / Math.sqrt(5), within(1e-12));
        assertThat(quality.signalWindow()).isEqualTo((8 - 9) / 1.0, within(1e-12));
        assertThat(quality.robustZPrime()).isEqualTo(1 - 3 * 1.4826 * 3 / 8, within(1e-12));
        assertThat(AssayQuality.of(new double[] {1}, new double[] {1, 2}).zPrime()).isNaN();
    }

    @Test
    void theRulesOfTheVerdict() {
        double[] additiveRejected = {0.001, 0.4, 0.001, 0.001, 0.001, 0.5};
        assertThat(ModelChoice.decide(additiveRejected, 0, 0.05))
                .matches(choice -> choice.model() == ModelChoice.Model.MULTIPLICATIVE)
                .matches(choice -> choice.confidence() == 2)
                .matches(choice -> choice.correction() == Pmp.MULTIPLICATIVE_MEAN);
        double[] noneRejected = {0.9, 0.4, 0.4, 0.9, 0.9, 0.4};
        assertThat(ModelChoice.decide(noneRejected, 0, 0.05))
                .matches(choice -> choice.model() == ModelChoice.Model.ADDITIVE)
                .matches(choice -> choice.confidence() == 6);
        double[] some = {0.9, 0.4, 0.01, 0.01, 0.9, 0.4};
        assertThat(ModelChoice.decide(some, 0, 0.05).model())
                .isEqualTo(ModelChoice.Model.UNDECIDED);
    }
}
