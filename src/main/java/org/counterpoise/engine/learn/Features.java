package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.List;

/// Which columns a model can learn from.
///
/// @param columns names, in the order of the schema
/// @param notes which columns with a predictor's role were left out, and why
public record Features(List<String> columns, List<String> notes) {
    /// A category with more levels than this names things rather than describing them.
    public static final int MOST_LEVELS = 100;

    public Features {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /// The columns whose role makes them predictors and that hold something to learn from.
    public static Features of(Dataset data) {
        List<String> columns = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            if (info.role().predictor()) {
                String obstacle = obstacle(data.column(info.name()));
                if (obstacle.isEmpty()) {
                    columns.add(info.name());
                } else {
                    notes.add("Models leave out \"" + info.name() + "\": " + obstacle + ".");
                }
            }
        }
        return new Features(columns, notes);
    }

    private static String obstacle(Column column) {
        return switch (column) {
            case Column.Texts _ -> "it is free text";
            case Column.Codes codes -> {
                long present = 0;
                for (long count : codes.counts()) {
                    present += count > 0 ? 1 : 0;
                }
                yield present > MOST_LEVELS ? "it has " + present + " levels" : "";
            }
            case Column.Numbers _ -> "";
        };
    }
}
