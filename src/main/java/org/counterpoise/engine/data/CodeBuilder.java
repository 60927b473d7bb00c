package org.counterpoise.engine.data;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects categories: each chunk numbers the words it meets, and the numbers are brought together
/// at the end, so that the levels are in alphabetical order whatever the chunks were.
final class CodeBuilder implements ColumnBuilder {
    private final ReadOptions.ColumnOptions options;
    private final CsvText text;
    private final MissingCodes missing;
    private final List<CsvIndex.Chunk> chunks;
    private final int[] codes;
    private final List<ByteDictionary> dictionaries = new ArrayList<>();

    CodeBuilder(
            ReadOptions.ColumnOptions options,
            CsvText text,
            MissingCodes missing,
            List<CsvIndex.Chunk> chunks,
            int rows) {
        this.options = options;
        this.text = text;
        this.missing = missing;
        this.chunks = chunks;
        this.codes = new int[rows];
        chunks.forEach(chunk -> dictionaries.add(new ByteDictionary()));
    }

    @Override
    public CellSink sink(int chunk) {
        ByteDictionary dictionary = dictionaries.get(chunk);
        return (bytes, from, to, row, line) -> {
            int known = dictionary.size();
            int code = dictionary.put(bytes, from, to, line);
            if (code == known) {
                // A new word is decoded here, where a wrong encoding can be told with its place.
                text.decode(bytes, from, to);
            }
            codes[row] = code;
            return true;
        };
    }

    @Override
    public Column finish() {
        TreeMap<String, Long> firstLines = new TreeMap<>();
        for (ByteDictionary dictionary : dictionaries) {
            for (int i = 0; i < dictionary.size(); i++) {
                if (!missing(dictionary.key(i))) {
                    firstLines.merge(word(dictionary.key(i)), dictionary.line(i), Math::min);
                }
            }
        }
        if (options.type() == ColumnType.BOOLEAN && firstLines.size() > 2) {
            throw notBoolean(firstLines);
        }
        List<String> levels = List.copyOf(firstLines.keySet());
        Map<String, Integer> positions = new java.util.HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        Parallel.map(chunks.size(), Progress.NONE, "", chunk -> renumber(chunk, positions));
        return new Column.Codes(codes, levels);
    }

    private int renumber(int chunk, Map<String, Integer> positions) {
        ByteDictionary dictionary = dictionaries.get(chunk);
        int[] renumbered = new int[dictionary.size()];
        for (int i = 0; i < renumbered.length; i++) {
            byte[] key = dictionary.key(i);
            renumbered[i] = missing(key) ? -1 : positions.getOrDefault(word(key), -1);
        }
        int first = chunks.get(chunk).firstRow();
        int end = first + chunks.get(chunk).rows();
        for (int row = first; row < end; row++) {
            codes[row] = renumbered[codes[row]];
        }
        return chunk;
    }

    private boolean missing(byte[] key) {
        return missing.matches(key, 0, key.length);
    }

    private String word(byte[] key) {
        try {
            return text.decode(key, 0, key.length);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("was decoded when it was met", e);
        }
    }

    private RuntimeException notBoolean(Map<String, Long> firstLines) {
        List<Map.Entry<String, Long>> inOrder =
                firstLines.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getValue))
                        .toList();
        return text.problem(
                "\"" + inOrder.get(2).getKey() + "\" is a third value in a column of two.",
                inOrder.get(2).getValue(),
                options.name(),
                "Correct the cell, add its text to the missing codes, or read the column as"
                        + " category.");
    }
}
