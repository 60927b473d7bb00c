package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class GenerationsTest {

    /// 300 people; 40 sites, most of them with few people.
    private static Dataset people() {
        RandomGenerator random = Streams.of(1, 0);
        int[] site = new int[300];
        double[] age = new double[300];
        for (int i = 0; i < 300; i++) {
            site[i] = random.nextDouble() < 0.6 ? 0 : 1 + random.nextInt(39);
            age[i] = random.nextGaussian();
        }
        return new Dataset(
                "people",
                Part.TRAINING,
                new Schema(
                        List.of(
                                ColumnInfo.of("site", ColumnType.CATEGORY),
                                ColumnInfo.of("age", ColumnType.REAL))),
                List.of(
                        new Column.Codes(
                                site, IntStream.range(0, 40).mapToObj(i -> "s" + i).toList()),
                        new Column.Numbers(age)));
    }

    private static <S extends Record> Generations run(Synthesizer<S> method, double realShare) {
        return Generations.run(method, people(), method.defaults(), 8, realShare, 3, Progress.NONE);
    }

    private static Generations run(double realShare) {
        Synthesizer<?> method = Catalogue.find(Synthesizer.class, "independent");
        return run(method, realShare);
    }

    @Test
    void theRealRowsKeepEverything() {
        Generations.Generation first = run(0).generations().getFirst();
        assertThat(first.number()).isZero();
        assertThat(first.tails()).isCloseTo(1, within(1e-12));
        assertThat(first.spread()).isCloseTo(1, within(1e-12));
        assertThat(first.rareLevels()).isCloseTo(1, within(1e-12));
        assertThat(first.diversity()).isCloseTo(1, within(1e-12));
    }

    /// Drawing n rows from shares and taking their shares again is Wright–Fisher drift: a level
    /// once lost never comes back, and expected diversity falls by 1/n each time.
    @Test
    void rareLevelsDriftAwayAndNeverComeBackWithoutRealRows() {
        List<Generations.Generation> alone = run(0).generations();
        for (int i = 1; i < alone.size(); i++) {
            assertThat(alone.get(i).rareLevels())
                    .isLessThanOrEqualTo(alone.get(i - 1).rareLevels());
        }
        assertThat(alone.getLast().rareLevels()).isLessThan(0.85);
        assertThat(run(0.5).generations().getLast().rareLevels())
                .isGreaterThan(alone.getLast().rareLevels());
    }

    @Test
    void aWarningIsGivenOnlyWhereNoRealRowIsAmongThem() {
        Dataset real = people();
        Dataset made = OriginColumn.mark(real, true).withPart(Part.SYNTHETIC);
        assertThat(CollapseGuard.warnings(real)).isEmpty();
        assertThat(CollapseGuard.warnings(made))
                .singleElement()
                .asString()
                .contains("generation 1", "no real row");
        assertThat(CollapseGuard.warnings(OriginColumn.combine(real, real)))
                .singleElement()
                .asString()
                .contains("300 of 600");
    }

    @Test
    void theGenerationTravelsWithTheRows() {
        Dataset second = OriginColumn.mark(people(), 2);
        assertThat(OriginColumn.generation(second)).isEqualTo(2);
        assertThat(OriginColumn.syntheticRows(second)).hasSize(300);
        Dataset more = OriginColumn.combine(second, people());
        assertThat(OriginColumn.generation(more)).isEqualTo(3);
        assertThat(OriginColumn.realRows(more)).isEmpty();
    }
}
