package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

/// The marks of a CSV file as bytes.
///
/// @param separator between cells
/// @param quote around cells, or [#NO_QUOTE]
/// @param decimal the mark between whole number and fraction
/// @param header whether the first record holds names
record CsvDialect(byte separator, int quote, byte decimal, boolean header) {

    /// Equal to no byte.
    static final int NO_QUOTE = 256;

    /// What the intermediate files of other formats are written in.
    static final CsvDialect PLAIN = new CsvDialect((byte) ',', '"', (byte) '.', true);

    static CsvDialect of(ReadOptions options) {
        return new CsvDialect(
                mark(options.separator(), "separator"),
                options.quote().isEmpty() ? NO_QUOTE : mark(options.quote(), "quote"),
                mark(options.decimal(), "decimal mark"),
                options.header());
    }

    CsvDialect withDecimal(byte newDecimal) {
        return new CsvDialect(separator, quote, newDecimal, header);
    }

    CsvDialect withHeader(boolean newHeader) {
        return new CsvDialect(separator, quote, decimal, newHeader);
    }

    private static byte mark(String text, String what) {
        if (text.length() == 1 && text.charAt(0) < 128 && !"\n\r".contains(text)) {
            return (byte) text.charAt(0);
        }
        throw new UserProblem(
                "\"" + text + "\" cannot be a " + what + ".",
                "how the file is read",
                "Choose one plain character.");
    }
}
