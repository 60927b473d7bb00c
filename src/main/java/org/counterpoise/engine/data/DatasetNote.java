package org.counterpoise.engine.data;

import java.util.List;

/// Something worth knowing about a dataset before it is used, with a suggestion where there is one.
///
/// @param columns which columns it is about; empty for the whole table
/// @param headline one short sentence
/// @param reason why it is thought so, with the figures it rests on
/// @param changes the columns as they could be set instead, whole; empty if there is no suggestion
public record DatasetNote(
        Kind kind, List<String> columns, String headline, String reason, List<ColumnInfo> changes) {

    /// What a note is about.
    public enum Kind {
        LEAKAGE,
        PLATE,
        MOLECULE,
        OUTCOME,
        PROTECTED,
        IDENTIFIER,
        WEIGHT,
        DUPLICATE_ROWS,
        CONSTANT,
        ALL_MISSING
    }

    public DatasetNote {
        columns = List.copyOf(columns);
        changes = List.copyOf(changes);
    }
}
