package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.TreeShap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The model that an audit explained, to be asked about rows as they are not: this patient, other
/// sex. Can be asked by several threads.
public final class RowModel {
    /// Of whole numbers with more values than this any may be meant.
    private static final int MOST_NUMBERS = 12;

    private final Fitted fitted;
    private final ExplainSettings settings;
    private final TreeShap shap;
    private final List<Seen> seen;
    private final List<List<String>> levels;

    /// What the model says of a row.
    ///
    /// @param value a probability (0 to 1) or a number in the unit of what is explained
    /// @param shap what each column adds, in log-odds of a probability or the unit of a number;
    ///     they add up to what is said of the row less `expected`
    /// @param expected what is said of nobody in particular, in the unit of `shap`
    public record Answer(double value, double[] shap, double expected) {}

    /// The nearest row on the other side of the cut.
    ///
    /// @param changes column to value as text
    /// @param value what the model says after the changes
    public record Nearest(Map<String, String> changes, double value) {}

    private RowModel(Fitted fitted, ExplainSettings settings) {
        this.fitted = fitted;
        this.settings = settings;
        this.shap = new TreeShap(fitted.model());
        this.seen = columns().stream().map(info -> Seen.of(fitted.data(), info)).toList();
        this.levels = columns().stream().map(info -> levels(fitted.source(), info)).toList();
    }

    /// Fits the model that the audit fits with the same settings and seed.
    ///
    /// @throws UserProblem if the audit cannot be run on this data
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static RowModel of(
            Dataset data, ExplainSettings settings, long seed, Progress progress) {
        data.forFitting("A model to be explained");
        settings.immutable().forEach(data.schema()::column);
        return new RowModel(Fitted.of(data, settings, seed, progress), settings);
    }

    /// What is explained, as it was asked.
    public ExplainSettings settings() {
        return settings;
    }

    /// The changes that the audit was asked about: column to value as text.
    public Map<String, String> asked() {
        return OneRow.changes(settings.change());
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

    /// What a column may be, in order, where that is a few things: levels, or whole numbers of
    /// which there are few; empty for other numbers.
    ///
    /// @param column its position among the columns
    public List<String> levels(int column) {
        return levels.get(column);
    }

    private static List<String> levels(Dataset data, ColumnInfo info) {
        return switch (data.column(info.name())) {
            case Column.Codes codes -> codes.levels();
            case Column.Numbers numbers when info.type() == ColumnType.INTEGER -> {
                double[] few =
                        Arrays.stream(numbers.values())
                                .filter(Double::isFinite)
                                .distinct()
                                .limit(MOST_NUMBERS + 1L)
                                .sorted()
                                .toArray();
                yield few.length > MOST_NUMBERS
                        ? List.of()
                        : Arrays.stream(few).mapToObj(CellText::number).toList();
            }
            case Column.Numbers _, Column.Texts _ -> List.of();
        };
    }

    /// Why a text is no value of a column; empty if it is one.
    ///
    /// @param column its position among the columns
    /// @param value as text; an empty one for missing
    public Optional<String> problem(int column, String value) {
        try {
            OneRow.check(fitted.source(), columns().get(column), value);
            return Optional.empty();
        } catch (UserProblem problem) {
            return Optional.of(problem.what() + " " + problem.remedy());
        }
    }

    /// What to know of a value that the model has not learnt from; empty if it has.
    ///
    /// @param column its position among the columns
    /// @param value one without a [#problem(int, String)]
    public Optional<String> caution(int column, String value) {
        ColumnInfo info = columns().get(column);
        boolean number = info.type().numeric();
        return seen.get(column).caution(value, number ? OneRow.number(info, value) : Double.NaN);
    }

    /// The nearest row on the other side of the cut that differs in one or two columns.
    ///
    /// @param row from 0
    /// @return empty if there is none
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public Optional<Nearest> nearest(int row, Progress progress) {
        return Counterfactual.of(
                        fitted,
                        fitted.place(row),
                        Counterfactual.changeable(fitted, settings),
                        settings.cut(),
                        progress)
                .map(found -> new Nearest(found.changes(), found.value()));
    }

    /// Columns that [#nearest(int, Progress)] leaves as they are.
    public List<ColumnInfo> kept() {
        List<Integer> changeable = Counterfactual.changeable(fitted, settings);
        return IntStream.range(0, columns().size())
                .filter(column -> !changeable.contains(column))
                .mapToObj(columns()::get)
                .toList();
    }

    /// Changes as [ExplainSettings#change()] has them.
    ///
    /// @param changes column to value as text
    /// @throws UserProblem if they hold an equals sign or a semicolon where it would be misread
    public static String setting(Map<String, String> changes) {
        return OneRow.text(changes);
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
