package org.counterpoise.engine.audit.agreement;

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
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.stats.BlandAltman;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

class AgreementAuditTest {
    private static final AgreementAudit AUDIT = new AgreementAudit();

    /// Two raters of `n` items on a scale around 2; the second is off by what the group says.
    private static Dataset raters(int n, int seed, ToDoubleFunction<String> offset) {
        RandomGenerator random = Streams.of(21, seed);
        String[][] cells = new String[n][];
        for (int i = 0; i < n; i++) {
            String group = random.nextBoolean() ? "F" : "M";
            double quality = 2 + 0.5 * random.nextGaussian();
            double first = quality + 0.3 * random.nextGaussian();
            double second = quality + 0.3 * random.nextGaussian() + offset.applyAsDouble(group);
            cells[i] = new String[] {group, Double.toString(first), Double.toString(second)};
        }
        Dataset data = CsvTable.of("raters", new String[] {"sex", "human", "machine"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        data = CsvTable.roles(data, Role.MEASUREMENT, "human");
        return CsvTable.roles(data, Role.MEASUREMENT, "machine");
    }

    private static Assessment run(Dataset data, AgreementSettings settings) {
        return AUDIT.run(new AuditInput(data, Optional.empty()), settings, 1, Progress.NONE);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static AgreementSettings acceptable(double difference) {
        return new AgreementSettings(
                difference,
                false,
                1.96,
                BlandAltman.Limits.EXACT,
                0.05,
                10,
                0.95,
                AgreementSettings.Repeats.LINKED,
                1);
    }

    @Test
    void anOffsetOfOneGroupIsFoundInNearlyEverySample() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Assessment assessment =
                    run(raters(200, seed, g -> g.equals("F") ? 0.3 : 0), AUDIT.defaults());
            found += finding(assessment, "group/sex").severity() == Severity.WARNING ? 1 : 0;
        }
        // Difference of biases .3, standard error .6 / 10: power of about .99 after adjustment.
        assertThat(found).isGreaterThanOrEqualTo(36);
    }

    @Test
    void agreeingRatersAreRarelyNamed() {
        int named = 0;
        for (int seed = 0; seed < 100; seed++) {
            Assessment assessment = run(raters(100, seed, g -> 0), AUDIT.defaults());
            named +=
                    assessment.findings().stream()
                                    .anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)
                            ? 1
                            : 0;
        }
        // Holm over all tests keeps the level of 5 %; 11 is three standard errors above.
        assertThat(named).isLessThanOrEqualTo(11);
    }

    @Test
    void theVerdictFollowsTheStatedDifference() {
        Dataset data = raters(400, 3, g -> 0);
        // Limits near ±1.96 × .424 = ±.83.
        assertThat(finding(run(data, acceptable(2)), "limits").severity()).isEqualTo(Severity.OK);
        assertThat(finding(run(data, acceptable(0.4)), "limits").severity())
                .isEqualTo(Severity.SERIOUS);
        assertThat(finding(run(data, acceptable(0.83)), "limits").severity())
                .isEqualTo(Severity.WARNING);
        assertThat(finding(run(data, acceptable(0)), "limits").severity()).isEqualTo(Severity.NOTE);
    }

    /// The second reads 10 % more whatever the size: a ratio, told in per cent.
    @Test
    void aRatioIsToldInPerCent() {
        RandomGenerator random = Streams.of(4, 4);
        String[][] cells = new String[300][];
        for (int i = 0; i < cells.length; i++) {
            double x = Math.exp(2 + random.nextGaussian());
            double y = 1.1 * x * Math.exp(0.02 * random.nextGaussian());
            cells[i] = new String[] {Double.toString(y), Double.toString(x)};
        }
        Dataset data = CsvTable.of("assays", new String[] {"new", "old"}, cells);
        data = CsvTable.roles(data, Role.MEASUREMENT, "new");
        data = CsvTable.roles(data, Role.MEASUREMENT, "old");
        Assessment differences = run(data, AUDIT.defaults());
        assertThat(finding(differences, "trend").severity()).isEqualTo(Severity.WARNING);
        AgreementSettings ratio =
                SettingsType.of(acceptable(5)).with(acceptable(5), "ratio", "true");
        Assessment ratios = run(data, ratio);
        assertThat(ratios.metrics().get("agreement/bias")).isCloseTo(10, within(0.5));
        assertThat(ratios.metrics().get("agreement/limit/upper"))
                .isCloseTo(100 * (1.1 * Math.exp(1.96 * 0.02) - 1), within(1.0));
    }

    @Test
    void oneMeasurementIsNotEnough() {
        Dataset data = CsvTable.of("one", new String[] {"x"}, new String[][] {{"1"}, {"2"}});
        assertThatThrownBy(() -> run(data, AUDIT.defaults()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("two measurements");
    }

    /// Twelve people with five pairs each, whose bias differs from one to the next: were pairs
    /// taken as independent, the bias would be named much too often.
    @Test
    void severalPairsOfOnePersonAreNotTakenAsIndependent() {
        int covered = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomGenerator random = Streams.of(77, seed);
            String[][] cells = new String[60][];
            double own = 0;
            for (int i = 0; i < cells.length; i++) {
                own = i % 5 == 0 ? random.nextGaussian() : own;
                double x = 10 + random.nextGaussian();
                cells[i] =
                        new String[] {
                            "p" + i / 5,
                            Double.toString(x + own + 0.3 * random.nextGaussian()),
                            Double.toString(x)
                        };
            }
            Dataset data = CsvTable.of("repeats", new String[] {"id", "a", "b"}, cells);
            data = CsvTable.roles(data, Role.IDENTIFIER, "id");
            data = CsvTable.roles(data, Role.MEASUREMENT, "a", "b");
            var metrics = run(data, AUDIT.defaults()).metrics();
            covered +=
                    metrics.getOrDefault("agreement/bias/lower", 9.0) <= 0
                                    && metrics.getOrDefault("agreement/bias/upper", -9.0) >= 0
                            ? 1
                            : 0;
            assertThat(metrics).containsEntry("agreement/subjects", 12.0);
        }
        // 95 % less four standard errors of 60 samples; as independent pairs it would be about 60
        // %.
        assertThat(covered).isGreaterThanOrEqualTo(50);
    }

    /// A skewed difference: its quantiles are judged, not limits that a normal one would have.
    @Test
    void limitsOfSkewedDifferencesAreQuantiles() {
        RandomGenerator random = Streams.of(78, 1);
        String[][] cells = new String[2000][];
        for (int i = 0; i < cells.length; i++) {
            double x = 50 + 10 * random.nextGaussian();
            cells[i] =
                    new String[] {
                        Double.toString(x - Math.log(1 - random.nextDouble())), Double.toString(x)
                    };
        }
        Dataset data = CsvTable.of("skewed", new String[] {"a", "b"}, cells);
        data = CsvTable.roles(data, Role.MEASUREMENT, "a", "b");
        var metrics = run(data, acceptable(4)).metrics();
        // Quantiles of the exponential distribution: −ln(0.975) and −ln(0.025).
        assertThat(metrics.getOrDefault("agreement/quantile/lower", 0.0))
                .isCloseTo(0.0253, within(0.015));
        assertThat(metrics.getOrDefault("agreement/quantile/upper", 0.0))
                .isCloseTo(3.689, within(0.4));
    }
}
