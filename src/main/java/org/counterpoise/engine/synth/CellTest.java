package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// What a cell such as `sex=F, age=70–79` asks of drawn values, column by column.
///
/// Values are as in [Feature]: numbers, or codes of categories; NaN, which is in no cell.
///
/// @param tests by position of the column
/// @param problem why no row can be in the cell, one sentence; empty if the training rows have
///     every level
public record CellTest(Map<Integer, DoublePredicate> tests, String problem) {

    public CellTest {
        tests = Map.copyOf(tests);
    }

    /// @param features the columns of the training set, in order
    public static CellTest of(Dataset training, List<Feature> features, Map<String, String> cell) {
        Map<Integer, DoublePredicate> tests = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : cell.entrySet()) {
            if (!training.schema().has(entry.getKey())) {
                return impossible("\"" + entry.getKey() + "\" is not a column this model learned.");
            }
            int column =
                    training.schema().columns().indexOf(training.schema().column(entry.getKey()));
            Optional<DoublePredicate> test = test(features.get(column), entry.getValue());
            if (test.isEmpty() || !occurs(features.get(column), test.get())) {
                return impossible(
                        "\""
                                + entry.getValue()
                                + "\" does not occur in \""
                                + entry.getKey()
                                + "\".");
            }
            tests.put(column, test.get());
        }
        return new CellTest(tests, "");
    }

    private static CellTest impossible(String why) {
        return new CellTest(Map.of(), why);
    }

    /// Whether a value of a column is as the cell asks; true for columns it does not name.
    public boolean holds(int column, double value) {
        DoublePredicate test = tests.get(column);
        return test == null || test.test(value);
    }

    private static Optional<DoublePredicate> test(Feature feature, String level) {
        ColumnInfo info = feature.info();
        return switch (feature) {
            case Feature.Categorical category when info.binning().isPresent() -> {
                DoublePredicate band = band(info, info.binning().get(), level);
                yield Optional.of(
                        code -> !Double.isNaN(code) && band.test(category.names()[(int) code]));
            }
            case Feature.Categorical category -> {
                int wanted = category.levels().indexOf(level);
                yield wanted < 0 ? Optional.empty() : Optional.of(code -> code == wanted);
            }
            case Feature.Continuous _ when info.binning().isPresent() ->
                    Optional.of(band(info, info.binning().get(), level));
            case Feature.Continuous number -> {
                for (double value : number.values()) {
                    if (CellText.of(value, info.type()).equals(level)) {
                        yield Optional.of(drawn -> drawn == value);
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private static DoublePredicate band(ColumnInfo info, Binning binning, String level) {
        int band = binning.labels(info.type() == ColumnType.INTEGER).indexOf(level);
        return value -> band >= 0 && binning.band(value) == band;
    }

    private static boolean occurs(Feature feature, DoublePredicate test) {
        return switch (feature) {
            case Feature.Continuous number -> {
                for (double value : number.values()) {
                    if (test.test(value)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Feature.Categorical category -> {
                for (int code : category.codes()) {
                    if (code >= 0 && test.test(code)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }
}
