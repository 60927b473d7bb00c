package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.performance.PerformanceAudit;
import org.counterpoise.engine.audit.performance.PerformanceSettings;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.settings.SettingsType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Audits the performance of a marked prediction in 1,000,000 × 20 by sex, ethnicity and their
/// crossing, and prints the first and the median time.
///
/// The promise: the eight metrics of fairlearn's example take less than 0.15 s, and with 1,000
/// replicates of each test less than 2 s. To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.AuditBenchmark`
public final class AuditBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 9;
    private static final double THRESHOLD = 0.1;
    private static final String EIGHT = "accuracy,ppv,tpr,fpr,tnr,fnr,selection-rate,f1";

    private AuditBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("patients-", ".csv");
        Dataset data;
        try {
            Patients.write(file, ROWS, 103);
            data =
                    marked(
                            DataReader.read(
                                    file,
                                    DataSniffer.sniff(file, Progress.NONE).options(),
                                    "patients",
                                    Progress.NONE));
        } finally {
            Files.delete(file);
        }
        PerformanceAudit audit = new PerformanceAudit();
        SettingsType<PerformanceSettings> type = SettingsType.of(audit.defaults());
        PerformanceSettings eight = type.with(audit.defaults(), "metrics", EIGHT);
        measure("eight metrics", data, eight);
        measure("eight metrics, 1,000 replicates", data, type.with(eight, "permutations", "1000"));
        measure("all metrics of decisions", data, audit.defaults());
        measure(
                "all metrics of decisions and scores",
                data.withSchema(data.schema().with("score", info -> info.withRole(Role.SCORE))),
                audit.defaults());
    }

    private static Dataset marked(Dataset data) {
        double[] scores = data.numbers("score");
        int[] decisions = new int[scores.length];
        for (int row = 0; row < decisions.length; row++) {
            decisions[row] = scores[row] >= THRESHOLD ? 1 : 0;
        }
        Dataset with =
                data.with(
                        ColumnInfo.of("decision", ColumnType.BOOLEAN)
                                .withRole(Role.PREDICTION),
                        new Column.Codes(decisions, List.of("0", "1")));
        return with.withSchema(
                with.schema()
                        .with("outcome", info -> info.withRole(Role.OUTCOME))
                        .with("sex", info -> info.withRole(Role.PROTECTED))
                        .with("ethnicity", info -> info.withRole(Role.PROTECTED)));
    }

    private static void measure(String what, Dataset data, PerformanceSettings settings) {
        PerformanceAudit audit = new PerformanceAudit();
        AuditInput input = new AuditInput(data, Optional.empty());
        double[] seconds = new double[ROUNDS];
        int numbers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Assessment assessment = audit.run(input, settings, 1, Progress.NONE);
            seconds[round] = (System.nanoTime() - start) / 1e9;
            numbers = assessment.metrics().size();
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(
                "%-36s first %.3f s, median %.3f s, least %.3f s (%,d numbers)%n",
                what, first, seconds[ROUNDS / 2], seconds[0], numbers);
    }
}
