package org.counterpoise.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses separator, quote, decimal mark and header from the first lines of a text file.
final class DialectSniffer {
    private static final int SAMPLE_ROWS = 500;

    /// In this order where several cut every line alike: a comma may be a decimal mark.
    private static final String SEPARATORS = "\t;|,";

    private static final Pattern COMMA_NUMBER = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern POINT_NUMBER = Pattern.compile("[+-]?\\d+\\.\\d+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    /// @param agreement share of the sampled rows that have the usual number of cells, 0 to 1
    /// @param columns the usual number of cells
    record Guess(CsvDialect dialect, double agreement, int columns) {}

    private DialectSniffer() {}

    /// @param sample the beginning of the text; bytes beyond ASCII may be decoded in any way
    /// @param cut whether the sample ends before the text does
    static Guess guess(String sample, boolean cut) {
        char quote = quote(sample);
        char separator = ',';
        double bestAgreement = 0;
        int columns = 1;
        for (char candidate : SEPARATORS.toCharArray()) {
            Map<Integer, Integer> widths = new HashMap<>();
            List<List<String>> rows = rows(sample, candidate, quote, cut);
            rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
            for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
                double agreement = (double) width.getValue() / rows.size();
                if (width.getKey() > 1 && agreement > bestAgreement) {
                    separator = candidate;
                    bestAgreement = agreement;
                    columns = width.getKey();
                }
            }
        }
        if (bestAgreement < 0.5) {
            separator = ',';
            columns = 1;
            bestAgreement = 1;
        }
        List<List<String>> rows = rows(sample, separator, quote, cut);
        byte decimal = decimal(rows);
        CsvDialect dialect =
                new CsvDialect((byte) separator, (byte) quote, decimal, header(rows, decimal));
        return new Guess(dialect, bestAgreement, columns);
    }

    /// A single quote only where cells begin and end with it and no double quote does.
    private static char quote(String sample) {
        boolean doubles = Pattern.compile("(^|[\\t;|,\\n\\r])\"").matcher(sample).find();
        boolean singles =
                Pattern.compile("(^|[\\t;|,\\n\\r])'[^'\\n\\r]*'($|[\\t;|,\\n\\r])")
                        .matcher(sample)
                        .find();
        return singles && !doubles ? '\'' : '"';
    }

    /// The complete rows of a sample, at most [#SAMPLE_ROWS].
    static List<List<String>> rows(String sample, char separator, char quote, boolean cut) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < sample.length() && rows.size() < SAMPLE_ROWS; i++) {
            char c = sample.charAt(i);
            boolean start = i == 0 || isEnd(sample.charAt(i - 1), separator);
            if (c == quote && (quoted || start || sample.charAt(i - 1) == quote)) {
                if (!quoted && !start) {
                    cell.append(quote);
                }
                quoted = !quoted;
            } else if (quoted || !isEnd(c, separator)) {
                cell.append(c);
            } else {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c != separator) {
                    addRow(rows, row);
                    row = new ArrayList<>();
                }
            }
        }
        if (!cut && rows.size() < SAMPLE_ROWS && (!row.isEmpty() || !cell.isEmpty())) {
            row.add(cell.toString().strip());
            addRow(rows, row);
        }
        return rows;
    }

    private static boolean isEnd(char c, char separator) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static void addRow(List<List<String>> rows, List<String> row) {
        if (row.size() > 1 || !row.getFirst().isEmpty()) {
            rows.add(row);
        }
    }

    /// A comma if numbers are written with one, none with a point, and it cannot only be grouping
    /// thousands.
    private static byte decimal(List<List<String>> rows) {
        int commas = 0;
        int grouped = 0;
        int points = 0;
        for (List<String> row : rows) {
            for (String cell : row) {
                if (COMMA_NUMBER.matcher(cell).matches()) {
                    commas++;
                    grouped += GROUPED.matcher(cell).matches() ? 1 : 0;
                } else if (POINT_NUMBER.matcher(cell).matches()) {
                    points++;
                }
            }
        }
        return (byte) (commas > grouped && commas > 10 * points ? ',' : '.');
    }

    /// A header is a first row of words above columns of numbers or dates; where there are only
    /// words, a first row whose words do not come again.
    static boolean header(List<List<String>> rows, byte decimal) {
        if (rows.isEmpty()) {
            return true;
        }
        List<String> first = rows.getFirst();
        List<List<String>> body = rows.subList(1, rows.size());
        int typed = 0;
        int again = 0;
        for (int column = 0; column < first.size(); column++) {
            String name = first.get(column);
            if (isTyped(name, decimal) || ColumnTally.TOKENS.contains(name)) {
                typed++;
            } else if (isTypedColumn(body, column, decimal)) {
                return true;
            } else if (contains(body, column, name)) {
                again++;
            }
        }
        return typed == 0 && 2 * again <= first.size();
    }

    private static boolean isTypedColumn(List<List<String>> body, int column, byte decimal) {
        int typed = 0;
        int words = 0;
        for (List<String> row : body) {
            String cell = column < row.size() ? row.get(column) : "";
            if (isTyped(cell, decimal)) {
                typed++;
            } else if (!cell.isEmpty() && !ColumnTally.TOKENS.contains(cell)) {
                words++;
            }
        }
        return typed > 9 * words;
    }

    private static boolean isTyped(String cell, byte decimal) {
        byte[] bytes = cell.getBytes(StandardCharsets.ISO_8859_1);
        return !Double.isNaN(NumberText.parse(bytes, 0, bytes.length, decimal))
                || !Double.isNaN(MomentText.dateTime(bytes, 0, bytes.length));
    }

    private static boolean contains(List<List<String>> body, int column, String word) {
        return body.stream().anyMatch(row -> column < row.size() && row.get(column).equals(word));
    }

    /// Names made distinct: an empty one becomes "column 3", the second "age" becomes "age (2)".
    ///
    /// @param told receives a sentence for each name that was changed
    static List<String> distinctNames(List<String> names, List<String> told) {
        Set<String> taken = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i);
            String base = name;
            for (int n = 2; used.contains(name) || (n > 2 && taken.contains(name)); n++) {
                name = base + " (" + n + ")";
            }
            if (!name.equals(names.get(i))) {
                told.add(
                        names.get(i).isEmpty()
                                ? "Column "
                                        + (i + 1)
                                        + " has no name; it is called \""
                                        + name
                                        + "\"."
                                : "The name \""
                                        + base
                                        + "\" occurs twice; column "
                                        + (i + 1)
                                        + " is called \""
                                        + name
                                        + "\".");
            }
            used.add(name);
            distinct.add(name);
        }
        return distinct;
    }
}
