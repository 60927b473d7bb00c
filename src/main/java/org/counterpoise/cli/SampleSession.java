package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;
import org.counterpoise.session.StepRecord;

import java.io.PrintStream;
import java.nio.file.Path;

/// The first sample, from its data file to its report, without a window.
public final class SampleSession {
    /// Property that names the folder in which `sample-session` is made.
    public static final String TARGET_PROPERTY = "counterpoise.target";

    private SampleSession() {}

    /// Where the session leaves its files.
    public static Path folder() {
        return Path.of(System.getProperty(TARGET_PROPERTY, "target"), "sample-session");
    }

    /// Runs the session, says each step as it is done, and leaves the report and the protocol.
    ///
    /// @return the project, for who wants to look at it; the caller closes it
    public static Project run(PrintStream out, PrintStream err) {
        Progress progress = new Console(out, err).progress();
        Samples sample = Samples.FLCHAIN;
        Project project = Project.inMemory(sample.id());
        Runnable unsubscribe =
                project.onChange(() -> project.undoable().ifPresent(step -> say(step, out)));
        sample.runAll(project, progress);
        unsubscribe.run();
        ReportWriter.write(project, ReportOptions.everything(sample.title()), folder(), progress)
                .forEach(file -> out.println("Wrote " + file));
        return project;
    }

    private static void say(StepRecord record, PrintStream out) {
        out.println(
                record.number()
                        + ". "
                        + Project.describe(record.step())
                        + " ("
                        + record.took().toMillis()
                        + " ms)");
    }
}
