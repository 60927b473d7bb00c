package org.counterpoise.engine.data;

/// What a column holds.
public enum ColumnType {
    /// Whole numbers, kept exactly up to 2^53.
    INTEGER,
    REAL,
    /// Two levels; the file's own words for them are kept.
    BOOLEAN,
    CATEGORY,
    /// Days since 1970-01-01.
    DATE,
    /// Seconds since 1970-01-01T00:00.
    DATE_TIME,
    /// Free text, or more levels than a category may have.
    TEXT;

    /// Whether values are numbers on an axis (dates are).
    public boolean numeric() {
        return this == INTEGER || this == REAL || this == DATE || this == DATE_TIME;
    }

    /// Whether values are one of a set of levels.
    public boolean coded() {
        return this == BOOLEAN || this == CATEGORY;
    }
}
