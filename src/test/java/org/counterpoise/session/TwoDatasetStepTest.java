package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An audit that holds a second dataset against the first.
class TwoDatasetStepTest {
    private final int threads = Parallel.threads();
    private final Map<String, Path> files = new HashMap<>();
    private final Project project = Project.inMemory("visits");

    @TempDir Path folder;

    @BeforeEach
    void readTwoTables() throws IOException {
        for (String name : new String[] {"old", "recent"}) {
            StringBuilder table = new StringBuilder("id,age,ward\n");
            for (int i = 0; i < 200; i++) {
                int age = 30 + i * 37 % 50 + (name.equals("old") ? 0 : 7);
                table.append("secret").append(i).append(',').append(age);
                table.append(i % 3 == 0 ? ",surgery\n" : ",medicine\n");
            }
            Path file = Files.writeString(folder.resolve(name + ".csv"), table);
            files.put(name, file);
            run(Imports.of(file, name, Progress.NONE));
        }
    }

    @AfterEach
    void close() {
        Parallel.setThreads(threads);
        project.close();
    }

    private StepRecord run(Step step) {
        return project.run(step, FileLocator.of(files), Progress.NONE);
    }

    private static Step.RunAudit drift(String input, String other) {
        return new Step.RunAudit(input, "", "drift", Demo.noSettings(), 3, other);
    }

    @Test
    void itReplaysToTheSameBytesFromAProtocolWithoutData() throws IOException {
        StepRecord made = run(drift("data-1", "data-2"));
        assertThat(Lineage.inputs(made.step())).containsExactly("data-1", "data-2");
        Path file = Files.writeString(folder.resolve("p.json"), Protocol.of(project).toJson());
        assertThat(Files.readString(file))
                .contains("\"other\" : \"data-2\"", "recent.csv")
                .doesNotContain("secret7", folder.toString());
        Protocol protocol = Protocol.read(file);
        for (int count : new int[] {1, 2}) {
            Parallel.setThreads(count);
            try (Project again = Replay.run(protocol, FileLocator.of(files), Progress.NONE)) {
                assertThat(Protocol.of(again)).isEqualTo(protocol);
            }
        }
    }

    @Test
    void stepsOfOlderProtocolsHaveNoSecondDataset() throws IOException {
        String written = Json.write(drift("data-1", ""));
        assertThat(Json.read(written, JsonNode.class).has("other")).isFalse();
        assertThat(((Step.RunAudit) Json.read(written, Step.class)).other()).isEmpty();
    }

    @Test
    void theSameRowsAreNotHeldAgainstThemselves() {
        refused(drift("data-1", "data-1"), "has rows of the first");
        run(new Step.Split("data-1", 0.5, List.of(), "", 1));
        refused(drift("data-3", "data-1"), "has rows of the first");
        assertThat(run(drift("data-3", "data-4")).outputs()).hasSize(1);
    }

    @Test
    void anAuditOfOneDatasetRefusesASecond() {
        refused(
                new Step.RunAudit("data-1", "", "coverage", Demo.noSettings(), 1, "data-2"),
                "looks at one dataset only");
    }

    private void refused(Step step, String why) {
        assertThatThrownBy(() -> run(step))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(why);
    }
}
