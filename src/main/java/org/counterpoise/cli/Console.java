package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import picocli.CommandLine;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where a command prints.
///
/// @param out results
/// @param err progress and problems
record Console(PrintStream out, PrintStream err) {
    private static final Logger LOG = Logger.getLogger(Console.class.getName());

    /// Gives each command its console.
    record Factory(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(
                        constructor.getParameterTypes(), new Class<?>[] {Console.class})) {
                    return type.cast(constructor.newInstance(console));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /// A line of progress on a terminal, nothing elsewhere.
    Progress progress() {
        java.io.Console terminal = System.console();
        return terminal != null && terminal.isTerminal()
                ? new TerminalProgress(err)
                : Progress.NONE;
    }

    /// Says what happened, where, and what to do.
    int problem(UserProblem problem) {
        err.println("counterpoise: " + problem.what());
        err.println("  where: " + (problem.where().isEmpty() ? "here" : problem.where()));
        err.println("  " + problem.remedy());
        return Cli.MISTAKE;
    }

    int bug(Exception e) {
        LOG.log(Level.SEVERE, "command failed", e);
        err.println("counterpoise: an error inside the program: " + e);
        err.println("  The lines above say where. Please report them with the command you gave.");
        return Cli.BUG;
    }
}
