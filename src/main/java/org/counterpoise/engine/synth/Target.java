package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.rule.Clause;
import org.counterpoise.engine.rule.Condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How many rows are wanted of one group.
///
/// @param cell column to level as in [org.counterpoise.engine.data.Grouping]; empty for anyone
/// @param where what else must be true of the rows, e.g. `age >= 70`; in a protocol absent for
///     nothing else
/// @param rows at least 0
public record Target(Map<String, String> cell, Condition where, int rows) {
    public Target {
        cell = Collections.unmodifiableMap(new LinkedHashMap<>(cell == null ? Map.of() : cell));
        where = where == null ? Condition.ANY : where;
        if (rows < 0) {
            throw new IllegalArgumentException("rows " + rows);
        }
    }

    /// The rows of a cell.
    public Target(Map<String, String> cell, int rows) {
        this(cell, Condition.ANY, rows);
    }

    /// The rows that meet a condition.
    public Target(Condition where, int rows) {
        this(Map.of(), where, rows);
    }

    /// The same group with another number of rows.
    Target withRows(int newRows) {
        return new Target(cell, where, newRows);
    }

    /// The target without what it says of some columns.
    Target without(Predicate<String> hidden) {
        Map<String, String> left = new LinkedHashMap<>(cell);
        left.keySet().removeIf(hidden);
        Condition condition =
                new Condition(
                        where.clauses().stream()
                                .filter(clause -> !hidden.test(clause.column()))
                                .toList());
        return new Target(left, condition, rows);
    }

    /// The target with equalities of its condition as part of its cell, at which every model aims.
    ///
    /// @param data whose columns of categories count
    Target aimed(Dataset data) {
        Map<String, String> whole = new LinkedHashMap<>(cell);
        for (Clause clause : where.clauses()) {
            if (clause instanceof Clause.In in
                    && !in.negated()
                    && in.values().size() == 1
                    && data.column(in.column()) instanceof Column.Codes) {
                whole.putIfAbsent(in.column(), in.values().getFirst());
            }
        }
        return new Target(whole, where, rows);
    }

    /// For people: "F, 70–79"; "everyone" for anyone.
    public String label() {
        if (where.any()) {
            return Cells.label(cell);
        }
        return cell.isEmpty() ? where.words() : Cells.label(cell) + ", " + where.words();
    }

    /// "sex=F,age=70–79", "sex = F and age >= 70", "everyone": the name used in metrics.
    public String key() {
        String levels =
                cell.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
        if (where.any()) {
            return levels.isEmpty() ? "everyone" : levels;
        }
        return levels.isEmpty() ? where.text() : levels + "," + where.text();
    }
}
