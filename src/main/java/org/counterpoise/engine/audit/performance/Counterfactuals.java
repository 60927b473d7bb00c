package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The same people with another sex, another race, …: versions of a dataset in which everyone has
/// the same level of one protected attribute and all else as it is.
///
/// What a model decides for them shows whether it looks at the attribute itself; what it infers
/// from other columns stays hidden.
///
/// @param versions the dataset as it is, then one per attribute and level
/// @param attributes the attribute of each version but the first
/// @param own per version but the first: which rows have its level anyway
record Counterfactuals(List<Dataset> versions, List<String> attributes, List<boolean[]> own) {
    /// An attribute with more groups than this is left out.
    private static final int MOST_LEVELS = 20;

    /// @param predictors columns that the model sees
    static Counterfactuals of(Dataset data, List<String> predictors, List<String> notes) {
        List<Dataset> versions = new ArrayList<>(List.of(data));
        List<String> attributes = new ArrayList<>();
        List<boolean[]> own = new ArrayList<>();
        for (ColumnInfo info : data.schema().withRole(Role.PROTECTED)) {
            if (!predictors.contains(info.name())) {
                continue;
            }
            Grouping grouping = Grouping.of(data, List.of(info.name()));
            int levels = grouping.groups().size();
            if (levels < 2 || levels > MOST_LEVELS) {
                notes.add(
                        "\""
                                + info.title()
                                + "\" has "
                                + levels
                                + " groups, so no counterfactual flip rate was computed of it.");
                continue;
            }
            for (int level = 0; level < levels; level++) {
                int group = level;
                boolean[] has = new boolean[data.rows()];
                for (int row = 0; row < has.length; row++) {
                    has[row] = grouping.codes()[row] == group;
                }
                versions.add(with(data, info, grouping, group));
                attributes.add(info.name());
                own.add(has);
            }
        }
        return new Counterfactuals(versions, attributes, own);
    }

    /// Everyone with the level of one group; of a band of numbers, its median.
    private static Dataset with(Dataset data, ColumnInfo info, Grouping grouping, int group) {
        int[] rows = grouping.rows(group);
        Column column =
                switch (data.column(info.name())) {
                    case Column.Numbers numbers -> {
                        double[] same = new double[data.rows()];
                        double[] theirs =
                                IntStream.of(rows)
                                        .mapToDouble(row -> numbers.values()[row])
                                        .toArray();
                        Arrays.fill(same, Quantiles.median(theirs));
                        yield new Column.Numbers(same);
                    }
                    case Column.Codes codes -> {
                        int[] same = new int[data.rows()];
                        Arrays.fill(same, codes.codes()[rows[0]]);
                        yield new Column.Codes(same, codes.levels());
                    }
                    case Column.Texts texts -> texts;
                };
        List<Column> columns = new ArrayList<>();
        for (ColumnInfo other : data.schema().columns()) {
            columns.add(other.equals(info) ? column : data.column(other.name()));
        }
        return new Dataset(data.name(), data.part(), data.schema(), columns);
    }

    /// By attribute and row: 1 if any other level would have changed the decision, 0 if none, -1
    /// without a decision.
    ///
    /// @param scores of each version, in order
    Map<String, byte[]> flips(List<double[]> scores, double threshold) {
        double[] actual = scores.getFirst();
        Map<String, byte[]> flips = new LinkedHashMap<>();
        for (int version = 0; version < attributes.size(); version++) {
            byte[] flipped =
                    flips.computeIfAbsent(
                            attributes.get(version),
                            _ -> {
                                byte[] none = new byte[actual.length];
                                for (int row = 0; row < none.length; row++) {
                                    none[row] = (byte) (Double.isNaN(actual[row]) ? -1 : 0);
                                }
                                return none;
                            });
            double[] changed = scores.get(version + 1);
            for (int row = 0; row < flipped.length; row++) {
                if (flipped[row] == 0
                        && !own.get(version)[row]
                        && changed[row] >= threshold != actual[row] >= threshold) {
                    flipped[row] = 1;
                }
            }
        }
        return flips;
    }
}
