package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Where the records of a CSV file begin: one fast pass that cuts the file into chunks of whole
/// records, so that they can be parsed in parallel into arrays of known length.
///
/// A quote counts only at the start of a cell or right after another quote; `\n`, `\r\n` and a
/// lone `\r` end a record; empty lines are no records.
final class CsvIndex {
    /// Longest record that is read, in bytes. Longer "lines" are nearly always a binary file, a
    /// missing quote, or a file without line breaks.
    static final int MAX_RECORD = 16 << 20;

    private static final int CHUNK = 2 << 20;
    private static final int BLOCK = 1 << 20;

    /// Whole records that lie together.
    ///
    /// @param offset of the first byte in the file
    /// @param firstRow number of its first record, the header not counted
    /// @param firstLine number of its first line, from 1
    record Chunk(long offset, int length, int firstRow, int rows, long firstLine) {}

    private final CsvText text;
    private final List<Chunk> chunks = new ArrayList<>();

    private boolean inQuotes;
    private byte lastByte = '\n';
    private long quoteLine;
    private long lastClose = -2;
    private long lastReturn = -2;
    private long line = 1;
    private long recordStart;
    private long recordLine = 1;
    private boolean headerPending;
    private long chunkStart;
    private long chunkLine = 1;
    private int chunkRows;
    private int rows;
    private long headerStart;
    private int headerLength;
    private long headerLine = 1;

    private CsvIndex(CsvText text) {
        this.text = text;
        this.headerPending = text.dialect().header();
        this.recordStart = text.start();
        this.chunkStart = text.start();
    }

    /// @throws UserProblem for a line that is too long, a quote that never closes, or NUL bytes
    static CsvIndex of(CsvText text, Progress progress) throws IOException {
        CsvIndex index = new CsvIndex(text);
        try (FileChannel channel = FileChannel.open(text.bytes(), StandardOpenOption.READ)) {
            long size = channel.size();
            byte[] buffer = new byte[BLOCK];
            for (long position = text.start(); position < size; ) {
                progress.check();
                progress.report((double) position / size, "Finding lines");
                int length = CsvText.fill(channel, buffer, BLOCK, position);
                index.scan(buffer, length, position);
                position += length;
                if (position - index.recordStart > MAX_RECORD) {
                    throw index.tooLong();
                }
            }
            index.finish(size);
        }
        return index;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /// The same index, of the first chunk only.
    CsvIndex first() {
        CsvIndex first = new CsvIndex(text);
        first.chunks.add(chunks.getFirst());
        first.rows = chunks.getFirst().rows();
        return first;
    }

    /// Records, the header not counted.
    int rows() {
        return rows;
    }

    /// The header record as a chunk of one row; of length 0 if there is none.
    Chunk header() {
        return new Chunk(headerStart, headerLength, 0, headerLength == 0 ? 0 : 1, headerLine);
    }

    private void scan(byte[] buffer, int length, long position) {
        int quote = text.dialect().quote();
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            if (b > '\r' && b != quote) {
                continue;
            }
            if (b == quote) {
                quote(position + i, i == 0 ? (byte) 0 : buffer[i - 1], i == 0);
            } else if (b == '\n') {
                lineFeed(position + i);
            } else if (b == '\r') {
                carriageReturn(position + i);
            } else if (b == 0) {
                throw text.problem(
                        "The file holds a NUL byte, which text never does.",
                        line,
                        "Check that it is a text file, and that its encoding is set right.");
            }
        }
        lastByte = length > 0 ? buffer[length - 1] : lastByte;
    }

    private void quote(long at, byte before, boolean blockStart) {
        byte previous = blockStart ? lastByte : before;
        if (inQuotes) {
            inQuotes = false;
            lastClose = at;
        } else if (at == recordStart
                || previous == text.dialect().separator()
                || lastClose == at - 1) {
            if (lastClose != at - 1) {
                quoteLine = line;
            }
            inQuotes = true;
        }
    }

    private void lineFeed(long at) {
        boolean afterReturn = lastReturn == at - 1;
        if (inQuotes) {
            line += afterReturn || !text.places().quotedBreaks() ? 0 : 1;
        } else if (afterReturn) {
            recordStart = at + 1;
            if (chunkRows == 0 && chunkStart == at) {
                chunkStart = at + 1;
            }
        } else {
            endRecord(at);
        }
    }

    private void carriageReturn(long at) {
        lastReturn = at;
        if (inQuotes) {
            line += text.places().quotedBreaks() ? 1 : 0;
        } else {
            endRecord(at);
        }
    }

    /// Ends the record at a line break, or at the end of the file.
    private void endRecord(long at) {
        line++;
        if (at > recordStart) {
            if (at - recordStart > MAX_RECORD) {
                throw tooLong();
            }
            count(at);
        }
        recordStart = at + 1;
        recordLine = line;
        if (chunkRows == 0 || at + 1 - chunkStart >= CHUNK) {
            closeChunk(at + 1);
        }
    }

    private void count(long at) {
        if (headerPending) {
            headerPending = false;
            headerStart = recordStart;
            headerLength = (int) (at - recordStart);
            headerLine = recordLine;
            return;
        }
        if (rows == Integer.MAX_VALUE - 16) {
            throw text.problem(
                    "The file has more rows than can be held.", line, "Read a part of it.");
        }
        rows++;
        chunkRows++;
    }

    private void closeChunk(long end) {
        if (chunkRows > 0) {
            chunks.add(
                    new Chunk(
                            chunkStart,
                            (int) (end - chunkStart),
                            rows - chunkRows,
                            chunkRows,
                            chunkLine));
        }
        chunkStart = end;
        chunkLine = line;
        chunkRows = 0;
    }

    private void finish(long size) {
        if (inQuotes) {
            throw text.problem(
                    "A quoted cell begins here and never ends.",
                    quoteLine,
                    "Close the quote, or read the file with another quote character or none.");
        }
        if (size > recordStart) {
            endRecord(size);
        }
        closeChunk(size);
    }

    private UserProblem tooLong() {
        return inQuotes
                ? text.problem(
                        "A quoted cell begins here and does not end within 16 MB.",
                        quoteLine,
                        "Close the quote, or read the file with another quote character or none.")
                : text.problem(
                        "The line is longer than 16 MB.",
                        recordLine,
                        "Check that the file is a table with line breaks between its rows.");
    }
}
