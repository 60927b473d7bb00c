package org.counterpoise.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class ProjectFileTest {
    private static final Optional<char[]> NO_PASSWORD = Optional.empty();

    @TempDir Path folder;

    @Test
    void whatWasAppendedIsThereAfterReopening() {
        Column.Numbers numbers =
                new Column.Numbers(
                        new double[] {
                            1.5, Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE
                        });
        Column.Numbers whole =
                new Column.Numbers(new double[] {1, Double.NaN, 0, Integer.MAX_VALUE, -7});
        Column.Codes codes = new Column.Codes(new int[] {0, 1, -1, 1, 0}, List.of("ja", "näin 日本"));
        Column.Texts texts = new Column.Texts(new String[] {"a", null, "", "\u0000", "ü"});
        Path path = folder.resolve("demo.counterpoise");
        try (ProjectFile file = ProjectFile.create(path, NO_PASSWORD)) {
            append(file, 1, "data-1", List.of(numbers, whole, codes, texts));
        }
        try (ProjectFile file = ProjectFile.open(path, NO_PASSWORD)) {
            assertThat(file.name()).isEqualTo("demo");
            assertThat(file.steps()).containsExactly(new StoredStep(1, false, "{}"));
            List<Column> read = file.artifact("data-1").orElseThrow().columns();
            assertThat(((Column.Numbers) read.get(0)).values()).containsExactly(numbers.values());
            assertThat(((Column.Numbers) read.get(1)).values()).containsExactly(whole.values());
            assertThat(((Column.Codes) read.get(2)).codes()).containsExactly(codes.codes());
            assertThat(((Column.Codes) read.get(2)).levels()).isEqualTo(codes.levels());
            assertThat(((Column.Texts) read.get(3)).values()).containsExactly(texts.values());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 32767, 32768})
    void codesOfAnyNumberOfLevelsReadBack(int levels) {
        int[] codes = {-1, 0, levels - 1};
        List<String> names =
                java.util.stream.IntStream.range(0, levels).mapToObj(i -> "level " + i).toList();
        byte[] plain = ColumnBytes.plain(new Column.Codes(codes, names));
        Column.Codes read = (Column.Codes) ColumnBytes.column(plain);
        assertThat(read.codes()).containsExactly(codes);
        assertThat(read.levels()).isEqualTo(names);
    }

    @Test
    void sharedColumnsAreStoredOnce() throws IOException {
        double[] values = new java.util.SplittableRandom(1).doubles(200_000).toArray();
        Column column = new Column.Numbers(values);
        Path path = folder.resolve("demo.counterpoise.mv.db");
        try (ProjectFile file = ProjectFile.create(path, NO_PASSWORD)) {
            for (int step = 1; step <= 10; step++) {
                append(file, step, "data-" + step, List.of(new Column.Numbers(values), column));
            }
        }
        assertThat(Files.size(path)).isLessThan(4L * 8 * values.length);
    }

    @Test
    void aNewStepForgetsUndoneOnesAndTheirColumns() {
        Column first = new Column.Numbers(new double[] {0.5});
        Column second = new Column.Numbers(new double[] {0.25});
        Path path = folder.resolve("demo");
        try (ProjectFile file = ProjectFile.create(path, NO_PASSWORD)) {
            append(file, 1, "data-1", List.of(first));
            append(file, 2, "data-2", List.of(first, second));
            file.markUndone(2, true);
            assertThat(file.steps()).hasSize(2);
            append(file, 2, "data-2", List.of(second));
            assertThat(file.steps()).extracting(StoredStep::undone).containsExactly(false, false);
            assertThat(file.artifact("data-1").orElseThrow().columns()).hasSize(1);
            assertThat(file.artifact("data-2").orElseThrow().columns()).hasSize(1);
        }
    }

    @Test
    void aPasswordHidesEverything() throws IOException {
        Path path = folder.resolve("secret.counterpoise.mv.db");
        Optional<char[]> password = Optional.of("päss word".toCharArray());
        try (ProjectFile file = ProjectFile.create(path, password)) {
            append(
                    file,
                    1,
                    "data-1",
                    List.of(new Column.Texts(new String[] {"confidential words"})));
        }
        byte[] bytes = Files.readAllBytes(path);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("data-1")
                .doesNotContain("confidential");
        refused(path, NO_PASSWORD, "protected by a password");
        refused(path, Optional.of("other".toCharArray()), "password does not open");
        assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
        try (ProjectFile file = ProjectFile.open(path, password)) {
            assertThat(file.artifact("data-1")).isPresent();
        }
    }

    @Test
    void aProjectIsOpenOnlyOnceInOneProgram() {
        Path path = folder.resolve("demo");
        try (ProjectFile file = ProjectFile.create(path, NO_PASSWORD)) {
            refused(path, NO_PASSWORD, "already open");
            assertThat(file.steps()).isEmpty();
        }
        ProjectFile.open(path, NO_PASSWORD).close();
    }

    @Test
    void aProjectOfANewerVersionIsLeftAlone() throws IOException {
        Path path = sample();
        change(
                path,
                "insert into \"flyway_schema_history\" select 99, '99', 'later', 'SQL', 'V99.sql',"
                        + " 0, 'x', now(), 1, true");
        untouched(path, "newer version");
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws IOException {
        Path path = folder.resolve("other.mv.db");
        change(path, "create table recipes (id int)");
        untouched(path, "not a Counterpoise project");
    }

    @Test
    void anythingElseIsNotAProject() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.counterpoise.mv.db"), "dear diary");
        untouched(text, "not a Counterpoise project");
        Path empty = Files.createFile(folder.resolve("empty.counterpoise.mv.db"));
        untouched(empty, "not a Counterpoise project");
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
        untouched(table, "not a Counterpoise project");
        refused(folder, NO_PASSWORD, "folder");
        refused(folder.resolve("nothing"), NO_PASSWORD, "no project");
        Path directory = Files.createDirectory(folder.resolve("folder.counterpoise.mv.db"));
        refused(directory, NO_PASSWORD, "folder");
    }

    @Test
    void aDamagedFileIsLeftAlone() throws IOException {
        Path path = sample();
        byte[] bytes = Files.readAllBytes(path);
        Arrays.fill(bytes, 2 * 4096, bytes.length, (byte) 0x5A);
        Files.write(path, bytes);
        untouched(path, "damaged");
    }

    @Test
    void aReadOnlyFileIsSaidToBeSo() throws IOException {
        Path path = sample();
        assertThat(path.toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(path), "this user may write everywhere: test skipped");
        untouched(path, "only be read");
    }

    @Test
    void aSemicolonInANameIsRefused() {
        Path path = folder.resolve("a;b=c.counterpoise.mv.db");
        assertThatThrownBy(() -> ProjectFile.create(path, NO_PASSWORD))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("semicolon");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExistingProjectIsNotOverwritten() throws IOException {
        Path path = sample();
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> ProjectFile.create(path, NO_PASSWORD))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("already a project");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    private Path sample() {
        Path path = folder.resolve("sample.counterpoise.mv.db");
        try (ProjectFile file = ProjectFile.create(path, NO_PASSWORD)) {
            append(file, 1, "data-1", List.of(new Column.Numbers(new double[] {1.5, 2.5})));
        }
        return path;
    }

    private static void append(ProjectFile file, int number, String id, List<Column> columns) {
        StoredArtifact artifact = new StoredArtifact(id, "0".repeat(64), "{}", columns);
        file.append(new StoredStep(number, false, "{}"), List.of(artifact), Progress.NONE);
    }

    private static void change(Path path, String sql) {
        String database = path.toString().replace(".mv.db", "");
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:h2:file:" + database, "counterpoise", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void untouched(Path path, String message) throws IOException {
        byte[] before = Files.readAllBytes(path);
        refused(path, NO_PASSWORD, message);
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        try (var siblings = Files.list(path.resolveSibling("."))) {
            assertThat(siblings.filter(file -> file.toString().endsWith(".trace.db"))).isEmpty();
        }
    }

    private static void refused(Path path, Optional<char[]> password, String message) {
        assertThatThrownBy(() -> ProjectFile.open(path, password))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(message);
    }
}
