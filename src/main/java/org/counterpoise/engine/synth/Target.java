package org.counterpoise.engine.synth;

import java.util.Map;

/// How many rows are wanted of one group.
///
/// @param cell column to level as in [org.counterpoise.engine.data.Grouping]; empty for anyone
/// @param rows at least 0
public record Target(Map<String, String> cell, int rows) {
    public Target {
        cell = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cell));
        if (rows < 0) {
            throw new IllegalArgumentException("rows " + rows);
        }
    }
}
