package org.counterpoise.workbench.report;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The report as it will print, composed beside the real one.
final class Preview {
    private Preview() {}

    /// Writes the PDF where nobody sees it and reads it back. Not for the FX thread.
    static PdfPages compose(Project project, String title, Progress progress) {
        try {
            Path folder = Files.createTempDirectory("counterpoise-preview");
            try {
                ReportOptions pdf = new ReportOptions(title, List.of(ReportOptions.Format.PDF));
                Path file = ReportWriter.write(project, pdf, folder, progress).getFirst();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                return new PdfPages(bytes);
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UserProblem(
                    "The preview could not be made: " + e.getMessage(),
                    System.getProperty("java.io.tmpdir"),
                    "See that this folder exists and has room.",
                    e);
        }
    }
}
