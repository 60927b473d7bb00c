package org.counterpoise.session.store;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.DataFormatException;

/// A project in a file. Each change is one transaction that is on disk when the method returns; a
/// process that is killed at any moment leaves the file as it was after the last one.
public final class ProjectFile implements AutoCloseable {
    /// H2 would let one process open a file twice.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Location location;
    private final Optional<char[]> password;
    private final Map<Column, String> hashes = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Database database;

    private ProjectFile(Location location, Optional<char[]> password, Database database) {
        this.location = location;
        this.password = password.map(char[]::clone);
        this.database = database;
    }

    /// Makes a new, empty project.
    ///
    /// @param password to encrypt the file with (AES)
    /// @throws UserProblem if there is one at this place, or the folder cannot be written to
    public static ProjectFile create(Path given, Optional<char[]> password) {
        checkPassword(password);
        Location location = Location.of(given);
        Path file = location.file();
        Path folder = file.getParent();
        if (Files.exists(file)) {
            throw StoreProblems.exists(file);
        } else if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserProblem(
                    "The project cannot be kept in this folder.",
                    String.valueOf(folder),
                    "Choose a folder that exists and in which you may write.");
        }
        return claimed(location, password, Database::create)
                .with(
                        handle ->
                                handle.execute(
                                        "insert into project (name, created) values (?, ?)",
                                        location.name(),
                                        now()));
    }

    /// Opens a project, bringing one made by an older version up to date.
    ///
    /// @throws UserProblem if it is not there, not ours, newer, locked, damaged, read-only or
    ///     protected by another password; the file is then untouched
    public static ProjectFile open(Path given, Optional<char[]> password) {
        Location location = Location.existing(given, password);
        location.requireWritable();
        Optional<char[]> needed = location.encrypted() ? password : Optional.empty();
        return claimed(
                location,
                needed,
                (place, key) -> {
                    Database.inspect(place, key);
                    return Database.open(place, key);
                });
    }

    private interface Opening {
        Database open(Location location, Optional<char[]> password);
    }

    private static ProjectFile claimed(
            Location location, Optional<char[]> password, Opening opening) {
        Path file = location.file();
        if (!OPEN.add(file)) {
            throw StoreProblems.openHere(file);
        }
        boolean opened = false;
        try {
            Database database = opening.open(location, password);
            opened = true;
            return new ProjectFile(location, password, database);
        } catch (JdbiException | FlywayException e) {
            throw StoreProblems.of(e, file);
        } finally {
            if (!opened) {
                OPEN.remove(file);
            }
        }
    }

    private static void checkPassword(Optional<char[]> password) {
        if (password.isPresent() && password.get().length == 0) {
            throw new UserProblem(
                    "The password is empty.", "project", "Type a password, or choose none.");
        }
    }

    private ProjectFile with(Consumer<Handle> change) {
        change(change);
        return this;
    }

    /// Whether a project file can only be opened with a password; false if there is no such file.
    ///
    /// @throws UserProblem if the file is no database at all
    public static boolean needsPassword(Path given) {
        Location location = Location.of(given);
        return Files.isRegularFile(location.file()) && location.encrypted();
    }

    public String name() {
        return location.name();
    }

    /// The database file, absolute.
    public Path path() {
        return location.file();
    }

    /// All steps in order, those kept for redo included.
    public List<StoredStep> steps() {
        return read(
                handle ->
                        handle.createQuery("select number, undone, json from step order by number")
                                .map(
                                        (row, context) ->
                                                new StoredStep(
                                                        row.getInt("number"),
                                                        row.getBoolean("undone"),
                                                        row.getString("json")))
                                .list());
    }

    /// When the project was last changed.
    public Instant savedAt() {
        return read(
                handle ->
                        handle.createQuery(
                                        "select greatest((select max(created) from project),"
                                                + " coalesce((select max(saved) from step),"
                                                + " timestamp with time zone '1970-01-01 00:00:00Z'))")
                                .mapTo(OffsetDateTime.class)
                                .one()
                                .toInstant());
    }

    /// Adds a step and what it made, and forgets the steps that were kept for redo.
    ///
    /// @param progress may cancel until the transaction begins
    /// @throws UserProblem if it could not be saved; the file is then as before
    public void append(StoredStep step, List<StoredArtifact> artifacts, Progress progress) {
        List<List<Packed>> columns =
                artifacts.stream().map(artifact -> packed(artifact.columns(), progress)).toList();
        progress.check();
        change(
                handle -> {
                    forgetUndone(handle);
                    handle.execute(
                            "insert into step (number, undone, json, saved) values (?, ?, ?, ?)",
                            step.number(),
                            step.undone(),
                            step.json(),
                            now());
                    for (int i = 0; i < artifacts.size(); i++) {
                        insert(handle, step.number(), i, artifacts.get(i), columns.get(i));
                    }
                });
    }

    private static void forgetUndone(Handle handle) {
        if (handle.execute("delete from step where undone") > 0) {
            handle.execute(
                    "delete from column_data where hash not in"
                            + " (select hash from artifact_column)");
        }
    }

    private static void insert(
            Handle handle, int step, int place, StoredArtifact artifact, List<Packed> columns) {
        handle.execute(
                "insert into artifact (id, step, place, hash, json) values (?, ?, ?, ?, ?)",
                artifact.id(),
                step,
                place,
                artifact.hash(),
                artifact.json());
        for (int i = 0; i < columns.size(); i++) {
            Packed column = columns.get(i);
            if (column.bytes().length > 0) {
                handle.execute(
                        "merge into column_data (hash, bytes) key (hash) values (?, ?)",
                        column.hash(),
                        column.bytes());
            }
            handle.execute(
                    "insert into artifact_column (artifact, place, hash) values (?, ?, ?)",
                    artifact.id(),
                    i,
                    column.hash());
        }
    }

    /// @param bytes empty if the file has the column already
    private record Packed(String hash, byte[] bytes) {}

    private List<Packed> packed(List<Column> columns, Progress progress) {
        Set<String> stored = storedHashes();
        return Parallel.map(
                columns.size(),
                progress,
                "saving",
                i -> {
                    Column column = columns.get(i);
                    String known = hashes.get(column);
                    if (known != null && stored.contains(known)) {
                        return new Packed(known, new byte[0]);
                    }
                    byte[] plain = ColumnBytes.plain(column);
                    String hash = ColumnBytes.hash(plain);
                    hashes.put(column, hash);
                    return new Packed(
                            hash, stored.contains(hash) ? new byte[0] : ColumnBytes.pack(plain));
                });
    }

    /// The hashes of the columns of steps that will still be there after the next one.
    private Set<String> storedHashes() {
        return read(
                handle ->
                        handle.createQuery(
                                        "select distinct c.hash from artifact_column c"
                                                + " join artifact a on a.id = c.artifact"
                                                + " join step s on s.number = a.step"
                                                + " where not s.undone")
                                .mapTo(String.class)
                                .set());
    }

    /// Marks a step as undone, or as done again.
    public void markUndone(int number, boolean undone) {
        change(
                handle ->
                        handle.execute(
                                "update step set undone = ?, saved = ? where number = ?",
                                undone,
                                now(),
                                number));
    }

    /// The ids of what a step made, in order.
    List<String> artifactIds(int step) {
        return read(
                handle ->
                        handle.createQuery("select id from artifact where step = ? order by place")
                                .bind(0, step)
                                .mapTo(String.class)
                                .list());
    }

    /// An artifact. Empty if it could not be rescued from a damaged file.
    ///
    /// @throws UserProblem if the file is damaged
    public Optional<StoredArtifact> artifact(String id) {
        Optional<StoredArtifact> found =
                read(
                        handle ->
                                handle.createQuery("select hash, json from artifact where id = ?")
                                        .bind(0, id)
                                        .map(
                                                (row, context) ->
                                                        new StoredArtifact(
                                                                id,
                                                                row.getString("hash"),
                                                                row.getString("json"),
                                                                List.of()))
                                        .findOne());
        return found.map(
                artifact -> new StoredArtifact(id, artifact.hash(), artifact.json(), columns(id)));
    }

    private List<Column> columns(String artifact) {
        record Row(String hash, byte[] bytes) {}
        List<Row> rows =
                read(
                        handle ->
                                handle.createQuery(
                                                "select d.hash, d.bytes from artifact_column c"
                                                        + " join column_data d on d.hash = c.hash"
                                                        + " where c.artifact = ? order by c.place")
                                        .bind(0, artifact)
                                        .map(
                                                (row, context) ->
                                                        new Row(
                                                                row.getString("hash"),
                                                                row.getBytes("bytes")))
                                        .list());
        return Parallel.map(
                rows.size(),
                Progress.NONE,
                "reading",
                i -> unpacked(rows.get(i).hash(), rows.get(i).bytes()));
    }

    private Column unpacked(String hash, byte[] bytes) {
        try {
            byte[] plain = ColumnBytes.unpack(bytes);
            if (!ColumnBytes.hash(plain).equals(hash)) {
                throw new DataFormatException("hash differs");
            }
            Column column = ColumnBytes.column(plain);
            hashes.put(column, hash);
            return column;
        } catch (DataFormatException e) {
            throw StoreProblems.damaged(path(), e);
        }
    }

    private <T> T read(Function<Handle, T> query) {
        try {
            return database.jdbi().withHandle(query::apply);
        } catch (JdbiException e) {
            throw StoreProblems.of(e, path());
        }
    }

    private synchronized void change(Consumer<Handle> change) {
        try {
            database.jdbi().useTransaction(change::accept);
            database.sync();
        } catch (JdbiException e) {
            reopen();
            throw StoreProblems.of(e, path());
        }
    }

    /// H2 closes a database that it could not write to. Opening it again brings back the state
    /// after the last finished step.
    private void reopen() {
        try {
            database.close();
            database = Database.open(location, password);
        } catch (JdbiException | FlywayException e) {
            throw StoreProblems.of(e, path());
        }
    }

    private static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    /// Closes the file and lets others open it.
    @Override
    public synchronized void close() {
        database.close();
        password.ifPresent(secret -> Arrays.fill(secret, '\0'));
        OPEN.remove(location.file());
    }
}
