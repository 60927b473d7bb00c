package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which columns, types and levels two tables do not share.
///
/// @param differences in the order of the columns
record Structure(Words words, List<Difference> differences) {
    private static final int MOST_LEVELS = 20;
    private static final int MOST_NAMES = 8;

    enum Kind {
        ONLY_FIRST,
        ONLY_SECOND,
        TYPE,
        LEVEL
    }

    /// @param count how many levels it stands for; 1 for anything else
    /// @param first what the first table has
    /// @param second what the second table has
    record Difference(Kind kind, String column, long count, String first, String second) {}

    Structure {
        differences = List.copyOf(differences);
    }

    static Structure of(Dataset first, Dataset second, Words words) {
        List<Difference> all = new ArrayList<>();
        for (ColumnInfo info : first.schema().columns()) {
            if (!DriftAudit.compared(info.role())) {
                continue;
            }
            if (!second.schema().has(info.name())) {
                all.add(new Difference(Kind.ONLY_FIRST, info.title(), 1, type(info), "no column"));
                continue;
            }
            ColumnInfo other = second.schema().column(info.name());
            if (!TwoTables.sameKind(info, other)) {
                all.add(new Difference(Kind.TYPE, info.title(), 1, type(info), type(other)));
            } else if (first.column(info.name()) instanceof Column.Codes one
                    && second.column(info.name()) instanceof Column.Codes two) {
                levels(info.title(), one, two, all);
            }
        }
        for (ColumnInfo info : second.schema().columns()) {
            if (!first.schema().has(info.name()) && DriftAudit.compared(info.role())) {
                all.add(new Difference(Kind.ONLY_SECOND, info.title(), 1, "no column", type(info)));
            }
        }
        return new Structure(words, all);
    }

    private static String type(ColumnInfo info) {
        return info.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Levels that have rows in one table only.
    private static void levels(
            String column, Column.Codes one, Column.Codes two, List<Difference> all) {
        Map<String, Long> before = counts(one);
        Map<String, Long> after = counts(two);
        List<Difference> own = new ArrayList<>();
        for (String level : one.levels()) {
            if (before.containsKey(level) && !after.containsKey(level)) {
                own.add(level(column, level, before.getOrDefault(level, 0L), 0));
            }
        }
        for (String level : two.levels()) {
            if (after.containsKey(level) && !before.containsKey(level)) {
                own.add(level(column, level, 0, after.getOrDefault(level, 0L)));
            }
        }
        all.addAll(own.subList(0, Math.min(MOST_LEVELS, own.size())));
        if (own.size() > MOST_LEVELS) {
            long left = (long) own.size() - MOST_LEVELS;
            all.add(
                    new Difference(
                            Kind.LEVEL, column, left, NumberText.count(left) + " more levels", ""));
        }
    }

    private static Map<String, Long> counts(Column.Codes codes) {
        Map<String, Long> counts = new HashMap<>();
        long[] all = codes.counts();
        for (int level = 0; level < all.length; level++) {
            if (all[level] > 0) {
                counts.put(codes.levels().get(level), all[level]);
            }
        }
        return counts;
    }

    private static Difference level(String column, String level, long before, long after) {
        return new Difference(Kind.LEVEL, column, 1, rows(level, before), rows(level, after));
    }

    private static String rows(String level, long n) {
        return level + " in " + NumberText.count(n) + (n == 1 ? " row" : " rows");
    }

    long count(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .mapToLong(Difference::count)
                .sum();
    }

    /// Counts by their documented names.
    Map<String, Double> metrics() {
        return Map.of(
                "drift/structure/first-only", (double) count(Kind.ONLY_FIRST),
                "drift/structure/second-only", (double) count(Kind.ONLY_SECOND),
                "drift/structure/other-type", (double) count(Kind.TYPE),
                "drift/structure/levels", (double) count(Kind.LEVEL));
    }

    Finding finding() {
        List<String> parts = new ArrayList<>();
        add(parts, count(Kind.ONLY_FIRST), "column", " only in " + words.early());
        add(parts, count(Kind.ONLY_SECOND), "column", " only in " + words.late());
        add(parts, count(Kind.TYPE), "column", " of another type");
        add(parts, count(Kind.LEVEL), "level", " in one table only");
        return new Finding(
                "structure",
                parts.isEmpty() ? Severity.OK : Severity.NOTE,
                parts.isEmpty()
                        ? "Both tables have the same columns, types and levels."
                        : "The tables are not built alike: " + String.join(", ", parts) + ".",
                named("Only in " + words.early(), Kind.ONLY_FIRST)
                        + named("Only in " + words.late(), Kind.ONLY_SECOND)
                        + named("Of another type", Kind.TYPE)
                        + named("With levels in one table only", Kind.LEVEL)
                        + "Columns are compared that both tables have under the same name and with"
                        + " the same kind of values; roles, bands and labels are those of "
                        + words.early()
                        + "."
                        + (count(Kind.TYPE) > 0
                                ? " To compare a column of another type, read it as the same type"
                                        + " in both tables."
                                : ""),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                evidence(),
                List.of());
    }

    /// "Only in old: age, bmi. "
    private String named(String what, Kind kind) {
        List<String> names =
                differences.stream()
                        .filter(difference -> difference.kind() == kind)
                        .map(Difference::column)
                        .distinct()
                        .toList();
        return names.isEmpty()
                ? ""
                : what
                        + ": "
                        + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                        + (names.size() > MOST_NAMES ? ", …" : "")
                        + ". ";
    }

    private static void add(List<String> parts, long count, String what, String where) {
        if (count > 0) {
            parts.add(
                    NumberText.count(count) + " " + what + (count == 1 ? " is" : "s are") + where);
        }
    }

    private Evidence evidence() {
        if (differences.isEmpty()) {
            return Evidence.none();
        }
        return new Evidence(
                "What only one table has",
                List.of("column", words.early(), words.late()),
                differences.stream()
                        .<List<Object>>map(d -> List.of(d.column(), d.first(), d.second()))
                        .toList());
    }
}
