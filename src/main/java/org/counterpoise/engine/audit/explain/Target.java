package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.Roc;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What a model is fitted to: a marked score, an outcome of two classes, or a quantity.
///
/// A model's raw score is a log-odds for two classes; for numbers it is their place between the
/// lowest (0) and the highest (1).
///
/// @param binary whether it has two classes
/// @param y per row 1 or 0 for two classes, 0 to 1 for numbers, NaN where missing
/// @param low the lowest number; 0 for two classes
/// @param range from the lowest to the highest number; 1 for two classes
record Target(ColumnInfo column, boolean binary, double[] y, double low, double range) {
    /// Numbers with fewer values are classes.
    private static final int FEWEST_VALUES = 20;

    /// @throws UserProblem if there is neither, or if it cannot be learnt
    static Target of(Dataset data, ExplainSettings.Explains explains) {
        var scores = data.schema().withRole(Role.SCORE);
        if (explains == ExplainSettings.Explains.SCORE_OR_OUTCOME
                && !scores.isEmpty()
                && data.column(scores.getFirst().name()) instanceof Column.Numbers numbers) {
            return numbers(data, scores.getFirst(), numbers.values());
        }
        ColumnInfo outcome =
                data.schema()
                        .outcome()
                        .orElseThrow(
                                () ->
                                        new UserProblem(
                                                "No column is marked as a score or an outcome.",
                                                data.name(),
                                                "Mark the outcome, or a model's score, in the data"
                                                        + " step."));
        if (outcome.positive().isEmpty()
                && data.column(outcome.name()) instanceof Column.Numbers numbers
                && Arrays.stream(numbers.values())
                                .filter(Double::isFinite)
                                .distinct()
                                .limit(FEWEST_VALUES + 1L)
                                .count()
                        > FEWEST_VALUES) {
            return numbers(data, outcome, numbers.values());
        }
        byte[] classes = BinaryOutcome.of(data, outcome.name()).values();
        double[] y =
                IntStream.range(0, classes.length)
                        .mapToDouble(row -> classes[row] < 0 ? Double.NaN : classes[row])
                        .toArray();
        return new Target(outcome, true, y, 0, 1);
    }

    private static Target numbers(Dataset data, ColumnInfo info, double[] values) {
        var known = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        double range = known.getMax() - known.getMin();
        if (!(range > 0) || Double.isInfinite(range)) {
            throw new UserProblem(
                    "\"" + info.title() + "\" does not vary.",
                    data.name(),
                    "Mark another column, or choose a dataset in which it varies.");
        }
        double[] y =
                Arrays.stream(values)
                        .map(v -> Double.isFinite(v) ? (v - known.getMin()) / range : Double.NaN)
                        .toArray();
        return new Target(info, false, y, known.getMin(), range);
    }

    /// The same of some rows.
    Target select(int[] rows) {
        return new Target(
                column,
                binary,
                IntStream.of(rows).mapToDouble(row -> y[row]).toArray(),
                low,
                range);
    }

    /// Rows in which it is known, ascending.
    int[] known() {
        return IntStream.range(0, y.length).filter(row -> !Double.isNaN(y[row])).toArray();
    }

    /// A class per row from 0, for folds that have the same share of each; -1 where missing.
    int[] classes() {
        return Arrays.stream(y)
                .mapToInt(value -> Double.isNaN(value) ? -1 : binary ? (int) value : 0)
                .toArray();
    }

    BinnedBoosting fit(BinnedTable table, int[] rows, int[] columns, Progress progress) {
        return binary
                ? BinnedBoosting.fit(
                        table, rows, bytes(), columns, BinnedBoosting.Options.FULL, progress)
                : BinnedBoosting.fitNumbers(
                        table, rows, y, columns, BinnedBoosting.Options.FULL, progress);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[y.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) (Double.isNaN(y[row]) ? -1 : y[row]);
        }
        return bytes;
    }

    /// What a raw score says: a probability, or a number in the column's unit.
    double value(double raw) {
        return binary ? LogisticFit.logistic(raw) : low + range * raw;
    }

    /// A Shapley value as it is shown: in log-odds, or in the column's unit.
    double effect(double raw) {
        return binary ? raw : range * raw;
    }

    /// How wrong a raw score is of a row: logarithmic loss, or squared error over the squared
    /// range.
    double loss(int row, double raw) {
        if (!binary) {
            return (raw - y[row]) * (raw - y[row]);
        }
        double wrong = y[row] > 0 ? -raw : raw;
        return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
    }

    /// How well raw scores tell the rows that have one: the area under the ROC curve, or R².
    double skill(double[] raw) {
        if (binary) {
            return Roc.of(bytes(), raw).auc();
        }
        int[] rows =
                IntStream.range(0, y.length)
                        .filter(row -> !Double.isNaN(y[row]) && !Double.isNaN(raw[row]))
                        .toArray();
        double mean = IntStream.of(rows).mapToDouble(row -> y[row]).average().orElse(Double.NaN);
        double error = IntStream.of(rows).mapToDouble(row -> loss(row, raw[row])).sum();
        double total = IntStream.of(rows).mapToDouble(row -> loss(row, mean)).sum();
        return total > 0 ? 1 - error / total : Double.NaN;
    }

    /// The ROC curve of raw scores, for two classes.
    Roc roc(double[] raw) {
        return Roc.of(bytes(), raw);
    }

    // ---- words ------------------------------------------------------------------------------

    /// "AUC" or "R²".
    String skillName() {
        return binary ? "AUC" : "R²";
    }

    /// "probability of death" or "predicted risk".
    String valueName() {
        return (binary ? "probability of " : "predicted ") + column.title();
    }

    /// Of Shapley values: "log-odds" or the column's name.
    String unit() {
        return binary ? "log-odds" : column.title();
    }
}
