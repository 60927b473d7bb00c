package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.Proportion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What one criterion, or all together, did to the groups of one attribute or crossing.
///
/// @param before rows of each group that were still in
/// @param after rows of each group that stayed
/// @param gap the largest difference of excluded shares between two groups
record Exclusion(Strata strata, long[] before, long[] after, LargestGap gap) {

    static Exclusion of(Strata strata, long[] before, long[] after, double confidence) {
        List<Proportion> shares =
                IntStream.range(0, before.length)
                        .mapToObj(g -> new Proportion(before[g] - after[g], before[g]))
                        .toList();
        return new Exclusion(strata, before, after, LargestGap.ofShares(shares, confidence));
    }

    /// The excluded of a group among those of it that were still in.
    Proportion excluded(int group) {
        return new Proportion(before[group] - after[group], before[group]);
    }

    long rowsBefore() {
        return Arrays.stream(before).sum();
    }

    long rowsAfter() {
        return Arrays.stream(after).sum();
    }

    Proportion everyone() {
        return new Proportion(rowsBefore() - rowsAfter(), rowsBefore());
    }

    /// A group's share of the rows that were in before.
    Proportion shareBefore(int group) {
        return new Proportion(before[group], rowsBefore());
    }

    /// A group's share of the rows that stayed.
    Proportion shareAfter(int group) {
        return new Proportion(after[group], rowsAfter());
    }

    /// How much a group's share of all rows changed: share after less share before.
    double change(int group) {
        return shareAfter(group).value() - shareBefore(group).value();
    }

    /// The interval of the change. Those who stayed are among those before, but with `x` of `n`
    /// rows excluded the change equals `x/n` times the group's share among those who stayed less
    /// its share among the excluded, who are other people: Newcombe's interval of that difference,
    /// times `x/n`.
    Interval changeInterval(int group, double confidence) {
        Proportion excludedShare =
                new Proportion(before[group] - after[group], rowsBefore() - rowsAfter());
        Interval each = Proportion.newcombe(shareAfter(group), excludedShare, confidence);
        double part = everyone().value();
        return everyone().count() == 0
                ? new Interval(0, 0, confidence, each.method())
                : new Interval(part * each.lower(), part * each.upper(), confidence, each.method());
    }
}
