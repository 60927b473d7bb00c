package org.counterpoise.engine.audit.missingness;

import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Proportion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How often one column is missing in each group of one attribute or crossing.
///
/// @param shares missing values per group of the strata
/// @param compared how many groups, from the first, are compared: all but small groups that are too
///     few even together
/// @param test of equal shares, over the groups compared
record Gaps(
        ColumnInfo column, Strata strata, List<Proportion> shares, int compared, ChiSquare test) {

    /// @param missing whether the column is missing, per row
    static Gaps of(ColumnInfo column, boolean[] missing, Strata strata, int smallest) {
        boolean[] all = new boolean[missing.length];
        Arrays.fill(all, true);
        long[] rows = strata.counts(all);
        long[] gaps = strata.counts(missing);
        List<Proportion> shares =
                IntStream.range(0, rows.length)
                        .mapToObj(g -> new Proportion(gaps[g], rows[g]))
                        .toList();
        int compared = (int) shares.stream().filter(share -> share.n() >= smallest).count();
        return new Gaps(
                column,
                strata,
                shares,
                compared,
                ChiSquare.independence(
                        shares.stream()
                                .limit(compared)
                                .map(s -> new long[] {s.count(), s.n() - s.count()})
                                .toArray(long[][]::new)));
    }

    List<String> groups() {
        return strata.names();
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
        for (int g = 1; g < compared; g++) {
            best = shares.get(g).value() > shares.get(best).value() ? g : best;
        }
        return best;
    }

    int lowest() {
        int best = 0;
        for (int g = 1; g < compared; g++) {
            best = shares.get(g).value() < shares.get(best).value() ? g : best;
        }
        return best;
    }

    /// The widest difference of missing shares, 0 to 1; NaN if no group is compared.
    double gap() {
        return compared == 0
                ? Double.NaN
                : shares.get(highest()).value() - shares.get(lowest()).value();
    }

    /// Whether the widest difference is wider than another's, or that has none.
    boolean wider(Gaps other) {
        return gap() > other.gap() || (compared > 0 && other.compared == 0);
    }

    /// Newcombe's interval of the widest difference, with confidence shared out over all pairs of
    /// groups, because this pair was chosen for its difference (Bonferroni).
    Interval interval(double confidence) {
        if (compared == 0) {
            return Interval.undefined(confidence, "none");
        }
        int pairs = Math.max(1, compared * (compared - 1) / 2);
        Interval each =
                Proportion.newcombe(
                        shares.get(highest()), shares.get(lowest()), 1 - (1 - confidence) / pairs);
        return new Interval(each.lower(), each.upper(), confidence, "Newcombe, Bonferroni");
    }
}
