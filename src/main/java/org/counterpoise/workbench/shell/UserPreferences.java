package org.counterpoise.workbench.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// What the program remembers of its user between two starts: one small JSON file.
///
/// A file that cannot be read or written costs the remembered choices, never the session.
public final class UserPreferences implements AutoCloseable {
    /// Property that says which folder to use instead of the system's.
    public static final String FOLDER_PROPERTY = "counterpoise.config";

    private static final Logger LOG = Logger.getLogger(UserPreferences.class.getName());
    private static final int RECENT = 8;
    private static final int SCHEMAS = 40;

    /// @param recent project files, the last opened first
    /// @param generate what was last set on the Generate page, by fingerprint of the columns, the
    ///     last used last; holds no values of the data
    public record Content(
            Theme.Choice theme,
            List<String> recent,
            boolean inspector,
            boolean tourSeen,
            Map<String, JsonNode> generate) {
        static final Content FRESH =
                new Content(Theme.Choice.SYSTEM, List.of(), true, false, Map.of());

        public Content {
            recent = List.copyOf(recent);
            generate = Collections.unmodifiableMap(new LinkedHashMap<>(generate));
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("counterpoise-preferences").factory());
    private final Path file;
    private Content content;

    /// Reads the preferences from their folder; a few hundred bytes, once at the start.
    public UserPreferences(Path folder) {
        this.file = folder.resolve("preferences.json");
        this.content = read();
    }

    private Content read() {
        if (!Files.isRegularFile(file)) {
            return Content.FRESH;
        }
        try {
            return content(json.readTree(file.toFile()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "preferences cannot be read and start afresh: " + file, e);
            return Content.FRESH;
        }
    }

    /// By hand: binding costs a tenth of a second before the first window is there.
    private static Content content(JsonNode read) {
        List<String> recent = new ArrayList<>();
        read.path("recent").forEach(path -> recent.add(path.asText()));
        Map<String, JsonNode> generate = new LinkedHashMap<>();
        read.path("generate").properties().forEach(e -> generate.put(e.getKey(), e.getValue()));
        return new Content(
                theme(read.path("theme").asText()),
                recent,
                read.path("inspector").asBoolean(Content.FRESH.inspector()),
                read.path("tourSeen").asBoolean(),
                generate);
    }

    private static Theme.Choice theme(String name) {
        return Stream.of(Theme.Choice.values())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(Content.FRESH.theme());
    }

    public Content get() {
        return content;
    }

    /// Changes the preferences now and on disk soon.
    public void change(UnaryOperator<Content> change) {
        content = change.apply(content);
        Content snapshot = content;
        writer.execute(() -> write(snapshot));
    }

    /// Puts a project at the top of the recent ones.
    public void opened(Path project) {
        String path = project.toAbsolutePath().toString();
        List<String> recent = new ArrayList<>(content.recent());
        recent.remove(path);
        recent.addFirst(path);
        forgetAfter(recent);
    }

    /// Drops a project that is no longer there.
    public void forget(String project) {
        forgetAfter(content.recent().stream().filter(path -> !path.equals(project)).toList());
    }

    private void forgetAfter(List<String> recent) {
        List<String> kept = recent.subList(0, Math.min(RECENT, recent.size()));
        change(c -> new Content(c.theme(), kept, c.inspector(), c.tourSeen(), c.generate()));
    }

    /// Keeps what was set on the Generate page for data with these columns.
    public void remember(String fingerprint, JsonNode settings) {
        Map<String, JsonNode> all = new LinkedHashMap<>(content.generate());
        all.remove(fingerprint);
        all.put(fingerprint, settings);
        while (all.size() > SCHEMAS) {
            all.remove(all.keySet().iterator().next());
        }
        change(c -> new Content(c.theme(), c.recent(), c.inspector(), c.tourSeen(), all));
    }

    private void write(Content snapshot) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("preferences.json.new");
            Files.writeString(
                    fresh, json.writerWithDefaultPrettyPrinter().writeValueAsString(snapshot));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "preferences cannot be kept: " + file, e);
        }
    }

    /// Waits for what is still to be written.
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warning("preferences were not kept in time: " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
