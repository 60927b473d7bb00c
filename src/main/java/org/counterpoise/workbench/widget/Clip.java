package org.counterpoise.workbench.widget;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.finding.Evidence;

import java.util.List;
import java.util.stream.Collectors;

/// The clipboard, and tables as text with full precision.
public final class Clip {
    private Clip() {}

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// A table as TSV: one line of headings, then one per row.
    static String tsv(Evidence table) {
        return line(table.columns())
                + table.rows().stream()
                        .map(row -> line(row.stream().map(Clip::cell).toList()))
                        .collect(Collectors.joining());
    }

    /// A cell with full precision, free of tabs and line breaks.
    static String cell(Object value) {
        return value instanceof Double number
                ? CellText.number(number)
                : value.toString().replaceAll("[\\t\\r\\n]+", " ");
    }

    private static String line(List<String> cells) {
        return String.join("\t", cells) + "\n";
    }
}
