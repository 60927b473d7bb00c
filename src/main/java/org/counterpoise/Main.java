package org.counterpoise;

import org.counterpoise.cli.Cli;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.workbench.Workbench;
import org.counterpoise.workbench.sample.SampleSession;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Entry point: the workbench without arguments or with a file to open, else the command line.
public final class Main {
    /// First argument that runs the sample session whether or not there is a display.
    private static final String SAMPLE_SESSION = "sample-session";

    /// Held, for a logger that nobody holds forgets its filter.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] args) {
        List<String> given = List.of(args);
        TOOLKIT.setFilter(record -> !isAboutClassPath(record));
        // Labels hold dashes and multiplication signs, whatever the terminal's locale says.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        if (given.isEmpty() && !hasDisplay()) {
            out.println("There is no display: running the sample session without a window.");
            System.exit(sampleSession(Path.of(target(), SAMPLE_SESSION), out, err));
        } else if (given.isEmpty() || given.equals(List.of(Workbench.REHEARSAL)) || isFile(given)) {
            Workbench.open(args);
        } else if (given.getFirst().equals(SAMPLE_SESSION)) {
            Path folder = Path.of(given.size() > 1 ? given.getLast() : SAMPLE_SESSION);
            System.exit(sampleSession(folder, out, err));
        } else {
            System.exit(Cli.run(args, out, err));
        }
    }

    /// JavaFX would rather be on the module path; half of what we stand on has no modules.
    private static boolean isAboutClassPath(LogRecord record) {
        return String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration");
    }

    /// A data file or a project, as a file manager hands it over; no command has a dot in its name.
    private static boolean isFile(List<String> given) {
        return given.size() == 1
                && given.getFirst().contains(".")
                && hasDisplay()
                && Files.isRegularFile(Path.of(given.getFirst()));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// The build's folder when Maven runs us, else the working folder.
    private static String target() {
        return System.getProperty("counterpoise.target", ".");
    }

    private static int sampleSession(Path folder, PrintStream out, PrintStream err) {
        SampleSession.prepare();
        try {
            SampleSession.run(folder, out);
            return Cli.DONE;
        } catch (UserProblem problem) {
            err.println(problem.getMessage());
            return Cli.MISTAKE;
        }
    }

    /// Only Linux runs without one; "Headless" is how tests ask for a window nobody sees.
    private static boolean hasDisplay() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !os.contains("linux")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || "Headless".equals(System.getProperty("glass.platform"));
    }
}
