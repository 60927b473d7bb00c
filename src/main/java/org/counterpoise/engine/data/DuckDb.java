package org.counterpoise.engine.data;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An embedded DuckDB in memory, for Parquet. It may not load or fetch extensions.
final class DuckDb implements AutoCloseable {
    private static final int POLL_MILLIS = 50;

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb open() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("temp_directory", System.getProperty("java.io.tmpdir"));
        settings.setProperty("threads", String.valueOf(Parallel.threads()));
        try {
            DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
            database.run("SET TimeZone = 'UTC'", Progress.NONE);
            return database;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Runs a statement on a thread of its own, so that it can be stopped while it runs.
    ///
    /// @throws IOException what DuckDB said, where the statement failed
    void run(String sql, Progress progress) throws IOException {
        try (Statement statement = connection.createStatement()) {
            FutureTask<Boolean> task = new FutureTask<>(() -> statement.execute(sql));
            Thread.ofPlatform().daemon().name("counterpoise-duckdb").start(task);
            await(task, statement, progress);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void await(FutureTask<Boolean> task, Statement statement, Progress progress)
            throws IOException, SQLException {
        while (true) {
            try {
                task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (progress.cancelled()) {
                    statement.cancel();
                    throw new CancelledException();
                }
            } catch (InterruptedException e) {
                statement.cancel();
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw new IOException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /// Names and types of a query's columns, in order.
    Map<String, String> describe(String query) throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("DESCRIBE " + query)) {
            while (result.next()) {
                types.put(result.getString(1), result.getString(2));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        return types;
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String name(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
