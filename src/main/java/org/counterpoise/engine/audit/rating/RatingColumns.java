package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which columns hold scores, sources, systems, items and raters.
///
/// @param scores one column if sources have a column, else one per source
/// @param system empty if protected attributes stand for it
/// @param item empty if each row is an item
record RatingColumns(
        List<ColumnInfo> scores,
        Optional<String> source,
        Optional<String> system,
        Optional<String> item,
        Optional<String> rater) {
    private static final int MOST_SOURCES = 6;
    private static final List<String> SOURCES = List.of("source", "judge", "rater", "assessor");
    private static final List<String> SYSTEMS = List.of("system", "model");
    private static final List<String> ITEMS = List.of("item", "query", "case", "question");

    /// Columns of numbers marked as measurements.
    static List<ColumnInfo> scores(Dataset data) {
        return data.schema().withRole(Role.MEASUREMENT).stream()
                .filter(info -> data.column(info.name()) instanceof Column.Numbers)
                .limit(MOST_SOURCES)
                .toList();
    }

    /// Whether the columns can be found without being named: what is missing, or nothing.
    static Optional<String> missing(Dataset data) {
        List<ColumnInfo> scores = scores(data);
        if (scores.isEmpty()) {
            return Optional.of(
                    "Mark the scores as measurements in the data step: a column for each source, or"
                            + " one column beside a column called source.");
        }
        if (scores.size() == 1 && (named(data, SOURCES).isEmpty() || identifier(data).isEmpty())) {
            return Optional.of(
                    "Mark a second column of scores as a measurement in the data step; or keep one,"
                            + " call the column of sources \"source\" and that of items \"item\".");
        }
        return named(data, SYSTEMS).isEmpty()
                        && data.schema().namesWithRole(Role.PROTECTED).isEmpty()
                ? Optional.of(
                        "Mark a protected attribute in the data step, or call the column of what is"
                                + " compared \"system\".")
                : Optional.empty();
    }

    static RatingColumns of(Dataset data, RatingSettings settings) {
        List<ColumnInfo> scores = scores(data);
        Optional<String> source = chosen(data, settings.source());
        if (source.isEmpty() && scores.size() == 1) {
            source = named(data, SOURCES);
        }
        if (scores.isEmpty() || scores.size() == 1 && source.isEmpty()) {
            throw new UserProblem(
                    "There are no scores of two sources.",
                    data.name(),
                    missing(data).orElse("Name the column of sources in the settings."));
        }
        Optional<String> item = chosen(data, settings.item());
        if (source.isPresent() && item.isEmpty()) {
            item = identifier(data);
            if (item.isEmpty()) {
                throw new UserProblem(
                        "No column says which scores are of the same item.",
                        data.name(),
                        "Name the column of items in the settings.");
            }
        }
        Optional<String> system = chosen(data, settings.system());
        return new RatingColumns(
                source.isPresent() ? scores.subList(0, 1) : scores,
                source,
                system.isPresent() ? system : named(data, SYSTEMS),
                item,
                chosen(data, settings.rater()));
    }

    private static Optional<String> chosen(Dataset data, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(data.schema().column(name).name());
    }

    private static Optional<String> named(Dataset data, List<String> names) {
        return data.schema().columns().stream()
                .filter(info -> info.role() != Role.MEASUREMENT && info.role() != Role.IGNORED)
                .filter(
                        info ->
                                names.contains(info.name().toLowerCase(Locale.ROOT))
                                        || names.contains(info.label().toLowerCase(Locale.ROOT)))
                .map(ColumnInfo::name)
                .findFirst();
    }

    private static Optional<String> identifier(Dataset data) {
        Optional<String> item = named(data, ITEMS);
        return item.isPresent()
                ? item
                : data.schema().namesWithRole(Role.IDENTIFIER).stream().findFirst();
    }

    /// Which columns were taken, in a sentence.
    String describe() {
        return "Sources: "
                + source.map(name -> "the values of \"" + name + "\"")
                        .orElseGet(
                                () ->
                                        String.join(
                                                ", ",
                                                scores.stream().map(ColumnInfo::title).toList()))
                + "; compared: "
                + system.orElse("protected attributes")
                + "; items: "
                + item.orElse("rows")
                + rater.map(name -> "; raters: " + name).orElse("")
                + ".";
    }
}
