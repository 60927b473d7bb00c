package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two datasets one under the other, so that their rows can be held against each other: the columns
/// of both that hold the same kind of values, with the roles of the first.
///
/// @param data the rows of the first, then those of the second
/// @param first how many rows are of the first
/// @param structure what is only in one of them
record TwoTables(Dataset data, int first, Words words, Structure structure) {

    /// @throws UserProblem if one has no rows, or they have no columns of the same kind
    static TwoTables of(Dataset first, Dataset second) {
        for (Dataset data : List.of(first, second)) {
            if (data.rows() == 0) {
                throw new UserProblem(
                        "There are no rows to look at.",
                        data.name(),
                        "Choose a dataset with rows.");
            }
        }
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (ColumnInfo info : shared(first, second)) {
            infos.add(info);
            columns.add(joined(first, second, info.name()));
        }
        if (infos.isEmpty()) {
            throw new UserProblem(
                    "The two tables have no column of the same name and type.",
                    first.name() + " and " + second.name(),
                    applicability(first, second).reason());
        }
        Part part =
                first.part() == Part.HOLDOUT || second.part() == Part.HOLDOUT
                        ? Part.HOLDOUT
                        : first.part();
        Dataset both = new Dataset(first.name(), part, new Schema(infos), columns);
        Words words = words(first, second);
        return new TwoTables(both, first.rows(), words, Structure.of(first, second, words));
    }

    static Applicability applicability(Dataset first, Dataset second) {
        return shared(first, second).stream().anyMatch(info -> DriftAudit.compared(info.role()))
                ? Applicability.READY
                : Applicability.missing(
                        "Choose a second table that has columns of the same names and types.");
    }

    /// Names by which they can be told apart.
    private static Words words(Dataset first, Dataset second) {
        if (!first.name().equals(second.name())) {
            return new Words(first.name(), second.name(), true);
        } else if (first.part() != second.part()) {
            return new Words(partOf(first), partOf(second), true);
        }
        return new Words(first.name() + " (first)", second.name() + " (second)", true);
    }

    private static String partOf(Dataset data) {
        return data.name()
                + switch (data.part()) {
                    case WHOLE -> " (all rows)";
                    case TRAINING -> " (training)";
                    case HOLDOUT -> " (holdout)";
                    case SYNTHETIC -> " (synthetic)";
                    case AUGMENTED -> " (augmented)";
                };
    }

    /// The columns of both that hold the same kind of values, as the first describes them.
    private static List<ColumnInfo> shared(Dataset first, Dataset second) {
        return first.schema().columns().stream()
                .filter(info -> second.schema().has(info.name()))
                .filter(info -> sameKind(info, second.schema().column(info.name())))
                .map(info -> type(info, kind(info, second.schema().column(info.name()).type())))
                .toList();
    }

    /// Whether values can be compared: fractions and whole numbers can, and so can texts and
    /// levels.
    static boolean sameKind(ColumnInfo one, ColumnInfo other) {
        return one.type() == other.type()
                || plain(one.type()) && plain(other.type())
                || !one.type().numeric() && !other.type().numeric();
    }

    private static boolean plain(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.REAL;
    }

    /// What holds the values of both.
    private static ColumnType kind(ColumnInfo one, ColumnType other) {
        if (one.type() == other && other != ColumnType.BOOLEAN) {
            return other;
        }
        return plain(other) ? ColumnType.REAL : ColumnType.CATEGORY;
    }

    private static ColumnInfo type(ColumnInfo info, ColumnType type) {
        return info.type() == type
                ? info
                : new ColumnInfo(
                        info.name(),
                        type,
                        info.role(),
                        info.level(),
                        info.unit(),
                        info.label(),
                        info.positive(),
                        info.binning());
    }

    private static Column joined(Dataset first, Dataset second, String name) {
        Column one = first.column(name);
        Column other = second.column(name);
        if (one instanceof Column.Numbers a && other instanceof Column.Numbers b) {
            double[] values = Arrays.copyOf(a.values(), a.size() + b.size());
            System.arraycopy(b.values(), 0, values, a.size(), b.size());
            return new Column.Numbers(values);
        } else if (one instanceof Column.Texts a && other instanceof Column.Texts b) {
            String[] values = Arrays.copyOf(a.values(), a.size() + b.size());
            System.arraycopy(b.values(), 0, values, a.size(), b.size());
            return new Column.Texts(values);
        }
        return joined(first.codes(name), second.codes(name));
    }

    /// The levels of the first keep their places.
    private static Column.Codes joined(Column.Codes one, Column.Codes other) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        one.levels().forEach(level -> levels.put(level, levels.size()));
        int[] place = new int[other.levels().size()];
        for (int level = 0; level < place.length; level++) {
            String name = other.levels().get(level);
            Integer known = levels.putIfAbsent(name, levels.size());
            place[level] = known == null ? levels.size() - 1 : known;
        }
        int[] codes = Arrays.copyOf(one.codes(), one.size() + other.size());
        for (int row = 0; row < other.size(); row++) {
            int code = other.codes()[row];
            codes[one.size() + row] = code < 0 ? -1 : place[code];
        }
        return new Column.Codes(codes, List.copyOf(levels.keySet()));
    }

    /// The first as what is early, the second as what is late.
    TimeLine timeLine() {
        TimeLine.Window early =
                new TimeLine.Window(words.early(), IntStream.range(0, first).toArray());
        TimeLine.Window late =
                new TimeLine.Window(words.late(), IntStream.range(first, data.rows()).toArray());
        return new TimeLine(Optional.empty(), words, early, late, List.of(early, late), List.of());
    }
}
