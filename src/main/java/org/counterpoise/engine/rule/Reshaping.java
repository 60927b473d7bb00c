package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Another form of a table in which rules hold of themselves: the larger of two ordered columns is
/// learned as its distance from the smaller, columns of fixed combinations as one column of
/// combinations. What is drawn is turned back.
///
/// Outcome, decisions, protected attributes and columns with bands keep their form, as plans and
/// methods look at them; rules about those are kept by rejection.
public final class Reshaping {
    private static final String JOIN = " · ";

    /// One change of form.
    private sealed interface Change {
        /// The columns that a model does not see as they are.
        List<String> hidden();

        /// @param places decimal places of `larger`, -1 for any
        record Distance(String smaller, String larger, ColumnInfo was, int places)
                implements Change {
            @Override
            public List<String> hidden() {
                return List.of(larger);
            }
        }

        /// @param combinations codes of the columns, by level of the combined column
        record Joint(
                List<String> columns,
                List<ColumnInfo> was,
                List<List<String>> levels,
                List<int[]> combinations)
                implements Change {
            @Override
            public List<String> hidden() {
                return columns;
            }
        }
    }

    private final List<String> order;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Constraint> kept = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, double[]> originals = new HashMap<>();
    private Dataset shaped;

    private Reshaping(Dataset training) {
        this.order = training.schema().names();
        this.shaped = training;
    }

    /// @param training the rows to learn from, none of which breaks the rules
    public static Reshaping of(Dataset training, List<Constraint> rules) {
        Reshaping work = new Reshaping(training);
        for (Constraint rule : rules) {
            boolean whole =
                    switch (rule) {
                        case Constraint.Inequality r ->
                                r.comparison().ascending()
                                        ? work.distance(r.left(), r.right())
                                        : work.distance(r.right(), r.left());
                        case Constraint.DateOrder r -> work.chain(r.columns());
                        case Constraint.FixedCombinations r -> work.joint(r.columns());
                        default -> false;
                    };
            if (whole) {
                work.kept.add(rule);
            }
        }
        return work;
    }

    /// The table to learn from.
    public Dataset shaped() {
        return shaped;
    }

    /// Whether a model sees this column in another form, so that it cannot aim at its values.
    public boolean hidden(String column) {
        return changes.stream().anyMatch(change -> change.hidden().contains(column));
    }

    /// Whether the form sees to this rule.
    public boolean keeps(Constraint rule) {
        return kept.contains(rule);
    }

    public boolean none() {
        return changes.isEmpty();
    }

    private boolean chain(List<String> columns) {
        boolean all = true;
        for (int i = 1; i < columns.size(); i++) {
            all &= distance(columns.get(i - 1), columns.get(i));
        }
        return all;
    }

    private boolean distance(String smaller, String larger) {
        Schema schema = shaped.schema();
        if (!schema.has(smaller)
                || !schema.has(larger)
                || smaller.equals(larger)
                || !free(larger)
                || !schema.column(smaller).role().synthesised()
                || used.contains(larger)
                || type(smaller) != type(larger)) {
            return false;
        }
        double[] low = originalNumbers(smaller);
        double[] high = shaped.numbers(larger);
        double[] distance = new double[low.length];
        for (int row = 0; row < distance.length; row++) {
            if (Double.isNaN(low[row]) && !Double.isNaN(high[row])) {
                return false;
            }
            distance[row] = high[row] - low[row];
        }
        int places = Arithmetic.decimals(shaped, larger);
        for (int row = 0; row < distance.length; row++) {
            distance[row] = Arithmetic.round(distance[row], places);
        }
        ColumnInfo was = schema.column(larger);
        boolean whole = was.type() == ColumnType.INTEGER || was.type() == ColumnType.DATE;
        ColumnInfo info =
                ColumnInfo.of(larger, whole ? ColumnType.INTEGER : ColumnType.REAL)
                        .withRole(was.role());
        originals.put(larger, high);
        changes.add(new Change.Distance(smaller, larger, was, places));
        used.add(smaller);
        used.add(larger);
        shaped = replaced(shaped, larger, List.of(info), List.of(new Column.Numbers(distance)));
        return true;
    }

    /// The type a column has in the training set.
    private ColumnType type(String column) {
        for (Change change : changes) {
            if (change instanceof Change.Distance distance && distance.larger().equals(column)) {
                return distance.was().type();
            }
        }
        return shaped.schema().column(column).type();
    }

