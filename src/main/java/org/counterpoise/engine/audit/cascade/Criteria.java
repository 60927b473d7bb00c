package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.rule.Clause;
import org.counterpoise.engine.rule.Condition;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;

import java.util.ArrayList;
import java.util.List;

/// The inclusion criteria of a cascade, in order.
///
/// @param conditions a row stays as long as it meets them
/// @param typed whether the user gave them; else they are that no value is missing
record Criteria(List<Condition> conditions, boolean typed) {

    /// @throws org.counterpoise.engine.UserProblem naming the place in a condition that is not
    ///     understood, or the column or level that is not there
    static Criteria of(String text, Dataset data) {
        Vocabulary vocabulary = Vocabulary.of(data);
        List<Condition> typed =
                split(text).stream().map(one -> Rules.condition(one, vocabulary)).toList();
        return typed.isEmpty()
                ? new Criteria(nothingMissing(data), false)
                : new Criteria(typed, true);
    }

    /// Parts between semicolons or lines; what stands in double quotes is not divided.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == '\n')) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private static List<Condition> nothingMissing(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> info.role() != Role.IGNORED && gaps(data.column(info.name())))
                .map(ColumnInfo::name)
                .map(name -> new Condition(List.of(new Clause.Missing(name, true))))
                .toList();
    }

    private static boolean gaps(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (column.missing(row)) {
                return true;
            }
        }
        return false;
    }
}
