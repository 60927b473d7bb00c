package org.counterpoise.engine.synth;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.rule.Conditions;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The rows of a dataset that belong to a cell, e.g. `sex=F, age=70–79`.
public final class Cells {
    private Cells() {}

    /// The rows in the cell, ascending; all rows for the empty cell. A level that does not occur
    /// has no rows.
    ///
    /// @throws UserProblem if a column of the cell does not exist
    public static int[] rows(Dataset data, Map<String, String> cell) {
        boolean[] inside = new boolean[data.rows()];
        Arrays.fill(inside, true);
        cell.forEach((column, level) -> keep(inside, Grouping.bands(data, column), level));
        return IntStream.range(0, inside.length).filter(row -> inside[row]).toArray();
    }

    /// The rows that a target is about, ascending.
    public static int[] rows(Dataset data, Target target) {
        boolean[] met = Conditions.rows(target.where(), data);
        return Arrays.stream(rows(data, target.cell())).filter(row -> met[row]).toArray();
    }

    private static void keep(boolean[] inside, Column.Codes bands, String level) {
        int wanted = bands.levels().indexOf(level);
        for (int row = 0; row < inside.length; row++) {
            inside[row] &= wanted >= 0 && bands.codes()[row] == wanted;
        }
    }

    /// Checks that a column can define groups of rows to be made.
    ///
    /// @throws UserProblem if it is not there, or a synthesizer makes no values for it
    public static void checkColumn(Dataset training, String column) {
        if (!Learnable.modelled(training.schema().column(column))) {
            throw new UserProblem(
                    "\"" + column + "\" is not synthesised, so rows cannot be made by it.",
                    "sampling plan",
                    "Choose a column that is neither text, an identifier nor ignored.");
        }
    }

    /// Checks that a cell names columns and levels of the training set.
    ///
    /// @throws UserProblem naming the levels that exist
    public static void check(Dataset training, Map<String, String> cell) {
        cell.forEach(
                (column, level) -> {
                    checkColumn(training, column);
                    List<String> levels = Grouping.bands(training, column).levels();
                    if (!levels.contains(level)) {
                        throw new UserProblem(
                                "\"" + column + "\" has no level \"" + level + "\".",
                                "sampling plan",
                                "The levels are: " + shown(levels) + ".");
                    }
                });
    }

    /// Checks that a target names columns and values that the training set can have.
    ///
    /// @throws UserProblem naming what exists
    public static void check(Dataset training, Target target) {
        check(training, target.cell());
        Rules.condition(target.where().text(), Vocabulary.of(training));
        target.where().columns().forEach(column -> checkColumn(training, column));
        Conditions.rows(target.where(), training);
    }

    /// A cell for people: "F, 70–79"; "everyone" for the empty one.
    public static String label(Map<String, String> cell) {
        return cell.isEmpty() ? "everyone" : String.join(", ", cell.values());
    }

    private static String shown(List<String> levels) {
        return String.join(", ", levels.subList(0, Math.min(12, levels.size())))
                + (levels.size() > 12 ? ", …" : "");
    }
}
