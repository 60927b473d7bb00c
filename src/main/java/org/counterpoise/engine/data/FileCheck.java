package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;

/// What kind of file it is, and what to say when it cannot be read at all.
final class FileCheck {
    /// Beginnings of files that are often chosen by mistake.
    private static final Map<String, String> OTHERS =
            Map.of(
                    "\u001f\u008b", "a gzip archive: unpack it first",
                    "%PDF", "a PDF document",
                    "\u0089PNG", "a picture",
                    "\u00ff\u00d8\u00ff", "a picture",
                    "\u00d0\u00cf\u0011\u00e0", "an old Excel workbook: save it as .xlsx first",
                    "$FL2", "an SPSS file: export it as CSV first",
                    "<stata_dta>", "a Stata file: export it as CSV first",
                    "H:2,block", "an H2 database: open it as a project instead");

    private FileCheck() {}

    /// @throws UserProblem if the file is missing, a folder or unreadable
    static void isFile(Path file) {
        if (!Files.exists(file)) {
            throw new UserProblem(
                    "There is no such file.", file.toString(), "Check the name and the folder.");
        } else if (Files.isDirectory(file)) {
            throw new UserProblem(
                    "This is a folder, not a file.", file.toString(), "Choose a file inside it.");
        } else if (!Files.isReadable(file)) {
            throw noPermission(file);
        }
    }

    /// @throws UserProblem if the file is missing, a folder, unreadable or empty
    static void readable(Path file) {
        isFile(file);
        try {
            if (Files.size(file) == 0) {
                throw new UserProblem(
                        "The file is empty (0 bytes).",
                        file.toString(),
                        "Choose a file that holds data.");
            }
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    /// The kind of file, by its first bytes and then by its name.
    ///
    /// @throws UserProblem if it is a kind that cannot be read
    static ReadOptions.Format format(Path file) throws IOException {
        String head = head(file);
        if (head.startsWith("PAR1")) {
            return ReadOptions.Format.PARQUET;
        } else if (head.startsWith("PK\u0003\u0004")) {
            return ReadOptions.Format.EXCEL;
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (head.startsWith(other.getKey())) {
                throw notATable(file, "The file is " + other.getValue() + ".");
            }
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".xlsx")) {
            throw notATable(
                    file,
                    "The file is called "
                            + name.substring(name.lastIndexOf('.'))
                            + " but does not begin like one; it is damaged or something else.");
        }
        boolean json =
                name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
        String text = head.replace("\u00ef\u00bb\u00bf", "").strip();
        return json || text.startsWith("{\"") || text.startsWith("[{")
                ? ReadOptions.Format.JSON_LINES
                : ReadOptions.Format.CSV;
    }

    private static String head(Path file) throws IOException {
        byte[] head = new byte[64];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = CsvText.fill(channel, head, head.length, 0);
            return new String(head, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    static UserProblem notATable(Path file, String what) {
        return new UserProblem(
                what,
                String.valueOf(file.getFileName()),
                "Choose a CSV, TSV, Parquet, JSON lines or Excel (.xlsx) file.");
    }

    private static UserProblem noPermission(Path file) {
        return new UserProblem(
                "You have no permission to read the file.",
                file.toString(),
                "Ask its owner for access, or copy it to a folder of yours.");
    }

    /// What went wrong on disk, in words.
    static UserProblem problem(Path file, Exception e) {
        Throwable cause = e.getCause();
        return switch (e instanceof UncheckedIOException && cause != null ? cause : e) {
            case NoSuchFileException missing ->
                    new UserProblem(
                            "There is no such file or folder.",
                            String.valueOf(missing.getFile()),
                            "Check the name and the folder.",
                            e);
            case AccessDeniedException denied ->
                    new UserProblem(
                            "You have no permission for this.",
                            String.valueOf(denied.getFile()),
                            "Ask the owner for access, or choose another folder.",
                            e);
            default ->
                    new UserProblem(
                            "The disk reports: " + e.getMessage() + ".",
                            file.toString(),
                            "Check that there is space left and that the disk is connected.",
                            e);
        };
    }
}
