package org.counterpoise.workbench.sample;

import javafx.application.Platform;

import org.counterpoise.engine.Progress;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;
import org.counterpoise.session.StepRecord;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Runs a sample project from file to report without a display, and pictures every screen.
///
/// Leaves the project, `report.pdf`, `report.html`, `report.json`, `protocol.json` and `screens/`
/// in a folder. Needs JavaFX's headless platform: [#prepare()] must come before any window.
public final class SampleSession {
    private static final Samples SAMPLE = Samples.FLCHAIN;

    private final Path folder;
    private final PrintStream out;

    private SampleSession(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /// Chooses the headless platform and the software renderer for this process.
    public static void prepare() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// @param folder is made if it does not exist; files of an earlier run are replaced
    /// @param out is told of each step and each picture
    /// @throws org.counterpoise.engine.UserProblem if the folder cannot be written
    public static void run(Path folder, PrintStream out) {
        SampleSession session = new SampleSession(folder, out);
        Path file = session.makeProject();
        new ScreenTour(file, folder.resolve("screens"), out).take();
        Platform.exit();
    }

    private Path makeProject() {
        Path file = folder.resolve(SAMPLE.id() + ".counterpoise.mv.db").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Project project = Project.create(file, Optional.empty())) {
            project.onChange(() -> project.undoable().ifPresent(this::tell));
            SAMPLE.runAll(project, Progress.NONE);
            List<Path> written =
                    ReportWriter.write(
                            project,
                            new ReportOptions(
                                    SAMPLE.title(), List.of(ReportOptions.Format.values())),
                            folder,
                            Progress.NONE);
            written.forEach(path -> out.println("      " + path));
        }
        return file;
    }

    private void tell(StepRecord record) {
        out.printf(
                Locale.ROOT,
                "%4d  %-56s %6.1f s%n",
                record.number(),
                Project.describe(record.step()),
                record.took().toMillis() / 1000.0);
    }
}
