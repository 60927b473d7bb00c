package org.counterpoise.session.store;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

/// H2 as Counterpoise uses it: every commit is on disk before it returns, and the process that
/// opened a file locks out the others.
final class Database implements AutoCloseable {
    /// The newest migration in `db/migration`.
    static final int LATEST = 1;

    static final String USER = "counterpoise";
    private static final String HISTORY = "flyway_schema_history";

    /// Flyway tells at length what it does to an empty file. Held, or the level would be forgotten.
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    static {
        MIGRATIONS.setLevel(Level.WARNING);
    }

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private Database(DataSource source) {
        this.pool = JdbcConnectionPool.create((JdbcDataSource) source);
        this.jdbi = Jdbi.create(pool);
    }

    static Database create(Location location, Optional<char[]> password) {
        return migrated(new Database(source(location, password, "")));
    }

    static Database open(Location location, Optional<char[]> password) {
        return migrated(new Database(source(location, password, ";IFEXISTS=TRUE")));
    }

    private static Database migrated(Database database) {
        try {
            Flyway.configure()
                    .dataSource(database.pool)
                    .locations("classpath:db/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Reads who made a file and how new it is, without changing it.
    ///
    /// @throws org.counterpoise.engine.UserProblem if it is not ours, or newer than this program
    static void inspect(Location location, Optional<char[]> password) {
        Path file = location.file();
        DataSource source = source(location, password, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        Optional<Integer> version = Jdbi.create(source).withHandle(Database::version);
        if (version.isEmpty()) {
            throw StoreProblems.notOurs(file);
        } else if (version.get() > LATEST) {
            throw StoreProblems.newer(file);
        }
    }

    /// The newest migration that a database has seen; empty if it is not ours.
    private static Optional<Integer> version(Handle handle) {
        List<String> tables =
                handle.createQuery("select lower(table_name) from information_schema.tables")
                        .mapTo(String.class)
                        .list();
        if (!tables.contains(HISTORY) || !tables.contains("project")) {
            return Optional.empty();
        }
        return handle.createQuery("select max(cast(\"version\" as int)) from \"" + HISTORY + "\"")
                .mapTo(Integer.class)
                .findOne();
    }

    private static JdbcDataSource source(
            Location location, Optional<char[]> password, String options) {
        JdbcDataSource source = new JdbcDataSource();
        // Trace files would litter the user's folder.
        source.setUrl(
                "jdbc:h2:file:"
                        + location.database()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                        + (password.isPresent() ? ";CIPHER=AES" : "")
                        + options);
        source.setUser(USER);
        source.setPassword(password.map(Database::filePassword).orElse(""));
        return source;
    }

    /// H2 takes the file's and the user's password as one text with a space between, so the file's
    /// is written in hexadecimal.
    private static String filePassword(char[] password) {
        StringBuilder text = new StringBuilder();
        for (char c : password) {
            text.append(String.format("%04x", (int) c));
        }
        return text + " ";
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /// Writes everything to the disk itself, so that a power cut loses nothing either.
    void sync() {
        jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
