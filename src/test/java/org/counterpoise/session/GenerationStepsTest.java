package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.DataWriter;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.WriteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The generation of rows from step to step, and the study of what generations lose.
class GenerationStepsTest {
    @TempDir Path folder;

    private static Step.StudyCollapse study(String input) {
        ObjectNode study = Demo.noSettings();
        study.put("generations", 2).put("freshSamples", 19);
        return new Step.StudyCollapse(input, "independent", Demo.noSettings(), study, 3);
    }

    @Test
    void aStudyIsAStepThatReplaysToTheSameHash() {
        try (Project project = Project.inMemory("demo")) {
            Demo.importData(project);
            Demo.assignRoles(project, "data-1");
            StepRecord record = Demo.run(project, study("data-2"));
            assertThat(project.artifact(record.output())).isInstanceOf(Artifact.Findings.class);
            Protocol protocol = Protocol.of(project);
            assertThat(protocol.methods()).containsKeys("collapse", "independent");
            try (Project again = Replay.run(protocol, Demo.FILES, Progress.NONE)) {
                assertThat(Demo.recorded(again)).isEqualTo(Demo.recorded(project));
            }
        }
    }

    @Test
    void aStudyNeverLearnsFromTheHoldout() {
        try (Project project = Project.inMemory("demo")) {
            Demo.importData(project);
            Demo.split(project, "data-1");
            assertThatThrownBy(() -> Demo.run(project, study("data-3")))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("locked holdout");
        }
    }

    /// Out to a file and in again: rows made from rows of generation 1 are of generation 2.
    @Test
    void theGenerationIsKeptWithTheStepAndTravelsThroughAFile() {
        Path file = folder.resolve("made.csv");
        try (Project project = Project.inMemory("demo")) {
            Demo.importData(project);
            Demo.run(project, Demo.fit("data-1"));
            StepRecord drawn = Demo.run(project, Demo.sample("model-1"));
            assertThat(drawn.outputs().getFirst().generation()).isEqualTo(1);
            assertThat(Protocol.of(project).toJson()).contains("\"generation\" : 1");
            DataWriter.writeCsv(
                    Demo.data(project, "data-2"), file, WriteOptions.USUAL, Progress.NONE);
        }
        assertThat(Files.exists(file)).isTrue();
        try (Project project = Project.inMemory("again")) {
            StepRecord read =
                    project.run(
                            Imports.of(file, "made", Progress.NONE),
                            FileLocator.of(file),
                            Progress.NONE);
            assertThat(read.outputs().getFirst().generation()).isEqualTo(1);
            assertThat(Demo.data(project, "data-1").schema().column(OriginColumn.NAME).role())
                    .isEqualTo(Role.IGNORED);
            StepRecord fitted = Demo.run(project, Demo.fit("data-1"));
            Optional<String> warned =
                    ((Artifact.Model) project.artifact(fitted.output()))
                            .notes().stream().filter(n -> n.contains("no real row")).findFirst();
            assertThat(warned).isPresent();
            StepRecord drawn = Demo.run(project, Demo.sample("model-1"));
            assertThat(drawn.outputs().getFirst().generation()).isEqualTo(2);
        }
    }
}
