package org.counterpoise.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The column that says of each row whether it was observed or made.
///
/// Every synthetic or augmented table carries it, so that no row can pass for a person.
public final class OriginColumn {
    public static final String NAME = "counterpoise_origin";
    public static final String REAL = "real";
    public static final String SYNTHETIC = "synthetic";

    private static final List<String> LEVELS = List.of(REAL, SYNTHETIC);

    private OriginColumn() {}

    /// The dataset with every row marked alike, in a column at the end; an older mark is replaced.
    public static Dataset mark(Dataset data, boolean synthetic) {
        int[] codes = new int[data.rows()];
        Arrays.fill(codes, synthetic ? 1 : 0);
        return unmarked(data).with(info(), new Column.Codes(codes, LEVELS));
    }

    /// The dataset without the mark.
    public static Dataset unmarked(Dataset data) {
        return marked(data)
                ? data.project(data.schema().names().stream().filter(n -> !n.equals(NAME)).toList())
                : data;
    }

    /// Whether the rows are marked.
    public static boolean marked(Dataset data) {
        return data.schema().has(NAME);
    }

    /// The rows that were made, ascending. Without a mark, the part decides: all rows of a
    /// SYNTHETIC table, none of any other.
    public static int[] syntheticRows(Dataset data) {
        return rows(data, SYNTHETIC);
    }

    /// The rows that were observed, ascending: all that are not synthetic.
    public static int[] realRows(Dataset data) {
        return rows(data, REAL);
    }

    private static int[] rows(Dataset data, String origin) {
        if (!marked(data)) {
            boolean all = (data.part() == Part.SYNTHETIC) == origin.equals(SYNTHETIC);
            return all ? IntStream.range(0, data.rows()).toArray() : new int[0];
        }
        Column.Codes marks = data.codes(NAME);
        int synthetic = marks.levels().indexOf(SYNTHETIC);
        boolean wanted = origin.equals(SYNTHETIC);
        return IntStream.range(0, data.rows())
                .filter(row -> (synthetic >= 0 && marks.codes()[row] == synthetic) == wanted)
                .toArray();
    }

    /// The real rows and below them the synthetic ones, as one table of part AUGMENTED.
    ///
    /// Has the columns of `synthetic`: what was not synthesised, such as identifiers, is left out
    /// of the real rows too, so that the mark alone tells them apart. Real rows that already carry
    /// a mark keep it.
    public static Dataset combine(Dataset real, Dataset synthetic) {
        Dataset bottom = mark(synthetic, true);
        Dataset top = (marked(real) ? real : mark(real, false)).project(bottom.schema().names());
        return Tables.append(top.withSchema(bottom.schema()), bottom).withPart(Part.AUGMENTED);
    }

    private static ColumnInfo info() {
        return ColumnInfo.of(NAME, ColumnType.CATEGORY)
                .withRole(Role.IGNORED)
                .withLabel("Origin of the row");
    }
}
