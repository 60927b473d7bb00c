package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/// Cuts one chunk of a CSV file into cells and hands each to the sink of its column.
final class CsvParser {
    private final CsvText text;
    private final List<ReadOptions.ColumnOptions> columns;
    private final CellSink[] sinks;
    private final byte separator;
    private final int quote;

    private byte[] bytes = new byte[0];
    private int length;
    private byte[] unescaped = new byte[256];
    private int pos;
    private long line;

    /// @param columns names and types for messages, one per sink
    CsvParser(CsvText text, List<ReadOptions.ColumnOptions> columns, CellSink[] sinks) {
        this.text = text;
        this.columns = columns;
        this.sinks = sinks;
        this.separator = text.dialect().separator();
        this.quote = text.dialect().quote();
    }

    /// Columns of which only the names are known.
    static List<ReadOptions.ColumnOptions> untyped(List<String> names) {
        return names.stream()
                .map(name -> new ReadOptions.ColumnOptions(name, ColumnType.TEXT, List.of()))
                .toList();
    }

    /// @throws UserProblem naming the first line and column that cannot be read
    void parse(CsvIndex.Chunk chunk) throws IOException {
        bytes = new byte[chunk.length()];
        try (FileChannel channel = FileChannel.open(text.bytes(), StandardOpenOption.READ)) {
            length = CsvText.fill(channel, bytes, chunk.length(), chunk.offset());
        }
        pos = 0;
        line = chunk.firstLine();
        int row = chunk.firstRow();
        while (pos < length) {
            if (isBreak(bytes[pos])) {
                endLine();
            } else {
                record(row++);
            }
        }
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    /// Steps over `\n`, `\r\n` or `\r`.
    private void endLine() {
        boolean carriageReturn = bytes[pos] == '\r';
        pos++;
        if (carriageReturn && pos < length && bytes[pos] == '\n') {
            pos++;
        }
        line++;
    }

    private void record(int row) {
        long recordLine = line;
        int column = 0;
        while (true) {
            if (pos < length && bytes[pos] == quote) {
                quotedCell(column, row, recordLine);
            } else {
                plainCell(column, row, recordLine);
            }
            column++;
            if (pos >= length || isBreak(bytes[pos])) {
                break;
            }
            pos++;
        }
        if (column != sinks.length) {
            throw ragged(column, recordLine);
        }
        if (pos < length) {
            endLine();
        }
    }

    private void plainCell(int column, int row, long recordLine) {
        int from = pos;
        int i = pos;
        while (i < length) {
            byte b = bytes[i];
            if (b == separator || b == '\n' || b == '\r') {
                break;
            }
            i++;
        }
        pos = i;
        int to = i;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        emit(column, bytes, from, to, row, recordLine);
    }

    private void quotedCell(int column, int row, long recordLine) {
        int from = pos + 1;
        int i = from;
        int out = -1;
        while (i < length) {
            byte b = bytes[i];
            if (b == quote) {
                if (i + 1 >= length || bytes[i + 1] != quote) {
                    break;
                }
                out = out < 0 ? copy(from, i) : out;
                i++;
            } else if (text.places().quotedBreaks() && isBreak(b)) {
                line += b == '\n' && bytes[i - 1] == '\r' ? 0 : 1;
            }
            if (out >= 0) {
                out = append(out, bytes[i]);
            }
            i++;
        }
        int to = i;
        pos = Math.min(length, i + 1);
        while (pos < length && bytes[pos] == ' ') {
            pos++;
        }
        if (pos < length && bytes[pos] != separator && !isBreak(bytes[pos])) {
            throw textAfterQuote(column, recordLine);
        }
        if (out >= 0) {
            emit(column, unescaped, 0, out, row, recordLine);
        } else {
            emit(column, bytes, from, to, row, recordLine);
        }
    }

    private int copy(int from, int to) {
        if (to - from + 1 > unescaped.length) {
            unescaped = new byte[2 * (to - from + 1)];
        }
        System.arraycopy(bytes, from, unescaped, 0, to - from);
        return to - from;
    }

    private int append(int out, byte b) {
        if (out == unescaped.length) {
            unescaped = java.util.Arrays.copyOf(unescaped, 2 * out);
        }
        unescaped[out] = b;
        return out + 1;
    }

    private void emit(int column, byte[] buffer, int from, int to, int row, long recordLine) {
        if (column >= sinks.length) {
            return;
        }
        try {
            if (!sinks[column].accept(buffer, from, to, row, recordLine)) {
                throw misfit(column, text.excerpt(buffer, from, to), recordLine);
            }
        } catch (CharacterCodingException e) {
            throw text.problem(
                    "\""
                            + text.excerpt(buffer, from, to)
                            + "\" is not text in the encoding "
                            + text.charset().name()
                            + ".",
                    recordLine,
                    columns.get(column).name(),
                    "Choose another encoding, for example ISO-8859-1 or windows-1252.");
        }
    }

    private UserProblem misfit(int column, String value, long recordLine) {
        ReadOptions.ColumnOptions options = columns.get(column);
        String type =
                switch (options.type()) {
                    case INTEGER -> "a whole number";
                    case REAL -> "a number";
                    case DATE -> "a date like 2024-03-31";
                    case DATE_TIME -> "a date and time like 2024-03-31T14:05:00";
                    case BOOLEAN -> "one of two values";
                    case CATEGORY, TEXT -> "text";
                };
        return text.problem(
                "\"" + value + "\" is not " + type + ".",
                recordLine,
                options.name(),
                "Correct the cell, add its text to the missing codes, or read the column as "
                        + ColumnType.CATEGORY.name().toLowerCase(Locale.ROOT)
                        + ".");
    }

    private UserProblem ragged(int found, long recordLine) {
        return text.problem(
                (found == 1 ? "The row has 1 cell" : "The row has " + found + " cells")
                        + " where "
                        + sinks.length
                        + (sinks.length == 1 ? " is" : " are")
                        + " expected.",
                recordLine,
                "Give every row the same number of cells; put cells that hold the separator in"
                        + " quotes, or choose another separator.");
    }

    private UserProblem textAfterQuote(int column, long recordLine) {
        String name =
                column < columns.size() ? columns.get(column).name() : String.valueOf(column + 1);
        return text.problem(
                "Text follows a closing quote.",
                recordLine,
                name,
                "Write a quote inside a quoted cell twice, or read the file with another quote"
                        + " character or none.");
    }
}
