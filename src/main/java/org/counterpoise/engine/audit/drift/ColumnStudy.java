package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Proportion;

import java.util.List;

/// What was measured of one column.
///
/// @param overall late against early
/// @param missing of its values
/// @param windows each window but the first against those before it
/// @param groups late against early within each group that is large enough
record ColumnStudy(Shift overall, Missing missing, List<Shift> windows, List<GroupShift> groups) {

    ColumnStudy {
        windows = List.copyOf(windows);
        groups = List.copyOf(groups);
    }

    ColumnInfo column() {
        return overall.column();
    }

    /// Late against early within one group.
    ///
    /// @param attribute column that defines the group
    /// @param group its level
    record GroupShift(String attribute, String group, Shift shift) {
        String key() {
            return attribute + "=" + group;
        }
    }

    /// Missing values early and late.
    ///
    /// @param test of equal shares; not defined if nothing is missing
    record Missing(Proportion reference, Proportion recent, ChiSquare test) {

        static Missing of(Column column, int[] reference, int[] recent) {
            Proportion before = share(column, reference);
            Proportion after = share(column, recent);
            return new Missing(
                    before,
                    after,
                    ChiSquare.independence(
                            new long[][] {
                                {before.count(), before.n() - before.count()},
                                {after.count(), after.n() - after.count()}
                            }));
        }

        private static Proportion share(Column column, int[] rows) {
            long missing = 0;
            for (int row : rows) {
                missing += column.missing(row) ? 1 : 0;
            }
            return new Proportion(missing, rows.length);
        }

        boolean any() {
            return reference.count() + recent.count() > 0;
        }

        double change() {
            return recent.value() - reference.value();
        }
    }
}
