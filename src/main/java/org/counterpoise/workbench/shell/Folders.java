package org.counterpoise.workbench.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this system keeps a program's settings and a user's projects.
///
/// @param config small settings of the program
/// @param projects projects that the user has not put anywhere
public record Folders(Path config, Path projects) {
    /// Property that says where new projects go instead of the user's data folder.
    public static final String PROJECTS_PROPERTY = "counterpoise.projects";

    /// The folders on this machine, or those the system properties name.
    public static Folders ofSystem() {
        Folders usual =
                of(
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")),
                        System.getenv());
        return new Folders(
                named(UserPreferences.FOLDER_PROPERTY).orElse(usual.config()),
                named(PROJECTS_PROPERTY).orElse(usual.projects()));
    }

    private static Optional<Path> named(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Path::of);
    }

    /// The usual folders of an operating system.
    static Folders of(String osName, Path home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path data = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            return new Folders(data.resolve("Counterpoise"), data.resolve("Counterpoise/projects"));
        }
        if (os.startsWith("mac")) {
            Path data = home.resolve("Library/Application Support/Counterpoise");
            return new Folders(data, data.resolve("projects"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        return new Folders(config.resolve("counterpoise"), data.resolve("counterpoise/projects"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? usual : Path.of(value);
    }
}
