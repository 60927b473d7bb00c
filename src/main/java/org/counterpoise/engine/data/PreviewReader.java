package org.counterpoise.engine.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Reads names and first rows of a text as they stand.
final class PreviewReader {
    private static final int ROWS = 100;

    private PreviewReader() {}

    /// The names in the header, or "column 1", "column 2", … where there is none.
    static List<String> names(CsvText text, CsvIndex index) throws IOException {
        boolean header = text.dialect().header();
        CsvIndex.Chunk chunk = header ? index.header() : index.chunks().getFirst();
        List<String> first = firstRecord(text, chunk);
        if (header) {
            return first;
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= first.size(); i++) {
            names.add("column " + i);
        }
        return names;
    }

    private static List<String> firstRecord(CsvText text, CsvIndex.Chunk chunk) throws IOException {
        byte[] bytes = new byte[chunk.length()];
        try (FileChannel channel = FileChannel.open(text.bytes(), StandardOpenOption.READ)) {
            CsvText.fill(channel, bytes, bytes.length, chunk.offset());
        }
        CsvDialect dialect = text.dialect();
        return DialectSniffer.rows(
                        new String(bytes, text.charset()),
                        (char) dialect.separator(),
                        (char) dialect.quote(),
                        false)
                .getFirst();
    }

    static Preview preview(CsvText text, CsvIndex index, List<String> names) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CellSink[] sinks = new CellSink[names.size()];
        for (int i = 0; i < sinks.length; i++) {
            boolean first = i == 0;
            sinks[i] =
                    (bytes, from, to, row, line) -> {
                        if (row < ROWS) {
                            if (first) {
                                rows.add(new ArrayList<>());
                            }
                            rows.get(row).add(new String(bytes, from, to - from, text.charset()));
                        }
                        return true;
                    };
        }
        new CsvParser(text, CsvParser.untyped(names), sinks).parse(index.chunks().getFirst());
        return new Preview(names, rows);
    }
}
