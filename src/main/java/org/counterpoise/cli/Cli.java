package org.counterpoise.cli;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.Version;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

/// The command line.
@Command(
        name = "counterpoise",
        description = "Finds, measures and counters human bias in biomedical data.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Versions.class,
        subcommands = {
            AdviseCommand.class,
            AuditCommand.class,
            CorrectCommand.class,
            GenerateCommand.class,
            ValidateCommand.class,
            CollapseCommand.class,
            RunCommand.class,
            ReportCommand.class,
            MethodsCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Without a command, the workbench opens.",
            "Exit code: 0 done, 2 a mistake to mend, 3 findings beyond --fail-on."
        })
public final class Cli implements Runnable {
    /// All is done.
    public static final int DONE = 0;

    /// Something went wrong inside the program.
    public static final int BUG = 1;

    /// The user can mend it; three lines on standard error say how.
    public static final int MISTAKE = 2;

    /// There are findings at least as severe as `--fail-on` names.
    public static final int FLAGGED = 3;

    private static final int WIDTH = 100;

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Counterpoise " + Version.CURRENT};
        }
    }

    @Spec CommandSpec spec = CommandSpec.create();

    private Cli() {}

    /// Runs one command.
    ///
    /// @param out where results go
    /// @param err where progress and problems go
    /// @return the exit code: [#DONE], [#BUG], [#MISTAKE] or [#FLAGGED]
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Console console = new Console(out, err);
        return new CommandLine(new Cli(), new Console.Factory(console))
                .setOut(writer(out))
                .setErr(writer(err))
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> misused(e, console))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, console))
                .execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private static int misused(CommandLine.ParameterException e, Console console) {
        if (e.getCause() instanceof UserProblem problem) {
            return console.problem(problem);
        }
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        List<String> similar =
                e instanceof CommandLine.UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        return console.problem(
                new UserProblem(
                        sentence(String.valueOf(e.getMessage())),
                        command,
                        (similar.isEmpty()
                                        ? ""
                                        : "Did you mean " + String.join(" or ", similar) + "? ")
                                + "See: "
                                + command
                                + " --help"));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static int failed(Exception e, Console console) {
        return switch (e) {
            case UserProblem problem -> console.problem(problem);
            case CancelledException cancelled -> MISTAKE;
            default -> console.bug(e);
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
