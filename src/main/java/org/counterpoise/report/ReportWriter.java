package org.counterpoise.report;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.Project;
import org.counterpoise.session.Protocol;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Writes a project's report: web page, pages for print, JSON, and the protocol.
public final class ReportWriter {
    private ReportWriter() {}

    /// Writes the files that the options ask for, replacing earlier ones.
    ///
    /// A file appears under its name only when it is complete.
    ///
    /// @param folder is made if it does not exist
    /// @return the files, in the order of the options
    /// @throws UserProblem if a file cannot be written
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static List<Path> write(
            Project project, ReportOptions options, Path folder, Progress progress) {
        Document document =
                document(project, options, progress.part(0, 1.0 / (1 + options.formats().size())));
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (ReportOptions.Format format : options.formats()) {
                progress.check();
                progress.report(
                        (1.0 + written.size()) / (1 + options.formats().size()),
                        "writing " + format.fileName());
                written.add(write(document, project, format, folder));
            }
        } catch (IOException e) {
            throw new UserProblem(
                    "The report cannot be written: " + e.getMessage(),
                    folder.toString(),
                    "Choose a folder that you may write to and that has room.",
                    e);
        }
        return written;
    }

    /// The pages for print, in memory.
    public static byte[] pdf(Project project, ReportOptions options, Progress progress) {
        Document document = document(project, options, progress.part(0, 0.4));
        progress.check();
        progress.report(0.4, "setting the pages");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRenderer.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Document document(Project project, ReportOptions options, Progress progress) {
        progress.report(0, "telling the story");
        return DocumentBuilder.build(
                options.title(), project.name(), project.steps(), project::artifact, progress);
    }

    private static Path write(
            Document document, Project project, ReportOptions.Format format, Path folder)
            throws IOException {
        Path file = folder.resolve(format.fileName());
        Path draft = folder.resolve(format.fileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                write(document, project, format, out);
            }
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(
            Document document, Project project, ReportOptions.Format format, OutputStream out)
            throws IOException {
        switch (format) {
            case HTML -> text(HtmlRenderer.render(document, HtmlRenderer.Medium.SCREEN), out);
            case PDF -> PdfRenderer.write(document, out);
            case JSON -> text(JsonRenderer.render(document), out);
            case PROTOCOL -> text(Protocol.of(project).toJson(), out);
        }
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
