package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the columns are for.
final class RoleOptions {
    /// A numeric column with more values than this needs bands to define groups.
    private static final int MOST_VALUES = 30;

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern EDGES = Pattern.compile(NUMBER + "(?:-" + NUMBER + ")*");
    private static final Pattern NEXT_EDGE = Pattern.compile("(" + NUMBER + ")(?:-|$)");

    @Option(names = "--outcome", paramLabel = "COL", description = "What is to be predicted.")
    @Nullable String outcome;

    @Option(
            names = "--positive",
            paramLabel = "LEVEL",
            description = "The outcome's positive value, e.g. 1 or yes.")
    @Nullable String positive;

    @Option(
            names = "--protected",
            paramLabel = "COL[:EDGES],...",
            description = "Protected attributes; numbers cut into bands, e.g. sex,age:50-60-70-80.")
    List<String> attributes = new ArrayList<>();

    @Option(
            names = "--quasi",
            paramLabel = "COL[:EDGES],...",
            description = "Quasi-identifiers, which outsiders know; with or without bands.")
    List<String> quasi = new ArrayList<>();

    @Option(
            names = "--sensitive",
            paramLabel = "COL,...",
            description = "What an attacker must not learn.")
    List<String> sensitive = new ArrayList<>();

    @Option(
            names = "--prediction",
            paramLabel = "COL,...",
            description = "Decisions already made, as one of the outcome's values.")
    List<String> predictions = new ArrayList<>();

    @Option(
            names = "--score",
            paramLabel = "COL,...",
            description =
                    "Numbers that rank by the chance of the positive outcome, or predict a number.")
    List<String> scores = new ArrayList<>();

    @Option(
            names = "--measurement",
            paramLabel = "COL,...",
            description = "Several measurements or ratings of the same thing.")
    List<String> measurements = new ArrayList<>();

    @Option(
            names = "--time",
            paramLabel = "COL",
            description = "How long each was followed, until the outcome or the end.")
    @Nullable String time;

    @Option(names = "--weight", paramLabel = "COL", description = "Survey or sampling weights.")
    @Nullable String weight;

    @Option(
            names = "--identifier",
            paramLabel = "COL",
            description = "Names a person or sample; never modelled.")
    @Nullable String identifier;

    @Option(names = "--plate", paramLabel = "COL", description = "Names the plate of a well.")
    @Nullable String plate;

    @Option(
            names = "--well",
            paramLabel = "COL",
            description = "A well's name on its plate, e.g. B07.")
    @Nullable String well;

    @Option(
            names = "--plate-row",
            paramLabel = "COL",
            description = "The row of a well, a letter or a number; instead of --well.")
    @Nullable String plateRow;

    @Option(
            names = "--plate-column",
            paramLabel = "COL",
            description = "The column of a well, a number; instead of --well.")
    @Nullable String plateColumn;

    @Option(
            names = "--readout",
            paramLabel = "COL",
            description = "What was measured in each well.")
    @Nullable String readout;

    @Option(
            names = "--control",
            paramLabel = "COL",
            description = "Whether a well holds a sample or a control.")
    @Nullable String control;

    @Option(
            names = "--molecule",
            paramLabel = "COL",
            description = "Structures of molecules as SMILES.")
    @Nullable String molecule;

    @Option(
            names = "--ignore",
            paramLabel = "COL,...",
            description = "Columns left out of everything, e.g. those known only afterwards.")
    List<String> ignored = new ArrayList<>();

    /// The columns whose roles differ from what the import gave them, changed.
    ///
    /// @throws UserProblem for a column or value that is not there, or a column with two roles
    List<ColumnInfo> changes(Dataset data) {
        Map<String, ColumnInfo> changes = new LinkedHashMap<>();
        mark(data, outcome, Role.OUTCOME, "--outcome", changes);
        for (String name : all(predictions)) {
            mark(data, name, Role.PREDICTION, "--prediction", changes);
        }
        for (String name : all(scores)) {
            mark(data, name, Role.SCORE, "--score", changes);
        }
        for (String name : all(measurements)) {
            mark(data, name, Role.MEASUREMENT, "--measurement", changes);
        }
        mark(data, time, Role.TIME, "--time", changes);
        mark(data, weight, Role.WEIGHT, "--weight", changes);
        mark(data, identifier, Role.IDENTIFIER, "--identifier", changes);
        mark(data, plate, Role.PLATE, "--plate", changes);
        mark(data, well, Role.WELL, "--well", changes);
        mark(data, plateRow, Role.PLATE_ROW, "--plate-row", changes);
        mark(data, plateColumn, Role.PLATE_COLUMN, "--plate-column", changes);
        mark(data, readout, Role.READOUT, "--readout", changes);
        mark(data, control, Role.CONTROL, "--control", changes);
        mark(data, molecule, Role.MOLECULE, "--molecule", changes);
        for (String name : all(ignored)) {
            mark(data, name, Role.IGNORED, "--ignore", changes);
        }
        for (String name : all(sensitive)) {
            mark(data, name, Role.SENSITIVE, "--sensitive", changes);
        }
        for (String attribute : all(quasi)) {
            markCut(data, attribute, Role.QUASI_IDENTIFIER, "--quasi", changes);
        }
        for (String attribute : all(attributes)) {
            markProtected(data, attribute, changes);
        }
        markPositive(data, changes);
        return List.copyOf(changes.values());
    }

