package org.counterpoise.workbench.audit.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.agreement.PairedRows;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Figure.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What is drawn, pointed at and picked, held against going through all pairs.
class PairCloudTest {
    private static final int N = 3_000;

    /// Normal pairs, or whole grades that tie; each second row of group b, each tenth of none.
    private static PairCloud cloud(boolean grades) {
        RandomGenerator random = Streams.of(5, 0);
        double[] means = new double[N];
        double[] differences = new double[N];
        int[] codes = new int[2 * N];
        int[] counts = new int[2];
        for (int i = 0; i < N; i++) {
            means[i] = grades ? random.nextInt(8) / 2.0 : random.nextGaussian(50, 10);
            differences[i] = grades ? random.nextInt(5) - 2 : random.nextGaussian();
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = row % 20 == 0 ? -1 : row / 2 % 2;
            if (codes[row] >= 0) {
                counts[codes[row]]++;
            }
        }
        Grouping grouping =
                new Grouping(
                        List.of("g"),
                        List.of(
                                new Grouping.Group(Map.of("g", "a"), counts[0]),
                                new Grouping.Group(Map.of("g", "b"), counts[1])),
                        codes);
        return PairCloud.of(
                new PairedRows(
                        "first − second",
                        "first",
                        "second",
                        "mean",
                        "difference",
                        false,
                        IntStream.range(0, N).map(i -> 2 * i).toArray(),
                        means,
                        differences,
                        List.of(new Agreement.Line("upper limit", 9, 0, 8, 11, false)),
                        List.of(grouping),
                        0),
                Progress.NONE);
    }

    private static final Window PART = new Window(44, 57, -0.8, 1.3);

    private static int[] inside(PairCloud cloud, Window window) {
        PairedRows rows = cloud.rows();
        return IntStream.range(0, N)
                .filter(i -> window.contains(rows.means()[i], rows.differences()[i]))
                .toArray();
    }

    @Test
    void pickedRowsAreThoseInsideTheRectangle() {
        PairCloud cloud = cloud(false);
        assertThat(cloud.rowsIn(PART, Jitter.NONE))
                .containsExactly(IntStream.of(inside(cloud, PART)).map(i -> 2 * i).toArray())
                .hasSizeGreaterThan(500);
        assertThat(cloud.rowsIn(cloud.whole(), Jitter.NONE)).hasSize(N);
        assertThat(cloud.rowsIn(new Window(500, 600, 0, 1), Jitter.NONE)).isEmpty();
    }

