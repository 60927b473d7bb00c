package org.counterpoise.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.counterpoise.engine.data.ReadOptions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a target population comes from.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BenchmarkSource.Weights.class, name = "weights"),
    @JsonSubTypes.Type(value = BenchmarkSource.Typed.class, name = "typed"),
    @JsonSubTypes.Type(value = BenchmarkSource.File.class, name = "file")
})
public sealed interface BenchmarkSource {

    /// The dataset's own survey weights, over each protected column and their crossing.
    record Weights(String column) implements BenchmarkSource {}

    /// Shares typed in: column to level to share.
    record Typed(Map<String, Map<String, Double>> shares) implements BenchmarkSource {
        /// Sorted, so that the same shares make the same benchmark in whatever order they came.
        public Typed {
            SortedMap<String, Map<String, Double>> sorted = new TreeMap<>();
            shares.forEach(
                    (column, levels) ->
                            sorted.put(column, Collections.unmodifiableMap(new TreeMap<>(levels))));
            shares = Collections.unmodifiableMap(sorted);
        }
    }

    /// A file with one row per group: the level columns, and a column of counts or shares.
    ///
    /// @param fileName without its folder
    /// @param sha256 of the file
    /// @param columns the dataset's columns that it describes, crossed, by the same names
    /// @param countColumn which column holds the counts or shares; empty to count rows
    record File(
            String fileName,
            String sha256,
            ReadOptions options,
            List<String> columns,
            String countColumn)
            implements BenchmarkSource {}
}
