package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Schema;

import java.util.List;
import java.util.Optional;

/// Rows grouped by the exact values of columns, whatever bands they have.
final class Keys {
    private Keys() {}

    /// Groups by value; rows with a missing value in a column have code -1.
    static Grouping of(Dataset data, List<String> columns) {
        Dataset part = data.project(columns.stream().distinct().toList());
        Schema unbanded =
                new Schema(
                        part.schema().columns().stream()
                                .map(info -> info.withBinning(Optional.empty()))
                                .toList());
        return Grouping.of(part.withSchema(unbanded), part.schema().names());
    }
}
