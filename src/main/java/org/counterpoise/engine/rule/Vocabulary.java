package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The words a rule may use: the columns of a table and the levels of its categories.
///
/// @param levels per column of categories; other columns are not in it
public record Vocabulary(Schema schema, Map<String, List<String>> levels) {
    /// Nothing is known: any name may be a column and any value a level.
    static final Vocabulary UNKNOWN = new Vocabulary(new Schema(List.of()), Map.of());

    public Vocabulary {
        levels = Map.copyOf(levels);
    }

    /// The columns and levels of a table.
    public static Vocabulary of(Dataset data) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (ColumnInfo info : data.schema().columns()) {
            if (data.column(info.name()) instanceof Column.Codes codes) {
                levels.put(info.name(), codes.levels());
            }
        }
        return new Vocabulary(data.schema(), levels);
    }

    /// The same columns with the levels of both, e.g. before and after rare levels are merged.
    public Vocabulary with(Vocabulary other) {
        Map<String, List<String>> both = new LinkedHashMap<>(levels);
        other.levels()
                .forEach(
                        (column, more) ->
                                both.merge(
                                        column,
                                        more,
                                        (a, b) ->
                                                Stream.concat(a.stream(), b.stream())
                                                        .distinct()
                                                        .toList()));
        return new Vocabulary(schema, both);
    }

    boolean known() {
        return schema.size() > 0;
    }

    boolean column(String name) {
        return !known() || schema.has(name);
    }

    List<String> levels(String column) {
        return levels.getOrDefault(column, List.of());
    }
}
