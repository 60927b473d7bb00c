package org.counterpoise.engine.collapse;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The smallest protected groups of the real rows: the smallest one, and the next as long as they
/// are at most a tenth of the rows together.
///
/// @param columns protected columns, crossed; none if none is marked
/// @param keys of the groups
/// @param share of the rows that are in them
record SmallGroups(List<String> columns, Set<String> keys, double share) {
    private static final double TENTH = 0.1;

    static SmallGroups of(Dataset real) {
        List<String> columns = real.schema().namesWithRole(Role.PROTECTED);
        Set<String> keys = new HashSet<>();
        if (columns.isEmpty() || real.rows() == 0) {
            return new SmallGroups(List.of(), keys, Double.NaN);
        }
        List<Grouping.Group> bySize =
                Grouping.of(real, columns).groups().stream()
                        .sorted(
                                Comparator.comparingInt(Grouping.Group::count)
                                        .thenComparing(Grouping.Group::key))
                        .toList();
        int rows = 0;
        for (Grouping.Group group : bySize) {
            if (!keys.isEmpty() && rows + group.count() > TENTH * real.rows()) {
                break;
            }
            keys.add(group.key());
            rows += group.count();
        }
        return new SmallGroups(columns, keys, (double) rows / real.rows());
    }

    /// Their share of other rows, over their share of the real ones; NaN without protected groups.
    double kept(Dataset data) {
        if (columns.isEmpty() || data.rows() == 0) {
            return Double.NaN;
        }
        int rows = 0;
        for (Grouping.Group group : Grouping.of(data, columns).groups()) {
            rows += keys.contains(group.key()) ? group.count() : 0;
        }
        return (double) rows / data.rows() / share;
    }
}
