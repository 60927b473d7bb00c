package org.counterpoise.workbench.widget;

import org.counterpoise.engine.finding.Evidence;

import java.util.List;
import java.util.stream.Collectors;

/// Small tables as CSV by RFC 4180, decimal point, full precision.
final class CsvText {
    private CsvText() {}

    static String of(Evidence table) {
        return line(table.columns())
                + table.rows().stream()
                        .map(row -> line(row.stream().map(Clip::cell).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
