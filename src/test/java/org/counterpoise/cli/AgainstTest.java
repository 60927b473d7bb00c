package org.counterpoise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.session.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/// `audit --against`: a second table held against the first.
class AgainstTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void writeTwoTables() throws IOException {
        // Codes that are levels in the first table look like numbers in the second.
        write("old.csv", i -> (40 + i % 20) + "," + (i % 4 == 0 ? "none" : "" + i % 3));
        write("recent.csv", i -> (44 + i % 20) + "," + i % 3);
    }

    private void write(String name, IntFunction<String> row) throws IOException {
        StringBuilder table = new StringBuilder("age,grade\n");
        for (int i = 0; i < 300; i++) {
            table.append(row.apply(i)).append('\n');
        }
        Files.writeString(folder.resolve(name), table);
    }

    private int run(String... args) {
        return Cli.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void driftComparesTheTwoFiles() throws IOException {
        int code =
                run(
                        "audit",
                        path("old.csv"),
                        "--against",
                        path("recent.csv"),
                        "--method",
                        "drift",
                        "--json",
                        path("a.json"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        JsonNode metrics =
                Json.read(Files.readString(folder.resolve("a.json")), JsonNode.class)
                        .path("metrics");
        assertThat(metrics.path("drift/wasserstein/age").asDouble()).isBetween(0.6, 0.75);
        assertThat(metrics.path("drift/total-variation/grade").asDouble()).isBetween(0.2, 0.3);
        assertThat(metrics.path("drift/structure/other-type").asDouble(-1)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Drift from old to recent", "age is higher in recent than in old");
    }

    @Test
    void anAuditThatComparesNothingSaysSo() {
        int code =
                run(
                        "audit",
                        path("old.csv"),
                        "--against",
                        path("recent.csv"),
                        "--method",
                        "coverage",
                        "--json",
                        path("a.json"));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--method drift");
    }
}