    private static List<String> all(List<String> lists) {
        return lists.stream().flatMap(list -> Texts.list(list).stream()).toList();
    }

    private static void mark(
            Dataset data,
            @Nullable String name,
            Role role,
            String option,
            Map<String, ColumnInfo> changes) {
        if (name == null) {
            return;
        }
        ColumnInfo info = data.schema().column(Texts.column(data, name, option)).withRole(role);
        if (changes.putIfAbsent(name, info) != null) {
            throw new UserProblem(
                    "Column \"" + name + "\" is given two roles.",
                    "option " + option,
                    "Name each column once.");
        }
    }

    private static void markProtected(
            Dataset data, String attribute, Map<String, ColumnInfo> changes) {
        String name = markCut(data, attribute, Role.PROTECTED, "--protected", changes);
        ColumnInfo info = data.schema().column(name);
        if (name.equals(attribute)
                && info.type().numeric()
                && data.codes(name).levels().size() > MOST_VALUES) {
            throw new UserProblem(
                    "\"" + name + "\" has too many values to define groups.",
                    "option --protected",
                    "Cut it into bands, e.g. --protected " + name + ":" + bands(data, name));
        }
    }

    /// Marks a column that may be cut into bands, as in `age:50-60`; gives its name.
    private static String markCut(
            Dataset data,
            String attribute,
            Role role,
            String option,
            Map<String, ColumnInfo> changes) {
        int colon = data.schema().has(attribute) ? -1 : attribute.lastIndexOf(':');
        String name = colon < 0 ? attribute : attribute.substring(0, colon);
        mark(data, name, role, option, changes);
        if (colon >= 0) {
            Binning binning =
                    binning(data.schema().column(name), attribute.substring(colon + 1), option);
            changes.computeIfPresent(
                    name, (key, marked) -> marked.withBinning(Optional.of(binning)));
        }
        return name;
    }

    private static Binning binning(ColumnInfo info, String edges, String option) {
        String where = "option " + option + " " + info.name() + ":" + edges;
        if (!info.type().numeric()) {
            throw new UserProblem(
                    "\"" + info.name() + "\" does not hold numbers, so it has no bands.",
                    where,
                    "Leave the bands out.");
        } else if (!EDGES.matcher(edges).matches()) {
            throw new UserProblem(
                    "\"" + edges + "\" are not the edges of bands.",
                    where,
                    "Write ascending numbers with hyphens between, e.g. 50-60-70.");
        }
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NEXT_EDGE.matcher(edges);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group(1)));
        }
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                throw new UserProblem(
                        "The edges of the bands do not ascend.",
                        where,
                        "Write them in ascending order, each once.");
            }
        }
        return new Binning(numbers);
    }

    /// The quartiles, as an example.
    private static String bands(Dataset data, String name) {
        double[] sorted =
                Arrays.stream(data.numbers(name)).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return String.join(
                "-",
                Arrays.stream(new int[] {1, 2, 3})
                        .mapToObj(q -> CellText.number(Math.rint(sorted[q * sorted.length / 4])))
                        .distinct()
                        .toList());
    }

    private void markPositive(Dataset data, Map<String, ColumnInfo> changes) {
        String level = positive;
        if (level == null) {
            return;
        } else if (outcome == null && predictions.isEmpty()) {
            throw new UserProblem(
                    "A positive value is given, but no outcome.",
                    "option --positive",
                    "Add --outcome COL.");
        }
        Optional.ofNullable(outcome).ifPresent(name -> requireLevel(data, name, level));
        for (ColumnInfo info : List.copyOf(changes.values())) {
            boolean decides = info.role() == Role.OUTCOME || info.role() == Role.PREDICTION;
            if (decides && data.codes(info.name()).levels().contains(level)) {
                changes.put(info.name(), info.withPositive(Optional.of(level)));
            }
        }
    }

    private static void requireLevel(Dataset data, String column, String level) {
        List<String> levels = data.codes(column).levels();
        if (levels.isEmpty()) {
            throw new UserProblem(
                    "Every value of \"" + column + "\" is missing.",
                    "option --positive",
                    "Choose an outcome that is known in some rows.");
        }
        if (!levels.contains(level)) {
            throw Texts.unknown(
                    "\"" + level + "\" is not a value of \"" + column + "\".",
                    "option --positive",
                    level,
                    levels);
        }
    }
}
