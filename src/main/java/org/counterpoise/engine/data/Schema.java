package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The columns of a dataset, in order, with distinct names.
public record Schema(List<ColumnInfo> columns) {

    public Schema {
        columns = List.copyOf(columns);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (seen.put(columns.get(i).name(), i) != null) {
                throw new UserProblem(
                        "Two columns are called \"" + columns.get(i).name() + "\".",
                        "columns",
                        "Give each column its own name.");
            }
        }
    }

    public int size() {
        return columns.size();
    }

    public List<String> names() {
        return columns.stream().map(ColumnInfo::name).toList();
    }

    /// The position of a column, or -1.
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /// @throws UserProblem if there is no such column
    public ColumnInfo column(String name) {
        return columns.get(position(name));
    }

    /// The position of a column.
    ///
    /// @throws UserProblem if there is no such column
    public int position(String name) {
        int index = indexOf(name);
        if (index < 0) {
            throw new UserProblem(
                    "There is no column called \"" + name + "\".",
                    "columns",
                    "The columns are: " + String.join(", ", names()) + ".");
        }
        return index;
    }

    /// The columns with a role, in order.
    public List<ColumnInfo> withRole(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /// The names of the columns with a role, in order.
    public List<String> namesWithRole(Role role) {
        return withRole(role).stream().map(ColumnInfo::name).toList();
    }

    /// The first column marked as the outcome.
    public Optional<ColumnInfo> outcome() {
        return withRole(Role.OUTCOME).stream().findFirst();
    }

    /// The schema with one column changed; its name must stay.
    public Schema with(String name, UnaryOperator<ColumnInfo> change) {
        int index = position(name);
        List<ColumnInfo> changed = new ArrayList<>(columns);
        changed.set(index, change.apply(columns.get(index)));
        return new Schema(changed);
    }
}
