package org.counterpoise.engine.collapse;

import org.counterpoise.engine.data.Column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A column of categories as it is in the real rows.
///
/// @param levels its levels
/// @param shares of the present values, one per level
/// @param rare positions of the levels that occur in fewer than 5 % of them
record LevelReference(String column, List<String> levels, double[] shares, int[] rare) {
    private static final double RARE = 0.05;

    static LevelReference of(String column, Column.Codes codes) {
        double[] shares = shares(codes, codes.levels());
        int[] rare =
                IntStream.range(0, shares.length)
                        .filter(level -> shares[level] > 0 && shares[level] < RARE)
                        .toArray();
        return new LevelReference(column, codes.levels(), shares, rare);
    }

    /// Shares of the levels among other values.
    double[] sharesIn(Column.Codes codes) {
        return shares(codes, levels);
    }

    private static double[] shares(Column.Codes codes, List<String> levels) {
        long[] counts = codes.counts();
        double n = Arrays.stream(counts).sum();
        double[] shares = new double[levels.size()];
        if (n == 0) {
            return shares;
        } else if (codes.levels().equals(levels)) {
            Arrays.setAll(shares, level -> counts[level] / n);
            return shares;
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < codes.levels().size(); i++) {
            positions.put(codes.levels().get(i), i);
        }
        for (int level = 0; level < shares.length; level++) {
            Integer position = positions.get(levels.get(level));
            shares[level] = position == null ? 0 : counts[position] / n;
        }
        return shares;
    }

    /// Levels that occur.
    static int occurring(double[] shares) {
        return (int) Arrays.stream(shares).filter(share -> share > 0).count();
    }

    /// The effective number of levels; 0 without values.
    static double effective(double[] shares) {
        if (occurring(shares) == 0) {
            return 0;
        }
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /// Share of the values that have a rare level.
    double inRare(double[] now) {
        return Arrays.stream(rare).mapToDouble(level -> now[level]).sum();
    }

    /// Rare levels that occur.
    int rareOccurring(double[] now) {
        return (int) Arrays.stream(rare).filter(level -> now[level] > 0).count();
    }
}
