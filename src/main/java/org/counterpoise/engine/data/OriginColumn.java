package org.counterpoise.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The column that says of each row whether it was observed or made.
///
/// Every synthetic or augmented table carries it, so that no row can pass for a person. It also
/// says in which generation a row was made, so that rows made from made rows are known as such.
public final class OriginColumn {
    public static final String NAME = "counterpoise_origin";
    public static final String REAL = "real";
    public static final String SYNTHETIC = "synthetic";

    private static final String LABEL = "Origin of the row";
    private static final List<String> LEVELS = List.of(REAL, SYNTHETIC);

    private OriginColumn() {}

    /// The dataset with every row marked alike, in a column at the end; an older mark is replaced.
    public static Dataset mark(Dataset data, boolean synthetic) {
        return mark(data, synthetic ? 1 : 0);
    }

    /// The dataset with every row marked as made in this generation.
    ///
    /// @param generation 0 for observed rows, 1 for rows made from observed ones, 2 for rows made
    ///     from rows of generation 1, and so on
    public static Dataset mark(Dataset data, int generation) {
        List<String> levels = generation < 2 ? LEVELS : List.of(REAL, SYNTHETIC + "-" + generation);
        int[] codes = new int[data.rows()];
        Arrays.fill(codes, generation == 0 ? 0 : 1);
        return unmarked(data).with(info(), new Column.Codes(codes, levels));
    }

    /// The highest generation among the rows; 0 if all were observed.
    public static int generation(Dataset data) {
        if (!marked(data)) {
            return data.part() == Part.SYNTHETIC ? 1 : 0;
        }
        Column.Codes marks = data.codes(NAME);
        long[] counts = marks.counts();
        return IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .map(level -> generation(marks.levels().get(level)))
                .max()
                .orElse(0);
    }

    /// What rows there are: "real (generation 0)", "synthetic rows only, generation 1" or
    /// "300 real and 200 synthetic rows, generation 1".
    public static String words(Dataset data) {
        int generation = generation(data);
        int made = generation == 0 ? 0 : syntheticRows(data).length;
        if (made == 0) {
            return "real (generation 0)";
        } else if (made == data.rows()) {
            return "synthetic rows only, generation " + generation;
        }
        return String.format(
                Locale.ROOT,
                "%,d real and %,d synthetic rows, generation %d",
                data.rows() - made,
                made,
                generation);
    }

    /// A table as it was read from a file, with a column of this name and these levels known for
    /// what it is: ignored by every method, read only for the origin of rows.
    static Dataset recognised(Dataset data) {
        if (!marked(data)
                || !(data.column(NAME) instanceof Column.Codes marks)
                || !marks.levels().stream()
                        .allMatch(level -> level.equals(REAL) || generation(level) > 0)) {
            return data;
        }
        return data.withSchema(
                data.schema().with(NAME, read -> read.withRole(Role.IGNORED).withLabel(LABEL)));
    }

    private static int generation(String level) {
        if (level.equals(SYNTHETIC)) {
            return 1;
        }
        return level.matches(SYNTHETIC + "-\\d{1,6}")
                ? Integer.parseInt(level.substring(SYNTHETIC.length() + 1))
                : 0;
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
        int[] ofLevel = marks.levels().stream().mapToInt(OriginColumn::generation).toArray();
        boolean wanted = origin.equals(SYNTHETIC);
        return IntStream.range(0, data.rows())
                .filter(
                        row -> {
                            int code = marks.codes()[row];
                            return (code >= 0 && ofLevel[code] > 0) == wanted;
                        })
                .toArray();
    }

    /// The real rows and below them the synthetic ones, as one table of part AUGMENTED.
    ///
    /// Has the columns of `synthetic`: what was not synthesised, such as identifiers, is left out
    /// of the real rows too, so that the mark alone tells them apart. Real rows that already carry
    /// a mark keep it, and the synthetic ones are one generation later than the latest of them.
    public static Dataset combine(Dataset real, Dataset synthetic) {
        Dataset bottom = mark(synthetic, generation(real) + 1);
        Dataset top = (marked(real) ? real : mark(real, false)).project(bottom.schema().names());
        return Tables.append(top.withSchema(bottom.schema()), bottom).withPart(Part.AUGMENTED);
    }

    private static ColumnInfo info() {
        return ColumnInfo.of(NAME, ColumnType.CATEGORY).withRole(Role.IGNORED).withLabel(LABEL);
    }
}