    private double[] originalNumbers(String column) {
        double[] values = originals.get(column);
        return values == null ? shaped.numbers(column) : values;
    }

    private boolean free(String column) {
        ColumnInfo info = shaped.schema().column(column);
        boolean looked =
                switch (info.role()) {
                    case OUTCOME, PREDICTION, SCORE, PROTECTED -> true;
                    case Role _ -> false;
                };
        return !looked && info.role().synthesised() && info.binning().isEmpty();
    }

    private boolean joint(List<String> columns) {
        for (String column : columns) {
            if (!shaped.schema().has(column)
                    || used.contains(column)
                    || !free(column)
                    || !(shaped.column(column) instanceof Column.Codes)) {
                return false;
            }
        }
        if (new HashSet<>(columns).size() < 2) {
            return false;
        }
        List<ColumnInfo> was = columns.stream().map(shaped.schema()::column).toList();
        List<Column.Codes> codes = columns.stream().map(shaped::codes).toList();
        List<int[]> combinations = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        Map<List<Integer>, Integer> positions = new HashMap<>();
        int[] joint = new int[shaped.rows()];
        for (int row = 0; row < joint.length; row++) {
            List<Integer> key = new ArrayList<>();
            for (Column.Codes column : codes) {
                key.add(column.codes()[row]);
            }
            joint[row] =
                    positions.computeIfAbsent(
                            key,
                            fresh -> {
                                combinations.add(
                                        fresh.stream().mapToInt(Integer::intValue).toArray());
                                levels.add(label(fresh, codes) + JOIN + combinations.size());
                                return combinations.size() - 1;
                            });
        }
        changes.add(
                new Change.Joint(
                        columns,
                        was,
                        codes.stream().map(Column.Codes::levels).toList(),
                        combinations));
        used.addAll(columns);
        ColumnInfo info = ColumnInfo.of(columns.getFirst(), ColumnType.CATEGORY);
        shaped =
                replaced(
                        shaped,
                        columns.getFirst(),
                        List.of(info),
                        List.of(new Column.Codes(joint, levels)));
        List<String> names = new ArrayList<>(shaped.schema().names());
        names.removeAll(columns.subList(1, columns.size()));
        shaped = shaped.project(names);
        return true;
    }

    private static String label(List<Integer> key, List<Column.Codes> codes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            parts.add(key.get(i) < 0 ? "" : codes.get(i).levels().get(key.get(i)));
        }
        return String.join(JOIN, parts);
    }

    /// Drawn rows in the form of the training set.
    public Dataset back(Dataset drawn) {
        Dataset data = drawn;
        for (Change change : changes) {
            data =
                    switch (change) {
                        case Change.Distance distance -> back(distance, data);
                        case Change.Joint joint -> back(joint, data);
                    };
        }
        Set<String> there = new HashSet<>(data.schema().names());
        return data.project(order.stream().filter(there::contains).toList());
    }

    private static Dataset back(Change.Distance change, Dataset data) {
        double[] low = data.numbers(change.smaller());
        double[] distance = data.numbers(change.larger());
        double[] high = new double[low.length];
        for (int row = 0; row < high.length; row++) {
            high[row] = Arithmetic.round(low[row] + distance[row], change.places());
        }
        return replaced(
                data, change.larger(), List.of(change.was()), List.of(new Column.Numbers(high)));
    }

    private static Dataset back(Change.Joint change, Dataset data) {
        int[] joint = data.codes(change.columns().getFirst()).codes();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < change.columns().size(); c++) {
            int[] codes = new int[joint.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = joint[row] < 0 ? -1 : change.combinations().get(joint[row])[c];
            }
            columns.add(new Column.Codes(codes, change.levels().get(c)));
        }
        return replaced(data, change.columns().getFirst(), change.was(), columns);
    }

    private static Dataset replaced(
            Dataset data, String name, List<ColumnInfo> infos, List<Column> with) {
        List<ColumnInfo> schema = new ArrayList<>(data.schema().columns());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            columns.add(data.column(i));
        }
        int index = data.schema().indexOf(name);
        schema.remove(index);
        columns.remove(index);
        schema.addAll(index, infos);
        columns.addAll(index, with);
        return new Dataset(data.name(), data.part(), new Schema(schema), columns);
    }
}
