package org.counterpoise.engine.audit.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.RateMetric;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ThresholdsTest {
    private static final PerformanceAudit AUDIT = new PerformanceAudit();

    private static Dataset scored() {
        RandomGenerator random = Streams.of(3, 9);
        String[][] rows = new String[300][];
        for (int i = 0; i < rows.length; i++) {
            boolean ill = random.nextInt(3) == 0;
            double score = Math.round(100 * (0.6 * random.nextDouble() + (ill ? 0.3 : 0))) / 100.0;
            rows[i] =
                    new String[] {
                        ill ? "1" : "0",
                        i % 17 == 0 ? "" : Double.toString(score),
                        i % 3 == 0 ? "a" : "b"
                    };
        }
        Dataset data = CsvTable.of("scored", new String[] {"y", "s", "g"}, rows);
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.SCORE, "s");
        return CsvTable.roles(data, Role.PROTECTED, "g");
    }

    /// At any threshold the counts are those of an audit with that threshold, ties included.
    @Test
    void aThresholdDecidesAsTheAuditDoes() {
        Dataset data = scored();
        ScoredGroups groups =
                ScoredGroups.of(data, AUDIT.defaults(), 1, "auc/g", Progress.NONE).orElseThrow();
        Thresholds thresholds = groups.thresholds(groups.about("auc/g"), Progress.NONE);
        assertThat(thresholds.labels()).containsExactly("a", "b");
        for (String threshold : new String[] {"0", "0.25", "0.5", "0.61", "0.95"}) {
            Map<String, Double> metrics =
                    AUDIT.run(
                                    new AuditInput(data, Optional.empty()),
                                    AUDIT.settings().with(AUDIT.defaults(), "threshold", threshold),
                                    1,
                                    Progress.NONE)
                            .metrics();
            for (int g = 0; g < 2; g++) {
                for (RateMetric metric : RateMetric.values()) {
                    double here =
                            metric.of(thresholds.at(g, Double.parseDouble(threshold)), 0.95)
                                    .value();
                    assertThat(metrics)
                            .containsEntry(
                                    "performance/" + metric.id() + "/g=" + "ab".charAt(g), here);
                }
            }
        }
    }

    @Test
    void decisionsWithoutAScoreHaveNoThreshold() {
        Dataset data =
                CsvTable.of(
                        "decided",
                        new String[] {"y", "p", "g"},
                        new String[][] {{"1", "1", "a"}, {"0", "0", "b"}, {"1", "0", "b"}});
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "p");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        assertThat(ScoredGroups.of(data, AUDIT.defaults(), 1, "overall", Progress.NONE)).isEmpty();
    }
}
