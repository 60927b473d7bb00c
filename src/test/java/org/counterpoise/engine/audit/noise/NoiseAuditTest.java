package org.counterpoise.engine.audit.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

class NoiseAuditTest {
    private static final NoiseAudit AUDIT = new NoiseAudit();

    /// Illness follows two measurements; women have half a standard deviation more of one. Women's
    /// labels are flipped with the chance `flipped`.
    private static Dataset table(int n, int seed, double flipped, Set<Integer> flips) {
        RandomGenerator random = Streams.of(61, seed);
        String[][] cells = new String[n][];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            double a = random.nextGaussian() + (woman ? 0.5 : 0);
            double b = random.nextGaussian();
            boolean ill = random.nextDouble() < 1 / (1 + Math.exp(-4 * (a + b)));
            if (random.nextDouble() < flipped && woman) {
                flips.add(i);
                ill = !ill;
            }
            cells[i] =
                    new String[] {
                        woman ? "F" : "M",
                        Double.toString(a),
                        Double.toString(b),
                        ill ? "ill" : "well"
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "a", "b", "label"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        return CsvTable.roles(data, Role.OUTCOME, "label");
    }

    private static Assessment run(Dataset data) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()), AUDIT.defaults(), 1, Progress.NONE);
    }

    private static boolean warns(Assessment assessment) {
        return assessment.severity().compareTo(Severity.WARNING) >= 0;
    }

    private static double value(Assessment assessment, String name) {
        return assessment.metrics().getOrDefault(name, Double.NaN);
    }

    @Test
    void aTenthFlippedInOneGroupIsFoundInMostTables() {
        int found = 0;
        for (int seed = 0; seed < 10; seed++) {
            found += warns(run(table(1000, seed, 0.1, new HashSet<>()))) ? 1 : 0;
        }
        // 18 of 20 in a longer run; 8 more are suspect of 100 confident women, with an error of
        // 2.4.
        assertThat(found).isGreaterThanOrEqualTo(7);
    }

    @Test
    void honestLabelsAreRarelyFlagged() {
        int flagged = 0;
        for (int seed = 0; seed < 40; seed++) {
            flagged += warns(run(table(400, 100 + seed, 0, new HashSet<>()))) ? 1 : 0;
        }
        // The level of 5 % gives 2 of 40; 3 standard errors more are 6.1.
        assertThat(flagged).isLessThanOrEqualTo(6);
    }

    @Test
    void mostRowsToReviewWereFlipped() {
        Set<Integer> flips = new HashSet<>();
        Assessment assessment = run(table(4000, 7, 0.1, flips));
        Finding group = finding(assessment, "noise/sex");
        assertThat(group.headline()).startsWith("Where sex is F");
        // A flip shows unless the label was off before: .1 × (1 − 2 × .05); its error is .014.
        assertThat(assessment.metrics().get("label/noise/sex=F/excess"))
                .isCloseTo(0.09, within(0.045));
        assertThat(assessment.metrics().get("label/noise/sex=F/rate"))
                .isGreaterThan(value(assessment, "label/noise/sex=M/rate") + 0.05);
        List<List<Object>> rows = finding(assessment, "suspects").evidence().rows();
        long right =
                rows.stream().filter(row -> flips.contains((Integer) row.getFirst() - 1)).count();
        assertThat(rows).hasSize(20);
        assertThat(right).isGreaterThanOrEqualTo(18);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void threeClassesAreLookedAt() {
        RandomGenerator random = Streams.of(62, 1);
        String[][] cells = new String[900][];
        String[] names = {"a", "b", "c"};
        for (int i = 0; i < cells.length; i++) {
            boolean north = random.nextBoolean();
            int c = random.nextInt(3);
            int said = north && random.nextDouble() < 0.15 ? (c + 1) % 3 : c;
            cells[i] =
                    new String[] {
                        north ? "north" : "south",
                        Double.toString(c + 0.2 * random.nextGaussian()),
                        names[said]
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"site", "x", "label"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "site");
        Assessment assessment = run(CsvTable.roles(data, Role.OUTCOME, "label"));
        assertThat(warns(assessment)).isTrue();
        // Of labels "b" given, those of "a" said wrongly: .15 / 2 / 3 of all.
        assertThat(assessment.metrics().get("label/noise/joint/b/a"))
                .isCloseTo(0.025, within(0.015));
        assertThat(assessment.metrics().get("label/noise/joint/a/b")).isCloseTo(0, within(0.01));
    }

    @Test
    void anOutcomeOfNumbersIsExplained() {
        Dataset data = table(100, 1, 0, new HashSet<>());
        Dataset numbers =
                CsvTable.roles(CsvTable.roles(data, Role.FEATURE, "label"), Role.OUTCOME, "a");
        assertThatThrownBy(() -> run(numbers))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no labels");
    }
}
