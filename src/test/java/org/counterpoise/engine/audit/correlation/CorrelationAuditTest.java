package org.counterpoise.engine.audit.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

class CorrelationAuditTest {
    private static final CorrelationAudit AUDIT = new CorrelationAudit();

    private static Dataset table(
            int rows,
            long seed,
            String[] header,
            BiFunction<Integer, RandomGenerator, double[]> numbers) {
        RandomGenerator random = Streams.of(seed, 0);
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            double[] values = numbers.apply(i, random);
            cells[i] = new String[values.length + 1];
            cells[i][0] = "batch" + i % 4;
            for (int c = 0; c < values.length; c++) {
                cells[i][c + 1] = Double.toString(values[c]);
            }
        }
        return CsvTable.of("table", header, cells);
    }

    private static Assessment run(Dataset data, String... settings) {
        CorrelationSettings own = AUDIT.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            own = AUDIT.settings().with(own, settings[i], settings[i + 1]);
        }
        return AUDIT.run(new AuditInput(data, Optional.empty()), own, 1, Progress.NONE);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + id));
    }

    private static double metric(Assessment assessment, String name) {
        return assessment.metrics().getOrDefault("correlation/" + name, Double.NaN);
    }

    private static Dataset confounded(int rows, double within, long seed) {
        return table(
                rows,
                seed,
                new String[] {"batch", "x", "y"},
                (i, random) -> {
                    double x = random.nextGaussian();
                    double y = within * x + Math.sqrt(1 - within * within) * random.nextGaussian();
                    double batch = i % 4 * 1.2;
                    return new double[] {batch + x, batch + y};
                });
    }

    @Test
    void aCorrelationMadeByBatchesIsFound() {
        Assessment assessment = run(confounded(400, 0, 1));
        Finding trap = finding(assessment, "pair/x,y/batch");
        assertThat(trap.severity()).isEqualTo(Severity.WARNING);
        assertThat(metric(assessment, "spearman/x,y")).isGreaterThan(0.45);
        assertThat(metric(assessment, "within/x,y/batch")).isEqualTo(0, within(0.15));
        assertThat(trap.figures()).hasSize(2);
        assertThat(trap.evidence().rows()).hasSize(6);
    }

    @Test
    void simpsonsReversalIsSerious() {
        Finding trap = finding(run(confounded(400, -0.7, 2)), "pair/x,y/batch");
        assertThat(trap.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(trap.headline()).contains("the other way round");
    }

    @Test
    void aNamedConfounderThatIsANumberIsHeldFixed() {
        Dataset data =
                table(
                        500,
                        3,
                        new String[] {"batch", "x", "y", "age"},
                        (i, random) -> {
                            double age = random.nextGaussian();
                            return new double[] {
                                age + random.nextGaussian(), age + random.nextGaussian(), age
                            };
                        });
        Assessment assessment = run(data, "confounders", "age");
        assertThat(metric(assessment, "spearman/x,y")).isGreaterThan(0.35);
        assertThat(metric(assessment, "partial/x,y")).isEqualTo(0, within(0.15));
        assertThat(finding(assessment, "pair/x,y/held").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aBentRelationIsFound() {
        Dataset data =
                table(
                        400,
                        4,
                        new String[] {"batch", "x", "y"},
                        (i, random) -> {
                            double x = random.nextGaussian();
                            return new double[] {x, x * x + 0.3 * random.nextGaussian()};
                        });
        Assessment assessment = run(data);
        assertThat(Math.abs(metric(assessment, "spearman/x,y"))).isLessThan(0.1);
        assertThat(finding(assessment, "bent/x,y").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aRowThatMakesACorrelationIsPointedOut() {
        Dataset data =
                table(
                        100,
                        5,
                        new String[] {"batch", "x", "y"},
                        (i, random) -> {
                            double far = i == 0 ? 30 : 0;
                            return new double[] {
                                far + random.nextGaussian(), far + random.nextGaussian()
                            };
                        });
        Assessment assessment = run(data);
        assertThat(metric(assessment, "pearson/x,y")).isGreaterThan(0.8);
        assertThat(metric(assessment, "without-one/x,y")).isLessThan(0.3);
        assertThat(finding(assessment, "outliers").headline()).contains("One row");
    }

    @Test
    void cleanTablesAreNotAccused() {
        int alarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            Dataset data =
                    table(
                            200,
                            100 + seed,
                            new String[] {"batch", "a", "b", "c"},
                            (i, random) -> {
                                double a = random.nextGaussian();
                                return new double[] {
                                    a, 0.5 * a + random.nextGaussian(), random.nextGaussian()
                                };
                            });
            alarms += run(data).severity().compareTo(Severity.WARNING) >= 0 ? 1 : 0;
        }
        assertThat(alarms).isLessThan(7); // 2 expected at most; 4 standard errors are 5.5
    }
}
