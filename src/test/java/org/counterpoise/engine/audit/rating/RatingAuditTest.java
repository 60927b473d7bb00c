package org.counterpoise.engine.audit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.PlantedMarks;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.settings.SettingsType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

class RatingAuditTest {
    private static final RatingAudit AUDIT = new RatingAudit();

    private static Assessment run(Dataset data, String... settings) {
        RatingSettings chosen = AUDIT.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            chosen = SettingsType.of(chosen).with(chosen, settings[i], settings[i + 1]);
        }
        return AUDIT.run(new AuditInput(data, Optional.empty()), chosen, 1, Progress.NONE);
    }

    private static Severity severity(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    /// Every item's answer by each system, scored by a human and by a machine that likes the last
    /// system too well.
    private static Dataset answers(
            int items, int systems, double favour, int seed, DoubleUnaryOperator scale) {
        RandomGenerator random = Streams.of(31, seed);
        List<String[]> rows = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            double quality = 0.5 * random.nextGaussian();
            for (int system = 0; system < systems; system++) {
                for (String source : List.of("human", "machine")) {
                    boolean liked = source.equals("machine") && system == systems - 1;
                    double score =
                            quality
                                    + 0.3 * system
                                    + 0.4 * random.nextGaussian()
                                    + (liked ? favour : 0);
                    rows.add(
                            new String[] {
                                "q" + item,
                                "s" + system,
                                source,
                                "r" + random.nextInt(4),
                                Double.toString(scale.applyAsDouble(score))
                            });
                }
            }
        }
        Dataset data =
                CsvTable.of(
                        "answers",
                        new String[] {"query", "system", "source", "person", "score"},
                        rows.toArray(String[][]::new));
        return CsvTable.roles(data, Role.MEASUREMENT, "score");
    }

    /// Its power is simulated at several sizes by `PlantedMarkSimulation`.
    @Test
    void aMachineThatFavoursOneGroupIsFound() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            found += PlantedMarks.RATING.found(500, 0.3, 50 + seed) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(18);
    }

    @Test
    void cleanScoresAreRarelyFlagged() {
        int flagged = 0;
        for (int seed = 0; seed < 60; seed++) {
            flagged += PlantedMarks.RATING.found(200, 0, 500 + seed) ? 1 : 0;
        }
        // Holm keeps the level of 5 %; 8 is three standard errors above.
        assertThat(flagged).isLessThanOrEqualTo(8);
    }

    @Test
    void aFavouredSystemIsToldWithItsSize() {
        Assessment assessment = run(answers(150, 4, 0.5, 1, v -> v));
        assertThat(severity(assessment, "favour/system")).isEqualTo(Severity.WARNING);
        assertThat(assessment.findings().getFirst().headline()).contains("system = s3");
        double difference =
                assessment.metrics().getOrDefault("rating/system/difference/machine/s3", 0.0);
        assertThat(difference).isCloseTo(0.5, within(0.15));
        assertThat(assessment.metrics().getOrDefault("rating/system/difference/machine/s0", 9.0))
                .isCloseTo(0, within(0.15));
        // Systems lie 0.3 apart, so that both put them in the order that they have.
        assertThat(assessment.metrics()).containsEntry("rating/system/tau/human,machine", 1.0);
        assertThat(assessment.metrics().getOrDefault("rating/system/item/sd", 0.0))
                .isCloseTo(0.5, within(0.1));
        assertThat(assessment.metrics().getOrDefault("rating/system/residual/sd", 0.0))
                .isCloseTo(0.4, within(0.05));
    }

    @Test
    void ratersAndSlopesMayVary() {
        Dataset data = answers(100, 3, 0, 2, v -> v);
        Assessment assessment = run(data, "rater", "person", "slopes", "true");
        assertThat(assessment.metrics())
                .containsKeys("rating/system/rater/sd", "rating/system/slope/sd");
        assertThat(severity(assessment, "favour/system")).isEqualTo(Severity.OK);
    }

    @Test
    void scoresOfTwoValuesAreModelledAsLogOdds() {
        Assessment assessment = run(answers(200, 3, 0.5, 3, v -> v > 0.6 ? 1 : 0));
        assertThat(assessment.metrics()).doesNotContainKey("rating/system/residual/sd");
        assertThat(severity(assessment, "favour/system")).isEqualTo(Severity.WARNING);
    }

    /// The machine calls all of one system good, so that log odds have no maximum.
    @Test
    void separatedScoresAreModelledAsNumbers() {
        Assessment assessment = run(answers(200, 3, 9, 3, v -> v > 0.6 ? 1 : 0));
        assertThat(assessment.metrics()).containsKey("rating/system/residual/sd");
        assertThat(severity(assessment, "favour/system")).isEqualTo(Severity.WARNING);
    }

    @Test
    void sourcesThatAgreeToTheLastDigitAreNotFlagged() {
        String[][] cells = new String[60][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String[] {i % 2 == 0 ? "F" : "M", "" + i % 7, "" + i % 7};
        }
        Dataset data = CsvTable.of("same", new String[] {"sex", "a", "b"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        data = CsvTable.roles(data, Role.MEASUREMENT, "a", "b");
        assertThat(run(data).severity()).isLessThan(Severity.WARNING);
    }

    @Test
    void oneColumnOfScoresNeedsASource() {
        Dataset data = CsvTable.of("one", new String[] {"x"}, new String[][] {{"1"}, {"2"}});
        Dataset marked = CsvTable.roles(data, Role.MEASUREMENT, "x");
        assertThat(AUDIT.applicability(new AuditInput(marked, Optional.empty())).ready()).isFalse();
        assertThatThrownBy(() -> run(marked))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("two sources");
    }
}
