package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A table as delimited text on disk, ready to be parsed, and how its places are named to people.
///
/// @param shown the user's file, for messages
/// @param bytes where the text is: the user's file, or a temporary copy made from another format
/// @param start first byte after a byte order mark
/// @param charset of the text; plain ASCII marks must be single bytes in it
/// @param places how a place in the text is called
record CsvText(
        Path shown, Path bytes, long start, Charset charset, CsvDialect dialect, Places places) {

    /// How lines of the text are numbered and called.
    ///
    /// @param word "line" or "row"
    /// @param offset added to the number of a line
    /// @param quotedBreaks whether a line break inside quotes begins a new line
    record Places(String word, int offset, boolean quotedBreaks) {
        static final Places LINES = new Places("line", 0, true);
        static final Places SHEET_ROWS = new Places("row", 0, false);

        /// For formats without a header of their own: the copy's first line is ours.
        static final Places RECORDS = new Places("row", -1, false);
    }

    static CsvText of(Path file, long start, Charset charset, CsvDialect dialect) {
        return new CsvText(file, file, start, charset, dialect, Places.LINES);
    }

    CsvText with(CsvDialect newDialect) {
        return new CsvText(shown, bytes, start, charset, newDialect, places);
    }

    /// Fills the buffer from a position on, as far as the file goes.
    ///
    /// @return bytes read
    static int fill(FileChannel channel, byte[] buffer, int length, long position)
            throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, 0, length);
        while (target.hasRemaining()) {
            int read = channel.read(target, position + target.position());
            if (read < 0) {
                break;
            }
        }
        return target.position();
    }

    /// @throws CharacterCodingException if the bytes are not text in the charset
    String decode(byte[] buffer, int from, int to) throws CharacterCodingException {
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0) {
                return charset.newDecoder()
                        .decode(ByteBuffer.wrap(buffer, from, to - from))
                        .toString();
            }
        }
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// Text for a message: undecodable bytes are replaced, long cells are cut.
    String excerpt(byte[] buffer, int from, int to) {
        String text = new String(buffer, from, Math.min(to - from, 80), charset);
        return to - from > 60 ? text.substring(0, Math.min(text.length(), 60)) + "…" : text;
    }

    String name() {
        return String.valueOf(shown.getFileName());
    }

    /// "patients.csv, line 12"
    String place(long line) {
        return name() + ", " + places.word() + " " + (line + places.offset());
    }

    UserProblem problem(String what, long line, String remedy) {
        return new UserProblem(what, place(line), remedy);
    }

    UserProblem problem(String what, long line, String column, String remedy) {
        return new UserProblem(what, place(line) + ", column \"" + column + "\"", remedy);
    }
}
