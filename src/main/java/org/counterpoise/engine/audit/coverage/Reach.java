package org.counterpoise.engine.audit.coverage;

import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.stats.LargestGap;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How well the groups of one attribute or crossing are covered.
///
/// @param shares of remote rows in each group
/// @param medians of the distances in each group, NaN without rows
/// @param gap the largest difference of shares between two groups
record Reach(Strata strata, List<Proportion> shares, double[] medians, LargestGap gap) {

    /// @param distances per row of the space
    /// @param remote per row of the space
    static Reach of(
            Strata strata, Space space, double[] distances, boolean[] remote, double confidence) {
        int size = strata.names().size();
        int[] group = Arrays.stream(space.rows()).map(row -> strata.codes()[row]).toArray();
        List<Proportion> shares = new ArrayList<>();
        double[] medians = new double[size];
        for (int g = 0; g < size; g++) {
            int own = g;
            int[] members = IntStream.range(0, group.length).filter(i -> group[i] == own).toArray();
            long far = Arrays.stream(members).filter(i -> remote[i]).count();
            shares.add(new Proportion(far, members.length));
            double[] sorted =
                    Arrays.stream(members).mapToDouble(i -> distances[i]).sorted().toArray();
            medians[g] = sorted.length == 0 ? Double.NaN : Quantiles.ofSorted(sorted, 0.5);
        }
        return new Reach(strata, shares, medians, LargestGap.ofShares(shares, confidence));
    }

    long rows() {
        return shares.stream().mapToLong(Proportion::n).sum();
    }
}
