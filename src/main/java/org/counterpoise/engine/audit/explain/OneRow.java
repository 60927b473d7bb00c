package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One row with some cells changed.
final class OneRow {
    private OneRow() {}

    /// Reads `column = value; column = value`.
    ///
    /// @throws UserProblem if it cannot be read
    static Map<String, String> changes(String text) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new UserProblem(
                            "\"" + part.strip() + "\" is not a change.",
                            "what if",
                            "Write column = value, several separated by semicolons.");
                }
                changes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return changes;
    }

    /// @throws UserProblem if a column does not exist, or a value is no number or level of it
    static Dataset changed(Dataset data, int row, Map<String, String> changes) {
        Dataset one = data.select(new int[] {row});
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < one.schema().size(); c++) {
            columns.add(one.column(c));
        }
        changes.forEach(
                (name, value) -> {
                    one.schema().column(name);
                    int place = one.schema().indexOf(name);
                    columns.set(place, cell(one, name, value));
                });
        return new Dataset(one.name(), one.part(), one.schema(), columns);
    }

    private static Column cell(Dataset one, String name, String value) {
        return switch (one.column(name)) {
            case Column.Numbers _ -> new Column.Numbers(new double[] {number(name, value)});
            case Column.Codes codes -> {
                int code = codes.levels().indexOf(value);
                if (code < 0) {
                    throw new UserProblem(
                            "\"" + value + "\" is not a level of \"" + name + "\".",
                            "what if",
                            "Use one of: "
                                    + String.join(
                                            ", ",
                                            codes.levels()
                                                    .subList(
                                                            0,
                                                            Math.min(10, codes.levels().size())))
                                    + ".");
                }
                yield new Column.Codes(new int[] {code}, codes.levels());
            }
            case Column.Texts _ -> new Column.Texts(new String[] {value});
        };
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new UserProblem(
                    "\"" + value + "\" is not a number for \"" + name + "\".",
                    "what if",
                    "Write a number with a decimal point.");
        }
    }
}
