import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the app image, the AOT cache inside it, and this platform's installer.
///
/// Run by `mvn -Pdist package` with a JDK 25 or newer as
/// `java installer/Package.java VERSION MAIN_JAR TARGET`. Options that do not depend on the build are
/// in `installer/image.options` and in `installer/PLATFORM/*.options`.
final class Package {

    /// What differs per platform inside an app image.
    private enum Platform {
        LINUX("Counterpoise", "bin/Counterpoise", "lib/app"),
        WINDOWS("Counterpoise", "Counterpoise.exe", "app"),
        MACOS("Counterpoise.app", "Contents/MacOS/Counterpoise", "Contents/app");

        final String image;
        final String launcher;
        final String app;

        Platform(String image, String launcher, String app) {
            this.image = image;
            this.launcher = launcher;
            this.app = app;
        }

        static Platform current() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return os.contains("win") ? WINDOWS : os.contains("mac") ? MACOS : LINUX;
        }

        Path options(String file) {
            return Path.of("installer", name().toLowerCase(Locale.ROOT), file);
        }
    }

    private static final Platform PLATFORM = Platform.current();

    private Package() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String version = args[0];
        String mainJar = args[1];
        Path target = Path.of(args[2]);
        Path images = target.resolve("image");
        Path installers = target.resolve("installer");
        deleteTree(images);
        deleteTree(installers);

        jpackage(
                "@installer/image.options",
                "@" + PLATFORM.options("image.options"),
                "--input", target.resolve("counterpoise/lib").toString(),
                "--main-jar", mainJar,
                "--app-content", target.resolve("counterpoise/sample-data").toString(),
                "--app-version", version,
                "--dest", images.toString());
        Path image = images.resolve(PLATFORM.image);
        addCache(image, target.resolve("aot-training"));
        jpackage(
                "@" + PLATFORM.options("installer.options"),
                "--app-version", version,
                "--app-image", image.toString(),
                "--license-file", "LICENSE",
                "--dest", installers.toString());
    }

    /// Trains the cache by opening the window once, and makes the launcher use it.
    ///
    /// Only what the first window needs: a cache of the whole program takes longer to load than it
    /// saves, and so do profiles, which set the optimising compiler to work at once. The launcher's
    /// configuration names the cache only afterwards: a Java that is told to write a cache
    /// refuses to read one.
    private static void addCache(Path image, Path session) throws IOException, InterruptedException {
        Path app = image.resolve(PLATFORM.app).toAbsolutePath();
        Path cache = app.resolve("counterpoise.aot");
        String options =
                String.join(
                        " ",
                        "-XX:AOTCacheOutput=" + cache,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining",
                        "-Dcounterpoise.config=" + session,
                        "-Dcounterpoise.projects=" + session,
                        hasDisplay() ? "" : "-Dglass.platform=Headless -Dprism.order=sw");
        run(
                Map.of("JAVA_TOOL_OPTIONS", options),
                session.resolveSibling("aot-training.log"),
                image.resolve(PLATFORM.launcher).toString(),
                "rehearse");
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no cache at " + cache);
        }
        Files.writeString(
                app.resolve("Counterpoise.cfg"),
                System.lineSeparator() + "java-options=-XX:AOTCache=$APPDIR/counterpoise.aot"
                        + System.lineSeparator(),
                StandardOpenOption.APPEND);
    }

    private static boolean hasDisplay() {
        return PLATFORM != Platform.LINUX || System.getenv("DISPLAY") != null;
    }

    private static void jpackage(String... arguments) {
        ToolProvider jpackage = ToolProvider.findFirst("jpackage").orElseThrow();
        int status = jpackage.run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException("jpackage failed: " + Arrays.toString(arguments));
        }
    }

    private static void run(Map<String, String> environment, Path log, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(
                    String.join(" ", command) + " ended with status " + status + ", see " + log);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
