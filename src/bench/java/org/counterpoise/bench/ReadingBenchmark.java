package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.ReadOptions;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/// Reads a CSV file of 1,000,000 × 20 into a dataset, in turn with DuckDB reading the same file
/// into a table of its own, and prints medians and ratios.
///
/// The promise: sniffing and reading together take less than twice DuckDB's time, in a heap under
/// 1.5 GB. To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.bench.ReadingBenchmark`
public final class ReadingBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 7;
    private static final long SEED = 103;

    private ReadingBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        Path file = Files.createTempFile("patients-", ".csv");
        try {
            Patients.write(file, ROWS, SEED);
            System.out.printf("%,d rows × 20 columns, %,d bytes%n", ROWS, Files.size(file));
            double[] duck = new double[ROUNDS];
            double[] sniff = new double[ROUNDS];
            double[] read = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                duck[round] = duckDbAlone(file);
                long start = System.nanoTime();
                ReadOptions options = DataSniffer.sniff(file, Progress.NONE).options();
                sniff[round] = millisSince(start);
                start = System.nanoTime();
                Dataset data = DataReader.read(file, options, "patients", Progress.NONE);
                read[round] = millisSince(start);
                System.out.printf(
                        "round %d: DuckDB %.0f ms, sniff %.0f ms, read %.0f ms (%,d rows)%n",
                        round + 1, duck[round], sniff[round], read[round], data.rows());
            }
            report(duck, sniff, read);
        } finally {
            Files.delete(file);
        }
    }

    /// Without opening the database, which takes longer than some files.
    private static double duckDbAlone(Path file) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            long start = System.nanoTime();
            statement.execute("CREATE TABLE t AS SELECT * FROM read_csv('" + file + "')");
            return millisSince(start);
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(double[] duck, double[] sniff, double[] read) {
        System.out.printf("first: sniff and read %.2f × DuckDB%n", (sniff[0] + read[0]) / duck[0]);
        System.out.printf(
                "median: read %.2f × DuckDB, sniff and read %.2f × DuckDB%n",
                median(read) / median(duck), (median(sniff) + median(read)) / median(duck));
        long heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum();
        System.out.printf("peak heap at most %,d MB%n", heap >> 20);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
