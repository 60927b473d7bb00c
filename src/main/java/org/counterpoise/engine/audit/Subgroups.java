package org.counterpoise.engine.audit;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;

import java.util.ArrayList;
import java.util.List;

/// The groups an audit compares: by each protected attribute, and by their crossings.
///
/// @param groupings single attributes first, in the order of the schema, then crossings
/// @param notes which attributes or crossings were left out, and why; how many values are missing
public record Subgroups(List<Grouping> groupings, List<String> notes) {
    /// A numeric attribute with more distinct values than this needs bands.
    public static final int MOST_VALUES = 20;

    /// A crossing with more possible cells than this is left out.
    private static final int MOST_CELLS = 5_000;

    public Subgroups {
        groupings = List.copyOf(groupings);
        notes = List.copyOf(notes);
    }

    /// Whether any attribute is marked as protected.
    public static Applicability applicability(Dataset data) {
        return data.schema().namesWithRole(Role.PROTECTED).isEmpty()
                ? Applicability.missing(
                        "Mark at least one column, such as sex or age, as a protected attribute in"
                                + " the data step.")
                : Applicability.READY;
    }

    /// All groups of a dataset.
    ///
    /// @param order how many attributes are crossed at most; the crossing of all is always included
    /// @throws UserProblem if there are no rows, or no protected attribute that can define groups
    public static Subgroups of(Dataset data, int order, Progress progress) {
        Applicability applicability = applicability(data);
        if (!applicability.ready()) {
            throw new UserProblem(
                    "No column is marked as a protected attribute.",
                    data.name(),
                    applicability.reason());
        }
        if (data.rows() == 0) {
            throw new UserProblem(
                    "There are no rows to look at.", data.name(), "Choose a dataset with rows.");
        }
        List<String> notes = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        List<Grouping> groupings = new ArrayList<>();
        for (ColumnInfo info : data.schema().withRole(Role.PROTECTED)) {
            progress.check();
            Grouping grouping = Grouping.of(data, List.of(info.name()));
            String obstacle = obstacle(data, info, grouping);
            if (obstacle.isEmpty()) {
                attributes.add(info.name());
                groupings.add(grouping);
                noteMissing(data, info, notes);
            } else {
                notes.add("\"" + info.title() + "\" was left out: " + obstacle);
            }
        }
        if (groupings.isEmpty()) {
            throw new UserProblem(
                    "No protected attribute can define groups. " + String.join(" ", notes),
                    data.name(),
                    "Mark another column as protected, or set bands in the data step.");
        }
        for (List<String> crossing : crossings(attributes, order)) {
            progress.check();
            cross(data, crossing, groupings, notes);
        }
        return new Subgroups(groupings, notes);
    }

    private static String obstacle(Dataset data, ColumnInfo info, Grouping grouping) {
        if (grouping.groups().isEmpty()) {
            return "every value is missing.";
        }
        boolean continuous =
                data.column(info.name()) instanceof Column.Numbers && info.binning().isEmpty();
        if (continuous && grouping.groups().size() > MOST_VALUES) {
            return "it has "
                    + NumberText.count(grouping.groups().size())
                    + " distinct values and no bands; set bands in the data step.";
        }
        return "";
    }

    private static void noteMissing(Dataset data, ColumnInfo info, List<String> notes) {
        Column column = data.column(info.name());
        int missing = 0;
        for (int row = 0; row < column.size(); row++) {
            missing += column.missing(row) ? 1 : 0;
        }
        if (missing > 0) {
            notes.add(
                    "\""
                            + info.title()
                            + "\" is missing in "
                            + NumberText.count(missing)
                            + " of "
                            + NumberText.count(data.rows())
                            + " rows; they belong to none of its groups.");
        }
    }

    private static void cross(
            Dataset data, List<String> columns, List<Grouping> groupings, List<String> notes) {
        double cells = 1;
        for (String column : columns) {
            cells *=
                    groupings.stream()
                            .filter(g -> g.columns().equals(List.of(column)))
                            .mapToInt(g -> g.groups().size())
                            .sum();
        }
        if (cells > MOST_CELLS) {
            notes.add(
                    "The crossing of "
                            + String.join(" × ", columns)
                            + " was left out: it has "
                            + NumberText.count((long) cells)
                            + " cells.");
            return;
        }
        Grouping grouping = Grouping.of(data, columns);
        if (!grouping.groups().isEmpty()) {
            groupings.add(grouping);
        }
    }

    /// All sets of 2 to `order` attributes, then all of them together.
    private static List<List<String>> crossings(List<String> attributes, int order) {
        List<List<String>> crossings = new ArrayList<>();
        List<List<String>> level = attributes.stream().map(List::of).toList();
        for (int size = 2; size <= Math.min(order, attributes.size()); size++) {
            List<List<String>> larger = new ArrayList<>();
            for (List<String> set : level) {
                int last = attributes.indexOf(set.getLast());
                for (String attribute : attributes.subList(last + 1, attributes.size())) {
                    List<String> with = new ArrayList<>(set);
                    with.add(attribute);
                    larger.add(List.copyOf(with));
                }
            }
            crossings.addAll(larger);
            level = larger;
        }
        if (order >= 2 && attributes.size() > order) {
            crossings.add(List.copyOf(attributes));
        }
        return crossings;
    }

    /// "sex = F" or "sex = F and age = 70–79": a group in a sentence, by its columns' titles.
    public static String phrase(Dataset data, Grouping.Group group) {
        return String.join(
                " and ",
                group.cell().entrySet().stream()
                        .map(
                                entry ->
                                        data.schema().column(entry.getKey()).title()
                                                + " = "
                                                + entry.getValue())
                        .toList());
    }
}
