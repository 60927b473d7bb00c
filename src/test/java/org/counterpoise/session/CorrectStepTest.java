package org.counterpoise.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/// Plates drawn as grids, corrected by a step of the session.
class CorrectStepTest {
    @TempDir Path folder;

    /// Two grids of 8 × 12, column 12 raised by 60.
    private Path grids() throws IOException {
        RandomGenerator random = Streams.of(23, 0);
        StringBuilder text = new StringBuilder();
        for (int plate = 1; plate <= 2; plate++) {
            text.append("P").append(plate).append(",1,2,3,4,5,6,7,8,9,10,11,12\n");
            for (char row = 'A'; row <= 'H'; row++) {
                text.append(row);
                for (int column = 1; column <= 12; column++) {
                    text.append(',')
                            .append(100 + 10 * random.nextGaussian() + (column == 12 ? 60 : 0));
                }
                text.append('\n');
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("grids.csv"), text);
    }

    private static Step.AssignRoles roles(String input, Schema schema) {
        return new Step.AssignRoles(
                input,
                List.of(
                        schema.column("plate").withRole(Role.PLATE),
                        schema.column("well").withRole(Role.WELL),
                        schema.column("value").withRole(Role.READOUT)));
    }

    private static Step.Correct correct(String input) {
        return new Step.Correct(input, "plate-correction", JsonNodeFactory.instance.objectNode());
    }

    private static Dataset data(Project project, String id) {
        return ((Artifact.Data) project.artifact(id)).dataset();
    }

    @Test
    void aCorrectionIsADatasetOfItsOwnAndReplaysToTheSameBytes() throws IOException {
        FileLocator files = FileLocator.of(grids());
        Path file = folder.resolve("grids.csv");
        try (Project project = Project.inMemory("grids")) {
            String raw =
                    project.run(Imports.of(file, "grids", Progress.NONE), files, Progress.NONE)
                            .output();
            Dataset imported = data(project, raw);
            assertThatThrownBy(() -> project.run(correct(raw), files, Progress.NONE))
                    .isInstanceOf(UserProblem.class)
                    .hasMessageContaining("readout");
            String marked =
                    project.run(roles(raw, imported.schema()), files, Progress.NONE).output();
            String corrected = project.run(correct(marked), files, Progress.NONE).output();

            Dataset after = data(project, corrected);
            assertThat(after.numbers("value")).isEqualTo(imported.numbers("value"));
            assertThat(after.numbers("value_corrected")[0]).isEqualTo(imported.numbers("value")[0]);
            assertThat(after.numbers("value_corrected")[11])
                    .isLessThan(imported.numbers("value")[11] - 30);

            Protocol protocol = Protocol.of(project);
            try (Project again = Replay.run(protocol, files, Progress.NONE)) {
                assertThat(Protocol.of(again)).isEqualTo(protocol);
            }
            project.run(new Step.Split(marked, 0.25, List.of(), "", 1), files, Progress.NONE);
            assertThat(new Lineage(project.steps()).holdsLockedRows(corrected)).isTrue();
        }
    }
}
