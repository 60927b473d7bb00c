package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One row with some cells changed.
final class OneRow {
    private static final String WHERE = "what if";
    private static final int MOST_SHOWN = 10;

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
                            WHERE,
                            "Write column = value, several separated by semicolons.");
                }
                changes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return changes;
    }

    /// Writes changes as [#changes(String)] reads them.
    ///
    /// @throws UserProblem if they would not be read the same
    static String text(Map<String, String> changes) {
        String text =
                changes.entrySet().stream()
                        .map(change -> change.getKey() + " = " + change.getValue())
                        .collect(Collectors.joining("; "));
        if (text.isEmpty() || changes(text).equals(changes)) {
            return text;
        }
        throw new UserProblem(
                "These changes cannot be written as a setting: " + text + ".",
                WHERE,
                "Leave out columns with an equals sign in their name, and values with a semicolon"
                        + " or with spaces around them.");
    }

    /// @param one a dataset of one row
    /// @param changes column to value as [Dataset#text] writes it; empty for missing
    /// @throws UserProblem if a column does not exist, or a value is no number or level of it
    static Dataset changed(Dataset one, Map<String, String> changes) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < one.schema().size(); c++) {
            ColumnInfo info = one.schema().columns().get(c);
            String value = changes.get(info.name());
            columns.add(value == null ? one.column(c) : cell(one.column(c), info, value));
        }
        changes.keySet().forEach(one.schema()::column);
        return new Dataset(one.name(), one.part(), one.schema(), columns);
    }

    private static Column cell(Column column, ColumnInfo info, String value) {
        return switch (column) {
            case Column.Numbers _ -> new Column.Numbers(new double[] {number(info, value)});
            case Column.Codes codes ->
                    new Column.Codes(new int[] {code(info, codes, value)}, codes.levels());
            case Column.Texts _ -> new Column.Texts(new String[] {value});
        };
    }

    /// @param data any rows, for the levels
    /// @throws UserProblem if the value is no number or level of the column
    static void check(Dataset data, ColumnInfo info, String value) {
        if (data.column(info.name()) instanceof Column.Codes codes) {
            code(info, codes, value);
        } else {
            number(info, value);
        }
    }

    private static int code(ColumnInfo info, Column.Codes codes, String value) {
        int code = codes.levels().indexOf(value);
        if (code < 0 && !value.isEmpty()) {
            List<String> shown =
                    codes.levels().subList(0, Math.min(MOST_SHOWN, codes.levels().size()));
            throw new UserProblem(
                    "\"" + value + "\" is not a level of \"" + info.title() + "\".",
                    WHERE,
                    "Use one of: " + String.join(", ", shown) + ".");
        }
        return code;
    }

    /// @return NaN where missing
    /// @throws UserProblem if the value is no finite number, or no date in a column of dates
    static double number(ColumnInfo info, String value) {
        if (value.isEmpty()) {
            return Double.NaN;
        }
        String form =
                switch (info.type()) {
                    case DATE -> "a date such as 2024-05-31";
                    case DATE_TIME -> "a date and time such as 2024-05-31T16:20";
                    default -> "a number with a decimal point, such as 62.5";
                };
        try {
            double number =
                    switch (info.type()) {
                        case DATE -> LocalDate.parse(value).toEpochDay();
                        case DATE_TIME -> LocalDateTime.parse(value).toEpochSecond(ZoneOffset.UTC);
                        default -> Double.parseDouble(value);
                    };
            if (Double.isFinite(number)) {
                return number;
            }
            throw new NumberFormatException(value);
        } catch (NumberFormatException | DateTimeException e) {
            throw new UserProblem(
                    "\"" + value + "\" is not a value of \"" + info.title() + "\".",
                    WHERE,
                    "Write " + form + ", or nothing for missing.",
                    e);
        }
    }
}
