package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a table of summary statistics, one per line: which `column` it is about, which
/// `statistic`, of which `level`, and its `value`.
///
/// Statistics of numbers: `mean`, `sd`, `min`, `max`, `decimals`, and `quantile` with the chance as
/// its level. Of levels: `share` with the level. Of both: `missing` with a share, `role` with a
/// role as its level, and `correlation` with the other column as its level.
final class SummaryTable {
    private static final List<String> HEADER = List.of("column", "statistic", "level", "value");
    private static final double ROUNDING = 0.02;

    private final Dataset table;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private SummaryTable(Dataset table) {
        this.table = table;
    }

    private record Pair(String first, String second, double value, int line) {}

    /// What was said of one column so far.
    private static final class Entry {
        private final Map<String, Double> single = new LinkedHashMap<>();
        private final TreeMap<Double, Double> quantiles = new TreeMap<>();
        private final Map<String, Double> shares = new LinkedHashMap<>();
        private Role role = Role.FEATURE;
        private int decimals;

        double get(String statistic, double otherwise) {
            return single.getOrDefault(statistic, otherwise);
        }
    }

    /// Whether a table looks like a summary: it has the four columns.
    static boolean is(Schema schema) {
        return schema.names().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList()
                .containsAll(HEADER);
    }

    /// @throws UserProblem if a line makes no sense, naming it
    static Summary read(Dataset table) {
        SummaryTable reader = new SummaryTable(table);
        for (int row = 0; row < table.rows(); row++) {
            reader.take(row);
        }
        return reader.summary();
    }

