package org.counterpoise.engine.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes CSV by RFC 4180 with line feeds: UTF-8, commas, quotes where they are needed.
final class CsvOut implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private int cells;
    private boolean lastEmpty;

    CsvOut(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    void row(List<String> texts) throws IOException {
        for (String text : texts) {
            cell(text);
        }
        endRow();
    }

    void cell(String text) throws IOException {
        if (cells++ > 0) {
            out.write(',');
        }
        lastEmpty = text.isEmpty();
        String written = needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
        out.write(written.getBytes(StandardCharsets.UTF_8));
    }

    /// A row of one empty cell is written as quotes, or it would be an empty line.
    void endRow() throws IOException {
        if (cells == 1 && lastEmpty) {
            out.write('"');
            out.write('"');
        }
        out.write('\n');
        cells = 0;
    }

    /// Spaces at the ends are quoted too, because readers strip them otherwise.
    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.startsWith(" ") || text.endsWith(" ");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
