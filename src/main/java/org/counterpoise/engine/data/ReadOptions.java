package org.counterpoise.engine.data;

import java.util.List;
import java.util.Map;

/// How a file is read: every guess of the sniffer, as the user left it. Stored in the import step,
/// so that reading again guesses nothing.
///
/// @param format the kind of file
/// @param encoding IANA name for text formats: "UTF-8", "UTF-16LE", "UTF-16BE" or "ISO-8859-1"
/// @param separator one character for CSV; empty for other formats
/// @param quote one character, or empty for none
/// @param decimal "." or ","
/// @param header whether the first line holds the names
/// @param sheet for Excel, the sheet's name; empty for other formats
/// @param missing texts that mean "missing" in every column; the empty cell always does
/// @param columns the columns in file order
public record ReadOptions(
        Format format,
        String encoding,
        String separator,
        String quote,
        String decimal,
        boolean header,
        String sheet,
        List<String> missing,
        List<ColumnOptions> columns) {

    public enum Format {
        CSV,
        /// Plates drawn as grids: letters down, numbers across, one grid below the other.
        PLATE_GRID,
        PARQUET,
        JSON_LINES,
        EXCEL
    }

    /// How one column is read.
    ///
    /// @param name the column's name in the dataset
    /// @param type what its cells are read as
    /// @param missing further texts that mean "missing" in this column, e.g. "-9"
    public record ColumnOptions(String name, ColumnType type, List<String> missing) {
        public ColumnOptions {
            missing = List.copyOf(missing);
        }

        public ColumnOptions withType(ColumnType newType) {
            return new ColumnOptions(name, newType, missing);
        }
    }

    public ReadOptions {
        missing = List.copyOf(missing);
        columns = List.copyOf(columns);
    }

    /// The same file and dialect with other missing codes and columns.
    public ReadOptions with(List<String> newMissing, List<ColumnOptions> newColumns) {
        return new ReadOptions(
                format, encoding, separator, quote, decimal, header, sheet, newMissing, newColumns);
    }

    ReadOptions withFormat(Format newFormat) {
        return new ReadOptions(
                newFormat, encoding, separator, quote, decimal, header, sheet, missing, columns);
    }

    /// The settings as pairs of label and value, for people.
    public Map<String, String> shown() {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        map.put("format", format.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        if (format == Format.CSV || format == Format.PLATE_GRID) {
            map.put("encoding", encoding);
            map.put("separator", separator.equals("\t") ? "tab" : separator);
            map.put("quote", quote.isEmpty() ? "none" : quote);
            map.put("decimal mark", decimal);
        }
        if (format == Format.CSV || format == Format.EXCEL) {
            map.put("header", header ? "in line 1" : "none");
        }
        if (format == Format.EXCEL) {
            map.put("sheet", sheet);
        }
        map.put("missing", missing.isEmpty() ? "empty" : "empty, " + String.join(", ", missing));
        return map;
    }
}