    private String text(int row, String column) {
        List<String> names = table.schema().names();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equalsIgnoreCase(column)) {
                return table.text(row, i).strip();
            }
        }
        throw new IllegalStateException("no column " + column);
    }

    private void take(int row) {
        String column = text(row, "column");
        String statistic = text(row, "statistic").toLowerCase(Locale.ROOT);
        String level = text(row, "level");
        if (column.isEmpty() && statistic.isEmpty()) {
            return;
        } else if (column.isEmpty()) {
            throw problem(row, "It is not said which column this is about.", "Fill in \"column\".");
        }
        Entry entry = entries.computeIfAbsent(column, _ -> new Entry());
        switch (statistic) {
            case "mean", "sd", "min", "max", "decimals" -> {
                double value = number(row);
                if (entry.single.put(statistic, value) != null) {
                    throw problem(row, column + " has a second " + statistic + ".", "Keep one.");
                }
                if (statistic.equals("min") || statistic.equals("max")) {
                    entry.decimals = Math.max(entry.decimals, decimals(row));
                }
            }
            case "missing" -> entry.single.put(statistic, share(row));
            case "share" -> {
                if (level.isEmpty() || entry.shares.put(level, share(row)) != null) {
                    throw problem(
                            row,
                            "A share needs a level of its own.",
                            "Name each level of " + column + " once.");
                }
            }
            case "quantile" -> {
                double chance = parsed(row, "level");
                if (!(chance > 0 && chance < 1)) {
                    throw problem(
                            row,
                            "A quantile needs its chance as the level, between 0 and 1.",
                            "Write 0.5 for a median; give the ends as min and max.");
                }
                entry.quantiles.put(chance, number(row));
                entry.decimals = Math.max(entry.decimals, decimals(row));
            }
            case "role" -> entry.role = role(row, level);
            case "correlation" -> {
                double value = number(row);
                if (!(Math.abs(value) <= 1)) {
                    throw problem(row, "A correlation lies between -1 and 1.", "Correct it.");
                }
                pairs.add(new Pair(column, level, value, row));
            }
            default ->
                    throw problem(
                            row,
                            "\"" + statistic + "\" is no statistic that can be used.",
                            "Use mean, sd, min, max, decimals, quantile, share, missing, role or"
                                    + " correlation.");
        }
    }

    private Role role(int row, String level) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(level.replace('-', '_')))
                .findFirst()
                .orElseThrow(
                        () ->
                                problem(
                                        row,
                                        "\"" + level + "\" is no role.",
                                        "Write for example protected or outcome."));
    }

    private double number(int row) {
        return parsed(row, "value");
    }

    private double share(int row) {
        double value = number(row);
        if (!(value >= 0 && value <= 1)) {
            throw problem(row, "A share lies between 0 and 1.", "Write 0.25 for 25 %.");
        }
        return value;
    }

    private double parsed(int row, String column) {
        String text = text(row, column);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Answered below, as is infinity.
        }
        throw problem(
                row, "\"" + text + "\" is not a number.", "Write a number in " + column + ".");
    }

    private int decimals(int row) {
        String text = text(row, "value");
        int point = text.indexOf('.');
        return point < 0 || text.contains("E") ? 0 : text.length() - point - 1;
    }

    private UserProblem problem(int row, String what, String remedy) {
        return new UserProblem(what, table.name() + ", row " + (row + 1), remedy);
    }

    private Summary summary() {
        if (entries.isEmpty()) {
            throw new UserProblem(
                    "The summary describes no column.",
                    table.name(),
                    "Give at least a mean and a standard deviation, or shares.");
        }
        List<Summary.Described> columns = new ArrayList<>();
        entries.forEach((name, entry) -> columns.add(described(name, entry)));
        List<String> names = List.copyOf(entries.keySet());
        List<Summary.Correlated> correlations = new ArrayList<>();
        for (Pair pair : pairs) {
            int second = names.indexOf(pair.second());
            int first = names.indexOf(pair.first());
            if (second < 0 || second == first) {
                throw problem(
                        pair.line(),
                        "\"" + pair.second() + "\" is no other column of the summary.",
                        "Name the other column as the level.");
            }
            correlations.add(new Summary.Correlated(first, second, pair.value(), pair.line()));
        }
        return new Summary(columns, correlations);
    }

    private Summary.Described described(String name, Entry entry) {
        double missing = entry.get("missing", 0);
        boolean numeric = entry.single.containsKey("mean") || !entry.quantiles.isEmpty();
        if (numeric == !entry.shares.isEmpty()) {
            throw new UserProblem(
                    numeric
                            ? "\"" + name + "\" has shares of levels and statistics of numbers."
                            : "\"" + name + "\" has neither a mean nor quantiles nor shares.",
                    table.name(),
                    "Describe it either by mean and sd, or by quantiles, or by shares.");
        }
        if (numeric) {
            return new Summary.Quantity(
                    name,
                    entry.role,
                    missing,
                    marginal(name, entry),
                    (int) entry.get("decimals", numericDecimals(entry)));
        }
        double sum = entry.shares.values().stream().mapToDouble(s -> s).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new UserProblem(
                    String.format(
                            Locale.ROOT, "The shares of \"%s\" sum to %.3f, not to 1.", name, sum),
                    table.name(),
                    "Give the share of every level; they count rows that have a value.");
        }
        return new Summary.Factor(
                name,
                entry.role,
                missing,
                List.copyOf(entry.shares.keySet()),
                entry.shares.values().stream().mapToDouble(s -> s / sum).toArray());
    }

    /// As many as the quantiles and bounds show; a mean has more than the values.
    private static int numericDecimals(Entry entry) {
        boolean shown =
                !entry.quantiles.isEmpty()
                        || entry.single.containsKey("min")
                        || entry.single.containsKey("max");
        return shown ? entry.decimals : 2;
    }

    private Marginal marginal(String name, Entry entry) {
        double low = entry.get("min", Double.NEGATIVE_INFINITY);
        double high = entry.get("max", Double.POSITIVE_INFINITY);
        try {
            if (entry.quantiles.size() >= 2) {
                double[] values = entry.quantiles.values().stream().mapToDouble(v -> v).toArray();
                if (rises(low, values, high)) {
                    return Marginal.ofQuantiles(
                            entry.quantiles.keySet().stream().mapToDouble(p -> p).toArray(),
                            values,
                            low,
                            high);
                }
                throw new IllegalArgumentException("its quantiles and bounds do not rise");
            }
            if (!entry.single.containsKey("mean") || !entry.single.containsKey("sd")) {
                throw new IllegalArgumentException(
                        "a mean needs a standard deviation, and one quantile is not enough");
            }
            return Marginal.ofMoments(entry.get("mean", 0), entry.get("sd", 0), low, high);
        } catch (IllegalArgumentException problem) {
            throw new UserProblem(
                    "\"" + name + "\" cannot be drawn: " + problem.getMessage() + ".",
                    table.name(),
                    "Correct its statistics.");
        }
    }

    private static boolean rises(double low, double[] values, double high) {
        boolean rises = low <= values[0] && values[values.length - 1] <= high;
        for (int i = 1; i < values.length; i++) {
            rises &= values[i - 1] <= values[i];
        }
        return rises && low < high;
    }

    /// Where a table is no summary, what one looks like.
    static Optional<String> wanted(Schema schema) {
        return is(schema)
                ? Optional.empty()
                : Optional.of(
                        "It learns from a table of summary statistics with the columns "
                                + String.join(", ", HEADER)
                                + "; import one.");
    }
}
