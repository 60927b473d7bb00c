package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Mends rows so that they obey a rule, where one value follows from the others: a formula's column
/// and a total are worked out, parts are scaled to a fixed total, a dependent value is looked up.
/// Missing values stay missing.
public final class Repairs {
    private final Checker checker;
    private final int places;
    private final Map<List<String>, String> made = new HashMap<>();

    private Repairs(Checker checker, int places) {
        this.checker = checker;
        this.places = places;
    }

    /// @param real what numbers of decimal places are taken from
    public static Repairs of(Checker checker, Dataset real) {
        return new Repairs(
                checker,
                switch (checker.rule()) {
                    case Constraint.Formula rule -> Arithmetic.decimals(real, rule.column());
                    case Constraint.SumToTotal rule -> Checker.places(rule, real);
                    default -> -1;
                });
    }

    /// Whether rows that break a rule of this kind can be mended.
    public static boolean possible(Constraint rule) {
        return switch (rule) {
            case Constraint.Formula _, Constraint.SumToTotal _, Constraint.Dependency _ -> true;
            default -> false;
        };
    }

    /// @param rows mended
    public record Mended(Dataset data, int rows) {}

    /// Mends what can be mended; rows that cannot stay as they are.
    public Mended mend(Dataset data) {
        return switch (checker.rule()) {
            case Constraint.Formula rule ->
                    set(data, rule.column(), Arithmetic.values(rule.expression(), data));
            case Constraint.SumToTotal rule ->
                    switch (rule.total()) {
                        case Expression.Column total ->
                                set(data, total.name(), Checker.sum(rule, data));
                        case Expression total -> scale(data, rule, Arithmetic.values(total, data));
                    };
            case Constraint.Dependency rule -> lookUp(data, rule);
            default -> new Mended(data, 0);
        };
    }

    private Mended set(Dataset data, String column, double[] wanted) {
        boolean[] broken = checker.broken(data);
        double[] values = data.numbers(column).clone();
        int rows = 0;
        for (int row = 0; row < values.length; row++) {
            if (broken[row]) {
                values[row] = Arithmetic.round(wanted[row], places);
                rows++;
            }
        }
        return new Mended(replace(data, column, new Column.Numbers(values)), rows);
    }

    /// Parts times the same factor; what rounding leaves goes to the largest part.
    private Mended scale(Dataset data, Constraint.SumToTotal rule, double[] totals) {
        boolean[] broken = checker.broken(data);
        double[] sums = Checker.sum(rule, data);
        List<double[]> parts = new ArrayList<>();
        rule.parts().forEach(part -> parts.add(data.numbers(part).clone()));
        int rows = 0;
        for (int row = 0; row < broken.length; row++) {
            if (broken[row] && sums[row] > 0) {
                scale(parts, row, totals[row] / sums[row], totals[row]);
                rows++;
            }
        }
        Dataset mended = data;
        for (int part = 0; part < parts.size(); part++) {
            mended = replace(mended, rule.parts().get(part), new Column.Numbers(parts.get(part)));
        }
        return new Mended(mended, rows);
    }

    private void scale(List<double[]> parts, int row, double factor, double total) {
        int largest = 0;
        double others = 0;
        for (int part = 0; part < parts.size(); part++) {
            double value = Arithmetic.round(parts.get(part)[row] * factor, places);
            parts.get(part)[row] = value;
            others += value;
            largest = value > parts.get(largest)[row] ? part : largest;
        }
        others -= parts.get(largest)[row];
        parts.get(largest)[row] = Arithmetic.round(total - others, places);
    }

    /// The value of the real data for its determinants. Determinants that the real data does not
    /// have keep the value they were first made with.
    private Mended lookUp(Dataset data, Constraint.Dependency rule) {
        int dependent = data.schema().indexOf(rule.dependent());
        var keys = Keys.of(data, rule.determinants());
        List<List<String>> values =
                keys.groups().stream().map(group -> List.copyOf(group.cell().values())).toList();
        String[] texts = new String[data.rows()];
        int rows = 0;
        for (int row = 0; row < texts.length; row++) {
            texts[row] = data.text(row, dependent);
            int code = keys.codes()[row];
            if (code >= 0 && !texts[row].isEmpty()) {
                String found = texts[row];
                String wanted =
                        checker.dependent(values.get(code))
                                .orElseGet(
                                        () -> made.computeIfAbsent(values.get(code), _ -> found));
                rows += wanted.equals(found) ? 0 : 1;
                texts[row] = wanted;
            }
        }
        return new Mended(
                rows == 0 ? data : replace(data, rule.dependent(), column(data, dependent, texts)),
                rows);
    }

    private static Column column(Dataset data, int index, String[] texts) {
        ColumnInfo info = data.schema().columns().get(index);
        return switch (data.column(index)) {
            case Column.Codes codes -> {
                Map<String, Integer> positions = new HashMap<>();
                for (int level = 0; level < codes.levels().size(); level++) {
                    positions.put(codes.levels().get(level), level);
                }
                int[] all = new int[texts.length];
                for (int row = 0; row < all.length; row++) {
                    all[row] = positions.getOrDefault(texts[row], -1);
                }
                yield new Column.Codes(all, codes.levels());
            }
            case Column.Numbers _ -> {
                double[] all = new double[texts.length];
                for (int row = 0; row < all.length; row++) {
                    all[row] = Literals.number(texts[row], info.type()).orElse(Double.NaN);
                }
                yield new Column.Numbers(all);
            }
            case Column.Texts _ -> new Column.Texts(texts);
        };
    }

    private static Dataset replace(Dataset data, String name, Column column) {
        int index = data.schema().indexOf(name);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            columns.add(i == index ? column : data.column(i));
        }
        return new Dataset(data.name(), data.part(), data.schema(), columns);
    }
}
