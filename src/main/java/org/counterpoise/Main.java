package org.counterpoise;

import org.counterpoise.cli.Cli;
import org.counterpoise.cli.SampleSession;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.workbench.Workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Entry point of both the workbench and the command line.
public final class Main {
    private Main() {}

    /// Without arguments the workbench opens; where there is no display, the sample session runs
    /// instead.
    public static void main(String[] args) {
        // Labels hold dashes and multiplication signs, whatever the terminal's locale says.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        if (args.length > 0) {
            System.exit(Cli.run(args, out, err));
        } else if (display()) {
            Workbench.open(args);
        } else {
            System.exit(sampleSession(out, err));
        }
    }

    private static int sampleSession(PrintStream out, PrintStream err) {
        out.println("There is no display, so the sample session runs without a window.");
        try {
            SampleSession.run(out, err).close();
            return Cli.DONE;
        } catch (UserProblem problem) {
            err.println("counterpoise: " + problem.getMessage());
            return Cli.MISTAKE;
        }
    }

    /// Whether a window can open. Only on Linux can a session lack a display.
    private static boolean display() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || "headless".equalsIgnoreCase(System.getProperty("glass.platform"))
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
