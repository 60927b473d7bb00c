package org.counterpoise.engine.audit.popularity;

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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

class PopularityAuditTest {
    private final PopularityAudit audit = new PopularityAudit();

    private static final PopularitySettings QUICK =
            new PopularitySettings("amine", 20, 80, 100, 200, 0.95);

    /// 100 amines, of which the i-th has about 800/(i+1) records, tried at one pH in two solvents.
    private static Dataset syntheses(long seed, IntToDoubleFunction success) {
        RandomGenerator random = Streams.of(seed, 0);
        List<String[]> rows = new ArrayList<>();
        for (int amine = 0; amine < 100; amine++) {
            for (int i = 0; i < 800 / (amine + 1); i++) {
                rows.add(
                        new String[] {
                            random.nextDouble() < success.applyAsDouble(amine) ? "1" : "0",
                            "A" + amine,
                            amine % 2 == 0 ? "water" : "DMF"
                        });
            }
        }
        Dataset data =
                CsvTable.of(
                        "syntheses",
                        new String[] {"crystal", "amine", "solvent"},
                        rows.toArray(String[][]::new));
        return CsvTable.roles(data, Role.OUTCOME, "crystal");
    }

    private Assessment run(Dataset data) {
        return audit.run(new AuditInput(data, Optional.empty()), QUICK, 1, Progress.NONE);
    }

    private static double metric(Assessment assessment, String name) {
        return Objects.requireNonNull(assessment.metrics().get("popularity/amine/" + name));
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The i-th amine has ⌊800/(i+1)⌋ records.
    @Test
    void theSharesOfTheFavouritesAreCounted() {
        Assessment assessment = run(syntheses(1, _ -> 0.4));
        long all = 0;
        long top = 0;
        for (int amine = 0; amine < 100; amine++) {
            all += 800 / (amine + 1);
            top += amine < 20 ? 800 / (amine + 1) : 0;
        }
        assertThat(metric(assessment, "top-share")).isCloseTo((double) top / all, within(1e-12));
        assertThat(metric(assessment, "records")).isEqualTo(all);
    }

    /// Success is 40 % whatever the popularity: over 20 tables the test at 5 % may raise 4 alarms
    /// (99.7 % limit of the binomial).
    @Test
    void successThatDoesNotDependOnPopularityIsNotFlaggedAboveItsLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 20; seed++) {
            double p = metric(run(syntheses(seed, _ -> 0.4)), "success/slope/p");
            alarms += p < 0.05 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    /// The 50 most popular succeed in 60 %, the others in 30 %.
    @Test
    void successThatGrowsWithPopularityIsFound() {
        Assessment assessment = run(syntheses(3, amine -> amine < 50 ? 0.6 : 0.3));
        assertThat(metric(assessment, "success/slope/lower")).isPositive();
        assertThat(finding(assessment, "success").headline()).contains("more often");
    }

    @Test
    void underTriedChoicesThatMayBeAsGoodAreNamed() {
        Assessment assessment = run(syntheses(4, amine -> amine == 70 ? 0.95 : 0.4));
        assertThat(finding(assessment, "under-tried").explanation()).contains("the first are A70");
    }

    /// Every amine was tried in one of two solvents: half of the pairs were never tried.
    @Test
    void pairsNeverTriedAreCounted() {
        Assessment assessment = run(syntheses(5, _ -> 0.4));
        assertThat(metric(assessment, "conditions/solvent/never-tried"))
                .isCloseTo(0.5, within(1e-12));
        assertThat(metric(assessment, "conditions/solvent/single")).isCloseTo(1, within(1e-12));
    }

    @Test
    void evenlySpreadChoicesAreNotFlagged() {
        String[][] cells = new String[600][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String[] {i % 3 == 0 ? "1" : "0", "A" + i % 30, "water"};
        }
        Dataset data =
                CsvTable.roles(
                        CsvTable.of("even", new String[] {"crystal", "amine", "solvent"}, cells),
                        Role.OUTCOME,
                        "crystal");
        Assessment assessment = run(data);
        assertThat(assessment.severity()).isLessThanOrEqualTo(Severity.NOTE);
        assertThat(metric(assessment, "gini")).isCloseTo(0, within(1e-12));
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () ->
                                audit.run(
                                        new AuditInput(syntheses(1, _ -> 0.4), Optional.empty()),
                                        new PopularitySettings("amin", 20, 80, 0, 100, 0.95),
                                        1,
                                        Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("amin");
    }

    /// Even amines were tried in water only: by chance every amine with many records would have met
    /// both solvents, and the finding says so.
    @Test
    void conditionsThatGoWithTheChoiceAreFound() {
        Assessment assessment = run(syntheses(6, _ -> 0.4));
        assertThat(metric(assessment, "conditions/solvent/never-tried-by-chance")).isLessThan(0.2);
        assertThat(finding(assessment, "conditions").headline()).contains("keep to a part");
        // A0 has 800 of the records and never met DMF, so it stands first among the pairs.
        assertThat(finding(assessment, "untried").evidence().rows().getFirst())
                .startsWith("A0", "solvent", "DMF");
    }

    /// Two choices of one record each and two values of one record each: a choice misses a value
    /// with the chance C(1, 1) / C(2, 1) = 1/2.
    @Test
    void theChanceToMissAValueIsHypergeometric() {
        Dataset data =
                CsvTable.of(
                        "pairs",
                        new String[] {"amine", "solvent"},
                        new String[][] {{"A", "water"}, {"B", "DMF"}});
        Condition condition =
                Condition.of(data, Choices.of(data, "amine"), data.schema().column("solvent"))
                        .orElseThrow();
        assertThat(condition.chance().share()).isCloseTo(0.5, within(1e-12));
        assertThat(condition.untried()).isCloseTo(0.5, within(1e-12));
        assertThat(condition.narrow()).isFalse();
    }

    @Test
    void bothWaysRoundAreTold() {
        String text = finding(run(syntheses(1, _ -> 0.4)), "spread").explanation();
        assertThat(text).contains("The other 80 (80.0% of the values) make the remaining");
        assertThat(text).contains("The other way round, 80% of the");
    }
}
