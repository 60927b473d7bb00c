package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.Concentration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was picked, how often.
///
/// @param column the choices
/// @param codes one choice per row, -1 where missing
/// @param levels names of the choices
/// @param counts records per choice, 0 for those never picked
/// @param order choices that were picked, most popular first
record Choices(ColumnInfo column, int[] codes, List<String> levels, long[] counts, int[] order) {
    /// A column with fewer values more likely records a group than a habit.
    static final int FEWEST = 3;

    /// The category that most likely records choices: the one with the most values.
    static Optional<String> proposed(Dataset data) {
        return data.schema().columns().stream()
                .filter(Choices::possible)
                .filter(info -> present(data.codes(info.name())) >= FEWEST)
                .max(Comparator.comparingLong(info -> present(data.codes(info.name()))))
                .map(ColumnInfo::name);
    }

    private static boolean possible(ColumnInfo info) {
        return info.type().coded()
                && switch (info.role()) {
                    case FEATURE, PROTECTED, QUASI_IDENTIFIER, SENSITIVE -> true;
                    default -> false;
                };
    }

    private static long present(Column.Codes codes) {
        return Arrays.stream(codes.counts()).filter(count -> count > 0).count();
    }

    /// The choices of a column.
    ///
    /// @param name empty for the proposed column
    static Choices of(Dataset data, String name) {
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows.", data.name(), "Open a file that holds records.");
        }
        String column =
                name.isEmpty()
                        ? proposed(data)
                                .orElseThrow(
                                        () ->
                                                new UserProblem(
                                                        "No column records choices: none is a"
                                                                + " category of at least "
                                                                + FEWEST
                                                                + " values.",
                                                        data.name(),
                                                        "Name the column in the settings."))
                        : name;
        if (!data.schema().has(column)) {
            throw new UserProblem(
                    "There is no column \"" + column + "\".",
                    data.name(),
                    "Name a column of this dataset.");
        }
        ColumnInfo info = data.schema().column(column);
        if (!info.type().coded()) {
            throw new UserProblem(
                    "\"" + info.title() + "\" is not a category.",
                    data.name(),
                    "Choose a category, or read the column as one.");
        }
        if (info.role() == Role.IGNORED) {
            throw new UserProblem(
                    "\"" + info.title() + "\" is ignored.",
                    data.name(),
                    "Give it the role feature first.");
        }
        Column.Codes codes = data.codes(column);
        long[] counts = codes.counts();
        int[] order =
                IntStream.range(0, counts.length)
                        .filter(choice -> counts[choice] > 0)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong((Integer c) -> -counts[c])
                                        .thenComparing(c -> c))
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (order.length < 2) {
            throw new UserProblem(
                    "\"" + info.title() + "\" holds fewer than two different choices.",
                    data.name(),
                    "Choose another column.");
        }
        return new Choices(info, codes.codes(), codes.levels(), counts, order);
    }

    String key() {
        return "popularity/" + column.name();
    }

    String title() {
        return column.title();
    }

    Concentration concentration() {
        return Concentration.of(counts);
    }

    /// How many choices are the top `percent` of those picked, at least one.
    int top(double percent) {
        return Math.max(1, (int) Math.round(order.length * percent / 100));
    }

    /// Per choice, whether it is among the top `percent`.
    boolean[] favourites(double percent) {
        boolean[] favourite = new boolean[levels.size()];
        for (int i = 0; i < top(percent); i++) {
            favourite[order[i]] = true;
        }
        return favourite;
    }
}
