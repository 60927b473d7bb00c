package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.TreeShap;

import java.util.List;
import java.util.Map;

/// The model that an audit explained, to be asked about rows as they are not: this patient, other
/// sex. Can be asked by several threads.
public final class RowModel {
    private final Fitted fitted;
    private final TreeShap shap;

    /// What the model says of a row.
    ///
    /// @param value a probability (0 to 1) or a number in the unit of what is explained
    /// @param shap what each column adds, in log-odds of a probability or the unit of a number;
    ///     they add up to what is said of the row less `expected`
    /// @param expected what is said of nobody in particular, in the unit of `shap`
    public record Answer(double value, double[] shap, double expected) {}

    private RowModel(Fitted fitted) {
        this.fitted = fitted;
        this.shap = new TreeShap(fitted.model());
    }

    /// Fits the model that the audit fits with the same settings and seed.
    ///
    /// @throws UserProblem if the audit cannot be run on this data
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static RowModel of(
            Dataset data, ExplainSettings settings, long seed, Progress progress) {
        data.forFitting("A model to be explained");
        return new RowModel(Fitted.of(data, settings, seed, progress));
    }

    /// What the model learns from, in the order of the Shapley values.
    public List<ColumnInfo> columns() {
        return fitted.columns();
    }

    /// How many rows there are to ask about.
    public int rows() {
        return fitted.source().rows();
    }

    /// The cells of a row as text, by the order of the columns; empty where missing.
    ///
    /// @param row from 0
    public List<String> cells(int row) {
        Dataset data = fitted.source();
        return columns().stream()
                .map(info -> data.text(row, data.schema().indexOf(info.name())))
                .toList();
    }

    /// The levels that a column may have, in order; empty for numbers.
    ///
    /// @param column its position among the columns
    public List<String> levels(int column) {
        return fitted.source().column(columns().get(column).name()) instanceof Column.Codes codes
                ? codes.levels()
                : List.of();
    }

    /// What the model says of a row with some cells changed.
    ///
    /// @param row from 0
    /// @param changes column to value as text; an empty one for missing
    /// @throws UserProblem if a value is no number or level of its column
    public Answer ask(int row, Map<String, String> changes) {
        Dataset one = OneRow.changed(fitted.source().select(new int[] {row}), changes);
        BinnedTable cut = fitted.table().recode(one);
        double[] values = shap.values(cut, 0);
        for (int c = 0; c < values.length; c++) {
            values[c] = fitted.target().effect(values[c]);
        }
        return new Answer(fitted.value(cut, 0), values, expected());
    }

    private double expected() {
        return fitted.target().binary() ? shap.expected() : fitted.target().value(shap.expected());
    }

    /// Whether answers are probabilities.
    public boolean probabilities() {
        return fitted.target().binary();
    }

    /// What an answer is, e.g. "probability of death".
    public String valueName() {
        return fitted.target().valueName();
    }

    /// Of Shapley values, e.g. "log-odds".
    public String unit() {
        return fitted.target().unit();
    }
}