    @Test
    void thePairPointedAtIsTheNearest() {
        PairCloud cloud = cloud(false);
        RandomGenerator random = Streams.of(6, 0);
        for (int trial = 0; trial < 50; trial++) {
            double x = random.nextGaussian(50, 10);
            double y = random.nextGaussian();
            double[] distance =
                    IntStream.range(0, N)
                            .mapToDouble(
                                    i ->
                                            Math.hypot(
                                                    (cloud.rows().means()[i] - x) / 2,
                                                    (cloud.rows().differences()[i] - y) / 0.2))
                            .toArray();
            double least = Arrays.stream(distance).min().orElseThrow();
            int place = cloud.nearest(x, y, 2, 0.2, Jitter.NONE);
            if (least < 1) {
                assertThat(distance[cloud.grid().point(place)]).isEqualTo(least);
            } else {
                assertThat(place).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPairInViewIsDrawnAndCountedByGroup(boolean density) {
        PairCloud cloud = cloud(false);
        PairCloud.Colouring groups = cloud.colourings().getFirst();
        PairRaster raster = new PairRaster(301, 203);
        PairRaster.Seen seen =
                raster.draw(
                        cloud.grid(),
                        groups.codes(),
                        PART,
                        Jitter.NONE,
                        new PairRaster.Style(
                                density,
                                3,
                                2,
                                0.5,
                                PART.bottom(),
                                PART.height() / 10,
                                10,
                                0xFFFFFF,
                                0,
                                new int[] {0x0072B2, 0x009E73, 0x888888}));
        int[] inside = inside(cloud, PART);
        assertThat(seen.pairs()).isEqualTo(inside.length);
        for (int group = 0; group < 3; group++) {
            int code = group == 2 ? -1 : group;
            assertThat(IntStream.of(seen.histogram()[group]).sum())
                    .isEqualTo(
                            (int)
                                    IntStream.of(inside)
                                            .filter(
                                                    i ->
                                                            cloud.rows()
                                                                            .groupings()
                                                                            .getFirst()
                                                                            .codes()[2 * i]
                                                                    == code)
                                            .count());
        }
        for (int i : inside) {
            double mean = cloud.rows().means()[i];
            int x = (int) ((mean - PART.left()) / PART.width() * 301);
            int y = (int) ((PART.top() - cloud.rows().differences()[i]) / PART.height() * 203);
            assertThat(raster.pixels()[y * 301 + x] >>> 24).isGreaterThan(100);
        }
        int inked = (int) Arrays.stream(raster.pixels()).filter(pixel -> pixel != 0).count();
        assertThat(inked).isBetween(inside.length, 301 * 203 - 1_000);
    }

    @Test
    void tiedGradesAreSpreadByLessThanTheirStepAndContinuousValuesHardlyAtAll() {
        PairCloud grades = cloud(true);
        assertThat(grades.tied()).isTrue();
        assertThat(grades.jitter().across()).isCloseTo(0.15, within(1e-9));
        assertThat(grades.jitter().up()).isCloseTo(0.3, within(1e-9));
        double[] shown =
                IntStream.range(0, 1_000)
                        .mapToDouble(point -> grades.jitter().y(1, point))
                        .toArray();
        assertThat(Arrays.stream(shown)).allMatch(y -> y >= 0.7 && y <= 1.3);
        assertThat(Arrays.stream(shown).distinct().count()).isGreaterThan(900);
        assertThat(Arrays.stream(shown).average().orElseThrow()).isCloseTo(1, within(0.03));
        PairCloud numbers = cloud(false);
        assertThat(numbers.tied()).isFalse();
        assertThat(numbers.jitter().up()).isLessThan(1e-3);
        // Picking goes by what is seen.
        assertThat(grades.rowsIn(new Window(-1, 9, 0.65, 1.35), grades.jitter()))
                .isEqualTo(grades.rowsIn(new Window(-1, 9, 0.9, 1.1), Jitter.NONE));
    }

    @Test
    void theWholeHoldsLinesAndIntervalsAndZoomingNeverLeavesIt() {
        PairCloud cloud = cloud(false);
        Window whole = cloud.whole();
        assertThat(whole.top()).isGreaterThan(11);
        Window closer = whole.zoomed(0.25, 50, 1, whole);
        assertThat((50 - closer.left()) / closer.width())
                .isCloseTo((50 - whole.left()) / whole.width(), within(1e-12));
        assertThat(closer.width()).isCloseTo(whole.width() / 4, within(1e-9));
        assertThat(closer.zoomed(100, 0, 0, whole)).isEqualTo(whole);
    }

    @Test
    void exportedRectanglesHoldEveryPairInView() {
        PairsModel model = new PairsModel(cloud(false));
        model.density().set(true);
        model.window().set(PART);
        Agreement figure = new PairsFigure(model).figure();
        Agreement.Crowd crowd = figure.crowd().orElseThrow();
        assertThat(IntStream.of(crowd.counts()).sum())
                .isEqualTo(inside(model.cloud(), PART).length);
        assertThat(crowd.names()).containsExactly("a", "b", "not known");
        model.density().set(false);
        assertThat(new PairsFigure(model).figure().x()).hasSize(inside(model.cloud(), PART).length);
    }

    @Test
    void valuesPointedAtAreThoseOfTheRow() {
        PairsModel model = new PairsModel(cloud(true));
        int point = 7;
        double mean = model.shown().x(model.cloud().rows().means()[point], point);
        double difference = model.shown().y(model.cloud().rows().differences()[point], point);
        assertThat(model.near(mean, difference, 1e-6, 1e-6).orElseThrow().words())
                .startsWith("Row 15 · g b · first ");
    }
}
