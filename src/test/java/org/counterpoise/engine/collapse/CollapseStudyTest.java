package org.counterpoise.engine.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.collapse.CollapseSettings.Mode;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.synth.Synthesizer;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class CollapseStudyTest {

    /// 300 people; 40 sites, most of them with few people; one in twenty of a small group.
    private static Dataset people(long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        int[] site = new int[300];
        int[] group = new int[300];
        double[] age = new double[300];
        for (int i = 0; i < 300; i++) {
            site[i] = random.nextDouble() < 0.6 ? 0 : 1 + random.nextInt(39);
            group[i] = random.nextDouble() < 0.05 ? 1 : 0;
            age[i] = random.nextGaussian();
        }
        return new Dataset(
                "people",
                Part.TRAINING,
                new Schema(
                        List.of(
                                ColumnInfo.of("site", ColumnType.CATEGORY),
                                ColumnInfo.of("group", ColumnType.CATEGORY)
                                        .withRole(Role.PROTECTED),
                                ColumnInfo.of("age", ColumnType.REAL))),
                List.of(
                        new Column.Codes(
                                site, IntStream.range(0, 40).mapToObj(i -> "s" + i).toList()),
                        new Column.Codes(group, List.of("many", "few")),
                        new Column.Numbers(age)));
    }

    private static Assessment study(String method, int generations, Mode mode, int pairs) {
        return study(
                Catalogue.find(Synthesizer.class, method),
                new CollapseSettings(generations, mode, 0, 5_000, 0.05, pairs),
                Progress.NONE);
    }

    private static Assessment study(
            Synthesizer<?> method, CollapseSettings how, Progress progress) {
        return captured(method, how, progress);
    }

    private static <S extends Record> Assessment captured(
            Synthesizer<S> method, CollapseSettings how, Progress progress) {
        return CollapseStudy.INSTANCE.run(method, people(1), method.defaults(), how, 3, progress);
    }

    private static double metric(Assessment assessment, String name) {
        Double value = assessment.metrics().get("collapse/" + name);
        return value == null ? Double.NaN : value;
    }

    @Test
    void theRealRowsKeepEverything() {
        Assessment found = study("independent", 1, Mode.REPLACE, 19);
        for (Quantity quantity : Quantity.values()) {
            assertThat(metric(found, quantity.key() + "/0")).isCloseTo(1, within(1e-12));
        }
    }

    /// Drawing n rows from shares and taking their shares again is Wright–Fisher drift: a level
    /// once lost never comes back.
    @Test
    void rareLevelsDriftAwayAndNeverComeBackWithoutRealRows() {
        Assessment alone = study("independent", 8, Mode.REPLACE, 19);
        for (int i = 1; i <= 8; i++) {
            assertThat(metric(alone, "rare-levels/" + i))
                    .isLessThanOrEqualTo(metric(alone, "rare-levels/" + (i - 1)));
        }
        Assessment kept = study("independent", 8, Mode.ACCUMULATE, 19);
        assertThat(metric(kept, "rare-levels/8")).isGreaterThan(metric(alone, "rare-levels/8"));
    }

    @Test
    void aLossIsNamedWithItsNumbersAndShown() {
        Assessment found = study("independent", 12, Mode.REPLACE, 99);
        Finding loss = found.findings().getFirst();
        assertThat(loss.id()).isEqualTo("loss");
        assertThat(loss.severity()).isEqualTo(Severity.WARNING);
        assertThat(loss.headline()).startsWith("After 12 generations").contains("rare levels");
        assertThat(loss.evidence().rows()).hasSize(12 + 1 + 2);
        assertThat(loss.figures()).hasSize(2);
        assertThat(metric(found, "lost")).isPositive();
    }

    /// A bootstrap of rows keeps 1 − 1/e of the different rows the first time.
    @Test
    void drawingRowsAgainLosesDifferentRows() {
        Dataset real = people(1);
        RandomGenerator random = Streams.of(5, 0);
        Dataset drawn = real.select(random.ints(300, 0, 300).toArray());
        Generation kept = new Baseline(real).measure(1, 300, drawn, Progress.NONE);
        assertThat(kept.kept(Quantity.DISTINCT_ROWS)).isCloseTo(1 - Math.exp(-1), within(0.06));
    }

    /// Each quantity of a fresh sample is below all of 99 pairs with probability 1/100, so one of
    /// seven is with at most 7 %; of 20 tables, 6 or more have a probability under 1 %.
    @Test
    void anotherSampleOfTheSamePeopleLosesNothing() {
        int warned = 0;
        for (int table = 0; table < 20; table++) {
            Dataset real = people(100 + table);
            Generation fresh =
                    new Baseline(real).measure(1, 300, people(1_000 + table), Progress.NONE);
            FreshSamples chance = FreshSamples.of(real, 99, table, Progress.NONE);
            boolean lost = false;
            for (Quantity quantity : Quantity.values()) {
                lost |= chance.lost(quantity, fresh, 0.05);
            }
            warned += lost ? 1 : 0;
        }
        assertThat(warned).isLessThan(6);
    }

    @Test
    void theSameSeedGivesTheSameOnAnyNumberOfThreads() {
        int threads = Parallel.threads();
        try {
            Parallel.setThreads(1);
            Assessment one = study("gaussian-copula", 2, Mode.ACCUMULATE, 19);
            Parallel.setThreads(4);
            Assessment four = study("gaussian-copula", 2, Mode.ACCUMULATE, 19);
            assertThat(four.metrics()).isEqualTo(one.metrics());
            assertThat(four.findings().getFirst().evidence())
                    .isEqualTo(one.findings().getFirst().evidence());
        } finally {
            Parallel.setThreads(threads);
        }
    }

    @Test
    void itCanBeStopped() {
        Progress stopped =
                new Progress() {
                    @Override
                    public void report(double fraction, String phrase) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(
                        () ->
                                study(
                                        Catalogue.find(Synthesizer.class, "independent"),
                                        CollapseSettings.DEFAULTS,
                                        stopped))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aHoldoutAndAHandfulOfRowsAreRefused() {
        Dataset few = people(1).select(IntStream.range(0, 19).toArray());
        assertThatThrownBy(() -> run(few))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("too few rows");
        assertThatThrownBy(() -> run(people(1).withPart(Part.HOLDOUT)))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("holdout");
    }

    private static Assessment run(Dataset data) {
        return CollapseStudy.INSTANCE.run(
                new GaussianFit(),
                data,
                new GaussianFit.None(),
                CollapseSettings.DEFAULTS,
                1,
                Progress.NONE);
    }
}
