package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ProjectTest {
    private static final Optional<char[]> NO_PASSWORD = Optional.empty();

    @TempDir Path folder;

    @Test
    void stepsMakeNumberedArtifacts() {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.runAll(project);
            assertThat(project.artifactIds())
                    .containsExactly(
                            "data-1",
                            "data-2",
                            "data-3",
                            "data-4",
                            "model-1",
                            "data-5",
                            "scorecard-1",
                            "report-1");
            assertThat(Demo.data(project, "data-1").rows()).isEqualTo(863);
            assertThat(Demo.data(project, "data-3").part()).isEqualTo(Part.TRAINING);
            assertThat(Demo.data(project, "data-4").part()).isEqualTo(Part.HOLDOUT);
            assertThat(Demo.data(project, "data-5").part()).isEqualTo(Part.SYNTHETIC);
            assertThat(Demo.hashes(project)).isEqualTo(Demo.recorded(project));
        }
    }

    @Test
    void everythingIsThereAfterReopening() {
        Path file = folder.resolve("kidtran.counterpoise");
        List<StepRecord> steps;
        try (Project project = Project.create(file, NO_PASSWORD)) {
            Demo.runAll(project);
            project.undo();
            steps = project.steps();
        }
        try (Project project = Project.open(file, NO_PASSWORD)) {
            assertThat(project.name()).isEqualTo("kidtran");
            assertThat(project.steps()).isEqualTo(steps);
            assertThat(project.redoable()).isPresent();
            assertThat(Demo.hashes(project)).isEqualTo(Demo.recorded(project));
            project.redo();
            assertThat(project.artifactIds()).contains("report-1");
        }
    }

    @Test
    void aModelIsFittedAgainAfterReopeningWithTheSameResult() {
        Path file = folder.resolve("kidtran.counterpoise");
        String drawn;
        try (Project project = Project.create(file, NO_PASSWORD)) {
            Demo.importData(project);
            Demo.run(project, Demo.fit("data-1"));
            drawn = Demo.run(project, Demo.sample("model-1")).outputs().getFirst().hash();
            project.undo();
            Demo.split(project, "data-1");
        }
        try (Project project = Project.open(file, NO_PASSWORD)) {
            Artifact.Model model = (Artifact.Model) project.artifact("model-1");
            assertThat(model.notes()).isEqualTo(model.fitted().notes());
            StepRecord again = Demo.run(project, Demo.sample("model-1"));
            assertThat(again.outputs().getFirst().hash()).isEqualTo(drawn);
        }
    }

    @Test
    void undoneStepsCanBeRedoneUntilANewStepIsRun() {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.importData(project);
            StepRecord roles = Demo.assignRoles(project, "data-1");
            project.undo();
            assertThat(project.artifactIds()).containsExactly("data-1");
            assertThatThrownBy(() -> project.artifact("data-2")).isInstanceOf(UserProblem.class);
            assertThat(project.redoable()).contains(roles);
            project.redo();
            assertThat(project.undoable()).contains(roles);
            project.undo();
            Demo.split(project, "data-1");
            assertThat(project.redoable()).isEmpty();
            assertThat(project.artifactIds()).containsExactly("data-1", "data-2", "data-3");
            assertThat(Demo.data(project, "data-2").part()).isEqualTo(Part.TRAINING);
        }
    }

    @Test
    void undoAndRedoOfNothingDoNothing() {
        try (Project project = Project.inMemory("empty")) {
            project.undo();
            project.redo();
            assertThat(project.steps()).isEmpty();
        }
    }

    @Test
    void aFailedStepLeavesTheProjectAsItWas() {
        Path file = folder.resolve("kidtran");
        try (Project project = Project.create(file, NO_PASSWORD)) {
            Demo.importData(project);
            Demo.assignRoles(project, "data-1");
            project.undo();
            assertThatThrownBy(
                            () -> Demo.run(project, new Step.Split("data-1", 7, List.of(), "", 1)))
                    .isInstanceOf(UserProblem.class);
            assertThatThrownBy(() -> Demo.run(project, Demo.fit("data-9")))
                    .isInstanceOf(UserProblem.class);
            assertThat(project.steps()).hasSize(1);
            assertThat(project.redoable()).isPresent();
            project.redo();
            assertThat(project.steps()).hasSize(2);
        }
    }

    @Test
    void aCancelledStepLeavesTheProjectAsItWas() {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.importData(project);
            Progress cancelled =
                    new Progress() {
                        @Override
                        public void report(double fraction, String phrase) {}

                        @Override
                        public boolean cancelled() {
                            return true;
                        }
                    };
            assertThatThrownBy(() -> project.run(Demo.fit("data-1"), Demo.FILES, cancelled))
                    .isInstanceOf(CancelledException.class);
            assertThat(project.steps()).hasSize(1);
        }
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyUnsubscribe() {
        try (Project project = Project.inMemory("kidtran")) {
            List<Integer> heard = new ArrayList<>();
            Runnable unsubscribe = project.onChange(() -> heard.add(project.steps().size()));
            Demo.importData(project);
            project.undo();
            project.redo();
            unsubscribe.run();
            project.undo();
            assertThat(heard).containsExactly(1, 0, 1);
        }
    }

    @Test
    void anotherFileThanTheOneRecordedIsRefused() throws java.io.IOException {
        Path other = Files.writeString(folder.resolve("kidtran.csv"), "a,b\n1,2\n3,4\n");
        Step step = Imports.of(Demo.FILE, "kidtran", Progress.NONE);
        try (Project project = Project.inMemory("kidtran")) {
            assertThatThrownBy(() -> project.run(step, FileLocator.of(other), Progress.NONE))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("content differs");
        }
    }

    @Test
    void settingsAreRecordedCompletely() {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.importData(project);
            StepRecord record = Demo.run(project, Demo.fit("data-1"));
            assertThat(((Step.FitSynthesizer) record.step()).settings().size()).isPositive();
        }
    }

    @Test
    void aCopyHasTheSameStepsAndArtifacts() {
        Path file = folder.resolve("copy.counterpoise");
        try (Project project = Project.inMemory("kidtran")) {
            Demo.runAll(project);
            try (Project copy = project.saveAs(file, NO_PASSWORD, Progress.NONE)) {
                assertThat(copy.steps()).isEqualTo(project.steps());
            }
            try (Project copy = Project.open(file, NO_PASSWORD)) {
                assertThat(Demo.hashes(copy)).isEqualTo(Demo.hashes(project));
            }
        }
    }

    @Test
    void closingReleasesTheFile() {
        Path file = folder.resolve("kidtran");
        Project.create(file, NO_PASSWORD).close();
        Project.open(file, NO_PASSWORD).close();
        Project.open(file, NO_PASSWORD).close();
    }

    @Test
    void stepsAreDescribedInAFewWords() {
        try (Project project = Project.inMemory("kidtran")) {
            Demo.runAll(project);
            assertThat(project.steps())
                    .extracting(record -> Project.describe(record.step()))
                    .containsExactly(
                            "Import kidtran.csv",
                            "Set roles of delta, gender, race, obs, …",
                            "Lock away 25 % as holdout",
                            "Fit Gaussian copula",
                            "Draw 200 synthetic rows",
                            "Validate data-5",
                            "Write report");
        }
    }

    @Test
    void theVersionIsTheBuildFiles() throws java.io.IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + Version.CURRENT + "</version>\n  <packaging>jar");
    }
}
