package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a process that is killed during a step leaves behind.
class KillTest {
    @TempDir Path folder;

    /// Runs steps until it is killed; says on standard output when each is finished.
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            try (Project project = Project.create(Path.of(args[0]), Optional.empty())) {
                Demo.importData(project);
                Demo.run(project, Demo.fit("data-1"));
                while (true) {
                    System.out.println(project.steps().size());
                    Demo.run(project, Demo.sample("model-1"));
                }
            }
        }
    }

    @RepeatedTest(3)
    void everythingUpToTheLastFinishedStepIsThere(RepetitionInfo repetition)
            throws IOException, InterruptedException {
        Path file = folder.resolve("killed.counterpoise.mv.db");
        int finished = killAfter(file, 4 + 3 * repetition.getCurrentRepetition());

        try (Project project = Project.open(file, Optional.empty())) {
            assertThat(project.steps().size()).isGreaterThanOrEqualTo(finished);
            assertThat(Demo.hashes(project)).isEqualTo(Demo.recorded(project));
            Demo.run(project, Demo.sample("model-1"));
            assertThat(project.artifactIds()).doesNotHaveDuplicates();
        }
    }

    private static int killAfter(Path file, int steps) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Child.class.getName(),
                                        file.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int finished = 0;
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                finished = Integer.parseInt(line);
                if (finished == steps) {
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        assertThat(finished).isGreaterThanOrEqualTo(steps);
        return finished;
    }

    @Test
    void anotherProcessCannotOpenAProjectThatIsOpen() throws IOException, InterruptedException {
        Path file = folder.resolve("open.counterpoise.mv.db");
        try (Project project = Project.create(file, Optional.empty())) {
            project.run(Imports.of(Demo.FILE, "kidtran", Progress.NONE), Demo.FILES, Progress.NONE);
            assertThat(messageOfChildOpening(file)).contains("open elsewhere");
            assertThat(project.artifact("data-1")).isNotNull();
        }
        assertThat(messageOfChildOpening(file)).contains("opened with 1");
    }

    /// Opens a project and says what came of it.
    static final class Opener {
        private Opener() {}

        public static void main(String[] args) {
            try (Project project = Project.open(Path.of(args[0]), Optional.empty())) {
                System.out.println("opened with " + project.steps().size());
            } catch (org.counterpoise.engine.UserProblem e) {
                System.out.println(e.what());
            }
        }
    }

    private static String messageOfChildOpening(Path file)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Opener.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = child.inputReader()) {
            return String.join("\n", lines.lines().toList());
        } finally {
            child.waitFor();
        }
    }
}
