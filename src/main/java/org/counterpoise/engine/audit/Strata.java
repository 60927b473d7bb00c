package org.counterpoise.engine.audit;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The groups of one attribute or crossing, the small ones put together, so that none is singled
/// out.
///
/// @param names of groups, the small ones together last
/// @param cells of groups, as column to level; empty for the small ones together
/// @param codes group of each row, -1 if it is in none
public record Strata(
        Grouping grouping, List<String> names, List<Map<String, String>> cells, int[] codes) {
    /// What the small groups together are called.
    public static final String SMALL = "small groups";

    /// @param smallest fewest rows of a group that stands by itself
    public static Strata of(Grouping grouping, int smallest) {
        int[] places = new int[grouping.groups().size()];
        List<String> names = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int g = 0; g < places.length; g++) {
            boolean large = grouping.groups().get(g).count() >= smallest;
            places[g] = large ? names.size() : -1;
            if (large) {
                names.add(grouping.groups().get(g).label());
                cells.add(grouping.groups().get(g).cell());
            }
        }
        int together = names.size();
        boolean any = false;
        int[] codes = new int[grouping.codes().length];
        for (int row = 0; row < codes.length; row++) {
            int group = grouping.codes()[row];
            boolean small = group >= 0 && places[group] < 0;
            codes[row] = group < 0 ? -1 : small ? together : places[group];
            any |= small;
        }
        if (any) {
            names.add(SMALL);
            cells.add(Map.of());
        }
        return new Strata(grouping, List.copyOf(names), List.copyOf(cells), codes);
    }

    public boolean single() {
        return grouping.columns().size() == 1;
    }

    /// The attribute's name for metrics: column names joined by commas.
    public String id() {
        return String.join(",", grouping.columns());
    }

    /// The attribute's name for people.
    public String title(Dataset data) {
        return grouping.columns().stream()
                .map(column -> data.schema().column(column).title())
                .collect(Collectors.joining(" × "));
    }

    /// Rows of each group among those that are in.
    public long[] counts(boolean[] in) {
        long[] counts = new long[names.size()];
        for (int row = 0; row < codes.length; row++) {
            if (in[row] && codes[row] >= 0) {
                counts[codes[row]]++;
            }
        }
        return counts;
    }
}
