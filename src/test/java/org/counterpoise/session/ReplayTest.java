package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.rule.Condition;
import org.counterpoise.engine.synth.RareLevels;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.engine.synth.copula.GaussianCopula;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ReplayTest {
    private final int threads = Parallel.threads();

    @TempDir Path folder;

    @AfterEach
    void restoreThreads() {
        Parallel.setThreads(threads);
    }

    private Path protocol() throws IOException {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.runAll(project);
            return Files.writeString(
                    folder.resolve("protocol.json"), Protocol.of(project).toJson());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aReplayComesOutTheSameOnAnyNumberOfThreads(int count) throws IOException {
        Protocol protocol = Protocol.read(protocol());
        Parallel.setThreads(count);
        try (Project again = Replay.run(protocol, Demo.FILES, Progress.NONE)) {
            assertThat(Protocol.of(again)).isEqualTo(protocol);
            assertThat(Demo.hashes(again)).isEqualTo(Demo.recorded(again));
        }
    }

    @Test
    void rulesMarginsAndMergedLevelsReplayToTheSameBytes() throws IOException {
        Path file = folder.resolve("protocol.json");
        try (Project project = Project.inMemory("kidtran")) {
            Demo.importData(project);
            Demo.assignRoles(project, "data-1");
            Demo.run(
                    project,
                    new Step.FitSynthesizer(
                            "data-2",
                            "smote-nc",
                            Demo.noSettings(),
                            3,
                            List.of("time > 30", "if gender = 1 then age < 60"),
                            new RareLevels(5)));
            Target old = new Target(Condition.of("age >= 50"), 40);
            SamplingPlan plan =
                    new SamplingPlan(
                            SamplingPlan.Goal.TYPED,
                            List.of(),
                            0,
                            List.of(old),
                            SamplingPlan.Result.SYNTHETIC);
            Demo.run(project, new Step.Sample("model-1", "", plan, 5));
            Files.writeString(file, Protocol.of(project).toJson());
        }
        Protocol protocol = Protocol.read(file);
        for (int count : new int[] {1, 2}) {
            Parallel.setThreads(count);
            try (Project again = Replay.run(protocol, Demo.FILES, Progress.NONE)) {
                assertThat(Protocol.of(again)).isEqualTo(protocol);
                assertThat(Demo.hashes(again)).isEqualTo(Demo.recorded(again));
            }
        }
    }

    @Test
    void stepsOfOlderProtocolsHaveNoRules() throws IOException {
        Step fit =
                Json.read(
                        "{\"step\":\"fit-synthesizer\",\"input\":\"data-1\",\"method\":\"smote-nc\","
                                + "\"settings\":{},\"seed\":1}",
                        Step.class);
        assertThat(fit)
                .isEqualTo(new Step.FitSynthesizer("data-1", "smote-nc", Demo.noSettings(), 1));
        assertThat(Json.write(fit)).doesNotContain("rules").doesNotContain("rare");
        Step sample =
                Json.read(
                        "{\"step\":\"sample\",\"model\":\"model-1\",\"benchmark\":\"\",\"plan\":{"
                                + "\"goal\":\"TYPED\",\"columns\":[],\"rows\":0,\"typed\":[{\"cell\":"
                                + "{\"sex\":\"F\"},\"rows\":5}],\"result\":\"SYNTHETIC\"},\"seed\":1}",
                        Step.class);
        SamplingPlan plan = ((Step.Sample) sample).plan();
        assertThat(plan.margins()).isEmpty();
        assertThat(plan.typed().getFirst().where()).isEqualTo(Condition.ANY);
    }

    /// Each sample three times: on one thread, on two, and on one again.
    @ParameterizedTest
    @MethodSource("samples")
    void everySampleReplaysToTheSameHashes(Samples sample) throws IOException {
        Path file = folder.resolve("protocol.json");
        try (Project project = Project.inMemory(sample.id())) {
            sample.runAll(project, Progress.NONE);
            Files.writeString(file, Protocol.of(project).toJson());
        }
        Protocol protocol = Protocol.read(file);
        for (int count : new int[] {1, 2, 1}) {
            Parallel.setThreads(count);
            try (Project again = Replay.run(protocol, Samples.files(), Progress.NONE)) {
                assertThat(Protocol.of(again)).isEqualTo(protocol);
            }
        }
    }

    static List<Samples> samples() {
        return Samples.ALL;
    }

    @Test
    void theStepThatComesOutDifferentlyIsNamed() throws IOException {
        Path file = protocol();
        Files.writeString(file, Files.readString(file).replace("\"seed\" : 13", "\"seed\" : 14"));
        assertThatThrownBy(() -> Replay.run(Protocol.read(file), Demo.FILES, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("Draw 200 synthetic rows")
                .hasMessageContaining("step 5");
    }

    @Test
    void anotherVersionOfAMethodIsSaidBeforeItRuns() throws IOException {
        Path file = protocol();
        String version = "\"gaussian-copula\" : ";
        String now = version + new GaussianCopula().version();
        assertThat(Files.readString(file)).contains(now);
        Files.writeString(file, Files.readString(file).replace(now, version + "99"));
        assertThatThrownBy(() -> Replay.run(Protocol.read(file), Demo.FILES, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("has changed since");
    }

    @Test
    void aProtocolOfANewerVersionIsRefused() throws IOException {
        Path file = protocol();
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> Protocol.read(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void aFileThatIsNotThereIsAskedFor() throws IOException {
        Protocol protocol = Protocol.read(protocol());
        assertThatThrownBy(() -> Replay.run(protocol, FileLocator.NONE, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("--data kidtran=FILE");
    }
}
