package org.counterpoise.engine.audit.slice;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One slice in words, with how it did where it was found and where it was confirmed.
///
/// @param name its conditions as a sentence has them, e.g. "sex = F and age = 70–79"
/// @param cell column to level
/// @param searched on the rows in which it was found: too good, because it was chosen
/// @param confirmed on the rows kept back
/// @param searchedP of `searched`, multiplied by all slices the search ranged over
/// @param confirmedP of `confirmed`, Holm-adjusted for the slices kept
record FoundSlice(
        Slice slice,
        String name,
        Map<String, String> cell,
        Excess searched,
        Excess confirmed,
        double searchedP,
        double confirmedP) {

    boolean holds() {
        return confirmedP < 0.05;
    }

    static Map<String, String> cell(Conditions conditions, LiteralTable table, Slice slice) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int literal : slice.literals()) {
            int feature = table.featureOf(literal);
            cell.put(
                    conditions.columns().get(feature).name(),
                    conditions.levels().get(feature).get(table.origins()[literal]));
        }
        return cell;
    }

    static String name(Conditions conditions, Map<String, String> cell) {
        List<String> parts = new ArrayList<>();
        cell.forEach((column, level) -> parts.add(conditions.describe(column, level)));
        return String.join(" and ", parts);
    }

    /// Which of these rows are in a slice.
    static boolean[] members(Conditions conditions, LiteralTable table, Slice slice, int[] rows) {
        boolean[] in = new boolean[rows.length];
        Arrays.fill(in, true);
        for (int literal : slice.literals()) {
            int[] codes = conditions.codes().get(table.featureOf(literal));
            int wanted = table.origins()[literal];
            for (int i = 0; i < rows.length; i++) {
                in[i] &= codes[rows[i]] == wanted;
            }
        }
        return in;
    }

    /// Whether a synthesizer can be asked for more such rows: all conditions are levels of
    /// categories.
    boolean canBeGenerated(Dataset data) {
        return cell.entrySet().stream()
                .allMatch(
                        condition ->
                                data.column(condition.getKey()) instanceof Column.Codes
                                        && !condition.getValue().equals(Conditions.MISSING));
    }
}
