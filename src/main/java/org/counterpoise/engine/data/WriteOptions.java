package org.counterpoise.engine.data;

/// How a file is written.
///
/// @param neutraliseFormulas whether a cell or name that a spreadsheet would take for a formula
///     (beginning with `=`, `+`, `-`, `@`, a tab or a carriage return, and not a number) is given
///     an apostrophe in front. Changes the text, so a file for other programs is better without
public record WriteOptions(boolean neutraliseFormulas) {
    /// Every value exactly as it is.
    public static final WriteOptions USUAL = new WriteOptions(false);

    /// Safe to open in a spreadsheet.
    public static final WriteOptions FOR_SPREADSHEETS = new WriteOptions(true);
}
