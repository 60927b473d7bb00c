package org.counterpoise.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class RescueTest {
    private static final int STEPS = 12;
    private static final int ROWS = 20_000;

    @TempDir Path folder;

    @Test
    void allOfASoundProjectIsSaved() throws IOException {
        RescueReport report = Rescue.rescue(sample(), folder.resolve("new"));
        assertThat(report.steps()).isEqualTo(STEPS);
        assertThat(report.saved()).hasSize(STEPS);
        assertThat(report.lost()).isEmpty();
    }

    @Test
    void whatABrokenColumnDoesNotTouchIsSaved() throws IOException {
        Path path = sample();
        overwrite(path, Files.size(path) / 2, 64);
        byte[] damaged = Files.readAllBytes(path);
        RescueReport report = Rescue.rescue(path, folder.resolve("new"));
        assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
        assertThat(report.steps()).isEqualTo(STEPS);
        assertThat(report.saved().size() + report.lost().size()).isEqualTo(STEPS);
        assertThat(report.saved()).hasSizeGreaterThanOrEqualTo(STEPS - 2);
        try (ProjectFile rescued = ProjectFile.open(report.target(), Optional.empty())) {
            for (String id : report.saved()) {
                assertThat(rescued.artifact(id).orElseThrow().columns()).hasSize(1);
            }
            for (String id : report.lost()) {
                assertThat(rescued.artifact(id)).isEmpty();
            }
        }
    }

    @Test
    void whereNothingCanBeReadThatIsSaid() throws IOException {
        Path path = sample();
        overwrite(path, 2 * 4096, (int) Files.size(path) - 2 * 4096);
        assertThatThrownBy(() -> Rescue.rescue(path, folder.resolve("new")))
                .isInstanceOf(UserProblem.class);
        assertThat(folder.resolve("new.counterpoise.mv.db")).doesNotExist();
    }

    private static void overwrite(Path path, long from, int bytes) throws IOException {
        ByteBuffer noise = ByteBuffer.allocate(bytes);
        java.util.Arrays.fill(noise.array(), (byte) 0x5A);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(noise, from);
        }
    }

    private Path sample() {
        Path path = folder.resolve("sample.counterpoise.mv.db");
        try (ProjectFile file = ProjectFile.create(path, Optional.empty())) {
            for (int i = 1; i <= STEPS; i++) {
                Column column = new Column.Numbers(new SplittableRandom(i).doubles(ROWS).toArray());
                StoredArtifact artifact =
                        new StoredArtifact("data-" + i, "0".repeat(64), "{}", List.of(column));
                file.append(new StoredStep(i, false, "{}"), List.of(artifact), Progress.NONE);
            }
        }
        return path;
    }
}
