package org.counterpoise.session.store;

import org.counterpoise.engine.data.Column;

import java.util.List;

/// An artifact as the project file keeps it.
///
/// @param id unique within the project, undone steps included
/// @param hash of its content, in hexadecimal
/// @param json everything but the columns
/// @param columns of a dataset, in order; empty for anything else
public record StoredArtifact(String id, String hash, String json, List<Column> columns) {
    public StoredArtifact {
        columns = List.copyOf(columns);
    }
}
