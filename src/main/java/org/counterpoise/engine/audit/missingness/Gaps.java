package org.counterpoise.engine.audit.missingness;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;

/// How often one column is missing in each group of one attribute or crossing.
///
/// @param groups those with enough rows, then the small ones together, if there are any
/// @param shares missing values per group
/// @param test of equal shares, over the groups
record Gaps(
        ColumnInfo column,
        Grouping grouping,
        List<String> groups,
        List<Proportion> shares,
        ChiSquare test) {
    private static final String SMALL = "small groups";

    /// @param missing whether the column is missing, per row
    static Gaps of(ColumnInfo column, boolean[] missing, Grouping grouping, int smallest) {
        int size = grouping.groups().size();
        long[] rows = new long[size];
        long[] gaps = new long[size];
        int[] codes = grouping.codes();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                rows[codes[row]]++;
                gaps[codes[row]] += missing[row] ? 1 : 0;
            }
        }
        List<String> names = new ArrayList<>();
        List<Proportion> shares = new ArrayList<>();
        long restRows = 0;
        long restGaps = 0;
        for (int g = 0; g < size; g++) {
            if (rows[g] >= smallest) {
                names.add(grouping.groups().get(g).label());
                shares.add(new Proportion(gaps[g], rows[g]));
            } else {
                restRows += rows[g];
                restGaps += gaps[g];
            }
        }
        if (restRows > 0) {
            names.add(SMALL);
            shares.add(new Proportion(restGaps, restRows));
        }
        return new Gaps(
                column,
                grouping,
                names,
                shares,
                ChiSquare.independence(
                        shares.stream()
                                .map(s -> new long[] {s.count(), s.n() - s.count()})
                                .toArray(long[][]::new)));
    }

    /// Missing values in any group.
    long missing() {
        return shares.stream().mapToLong(Proportion::count).sum();
    }

    long rows() {
        return shares.stream().mapToLong(Proportion::n).sum();
    }

    int highest() {
        int best = 0;
        for (int g = 1; g < shares.size(); g++) {
            best = shares.get(g).value() > shares.get(best).value() ? g : best;
        }
        return best;
    }

    int lowest() {
        int best = 0;
        for (int g = 1; g < shares.size(); g++) {
            best = shares.get(g).value() < shares.get(best).value() ? g : best;
        }
        return best;
    }

    /// The widest difference of missing shares, 0 to 1; NaN without groups.
    double gap() {
        return shares.isEmpty()
                ? Double.NaN
                : shares.get(highest()).value() - shares.get(lowest()).value();
    }

    /// Newcombe's interval of the widest difference, with confidence shared out over all pairs of
    /// groups, because this pair was chosen for its difference (Bonferroni).
    Interval interval(double confidence) {
        int pairs = Math.max(1, shares.size() * (shares.size() - 1) / 2);
        Interval each =
                Proportion.newcombe(
                        shares.get(highest()), shares.get(lowest()), 1 - (1 - confidence) / pairs);
        return new Interval(each.lower(), each.upper(), confidence, "Newcombe, Bonferroni");
    }
}
