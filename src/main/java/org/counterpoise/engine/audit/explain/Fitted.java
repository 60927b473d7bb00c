package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A model of all rows that were learnt from.
///
/// @param source all rows
/// @param rows of it that were learnt from, ascending
/// @param data those rows
/// @param columns that the model learns from
/// @param target of those rows
/// @param table those rows, cut into bins
/// @param units people, by row of `data`
record Fitted(
        Dataset source,
        int[] rows,
        Dataset data,
        List<ColumnInfo> columns,
        Target target,
        BinnedTable table,
        int[] units,
        BinnedBoosting model) {

    /// One row among those of the model, so that cells can be exchanged.
    ///
    /// @param data the model's rows and, after them, the row
    /// @param table the same in bins
    /// @param row its position in both
    record Place(Dataset data, BinnedTable table, int row) {}

    /// Numbers and categories of which a model may learn.
    static List<ColumnInfo> columns(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role().predictor())
                .filter(info -> !(data.column(info.name()) instanceof Column.Texts))
                .toList();
    }

    /// @throws UserProblem if there is nothing to learn, or too few rows to learn from
    static Fitted of(Dataset data, ExplainSettings settings, long seed, Progress progress) {
        Target whole = Target.of(data, settings.explains());
        List<ColumnInfo> columns = columns(data);
        progress.check();
        int[] known = whole.known();
        int[] units = Folds.units(data.select(known));
        int[] taken = Folds.sample(units, settings.modelRows(), Streams.derive(seed, "sample"));
        int[] rows = IntStream.of(taken).map(i -> known[i]).toArray();
        Target target = whole.select(rows);
        int[] own = IntStream.of(taken).map(i -> units[i]).toArray();
        require(data, target, own, settings.folds());
        Dataset sample = data.select(rows);
        BinnedTable table =
                BinnedTable.of(
                        sample,
                        columns.stream().map(ColumnInfo::name).toList(),
                        progress.part(0, 0.3));
        progress.report(0.3, "Training a model");
        BinnedBoosting model =
                target.fit(
                        table,
                        target.known(),
                        IntStream.range(0, columns.size()).toArray(),
                        progress.silent());
        return new Fitted(data, rows, sample, columns, target, table, own, model);
    }

    private static void require(Dataset data, Target target, int[] units, int folds) {
        int fewest = Folds.smallestClass(target.classes(), units, target.binary() ? 2 : 1);
        if (fewest < 2 * folds) {
            throw new UserProblem(
                    "Too few rows to explain a model of \""
                            + target.column().title()
                            + "\": "
                            + (target.binary() ? "its rarer class has " : "there are ")
                            + fewest
                            + ", and "
                            + 2 * folds
                            + " are needed.",
                    data.name(),
                    "Choose a dataset with more rows, or fewer folds.");
        }
    }

    /// What the model says of a row of the dataset, and of the same row with other cells.
    Place place(int row) {
        int[] positions = Arrays.copyOf(rows, rows.length + 1);
        positions[rows.length] = row;
        Dataset joined = source.select(positions);
        return new Place(joined, table.recode(joined), rows.length);
    }

    /// Probability or number of a row of a table.
    double value(BinnedTable cut, int row) {
        return target.value(model.scores(cut, new int[] {row})[0]);
    }
}
