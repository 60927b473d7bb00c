package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whole tables put together.
public final class Tables {
    private Tables() {}

    /// The rows of one table under those of another that has the same columns.
    ///
    /// Levels are united: those of `top` keep their order, new ones of `bottom` follow. Name, part,
    /// roles and units are those of `top`.
    ///
    /// @throws UserProblem if names or types of the columns differ
    public static Dataset append(Dataset top, Dataset bottom) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < top.schema().size(); i++) {
            columns.add(join(top.column(i), matching(top.schema().columns().get(i), bottom)));
        }
        if (bottom.schema().size() != top.schema().size()) {
            throw new UserProblem(
                    "The tables do not have the same columns.",
                    top.name() + " and " + bottom.name(),
                    "Leave out the columns that only one of them has.");
        }
        return new Dataset(top.name(), top.part(), top.schema(), columns);
    }

    private static Column matching(ColumnInfo wanted, Dataset from) {
        ColumnInfo found = from.schema().column(wanted.name());
        if (found.type() != wanted.type()) {
            throw new UserProblem(
                    "\"" + wanted.name() + "\" has another type in each table.",
                    wanted.type() + " and " + found.type(),
                    "Read both tables with the same types.");
        }
        return from.column(wanted.name());
    }

    private static Column join(Column top, Column bottom) {
        return switch (top) {
            case Column.Numbers first -> join(first, ((Column.Numbers) bottom).values());
            case Column.Codes first -> join(first, (Column.Codes) bottom);
            case Column.Texts first -> join(first, ((Column.Texts) bottom).values());
        };
    }

    private static Column join(Column.Numbers top, double[] bottom) {
        double[] all = Arrays.copyOf(top.values(), top.size() + bottom.length);
        System.arraycopy(bottom, 0, all, top.size(), bottom.length);
        return new Column.Numbers(all);
    }

    private static Column join(Column.Texts top, @Nullable String[] bottom) {
        @Nullable String[] all = Arrays.copyOf(top.values(), top.size() + bottom.length);
        System.arraycopy(bottom, 0, all, top.size(), bottom.length);
        return new Column.Texts(all);
    }

    private static Column join(Column.Codes top, Column.Codes bottom) {
        Set<String> united = new LinkedHashSet<>(top.levels());
        united.addAll(bottom.levels());
        List<String> levels = List.copyOf(united);
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        int[] recoded =
                bottom.levels().stream().mapToInt(l -> positions.getOrDefault(l, -1)).toArray();
        int[] all = Arrays.copyOf(top.codes(), top.size() + bottom.size());
        for (int row = 0; row < bottom.size(); row++) {
            int code = bottom.codes()[row];
            all[top.size() + row] = code < 0 ? -1 : recoded[code];
        }
        return new Column.Codes(all, levels);
    }
}
