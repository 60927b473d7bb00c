package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pairs of levels of two columns that few real rows have, and what became of them.
///
/// @param combinations rare ones, the most frequent among those that were lost first
/// @param expectedLost how many a fresh sample of so many rows would miss, by their real shares
/// @param invented pairs that several synthetic rows have and no real row
record RareCombinations(List<Combination> combinations, double expectedLost, int invented) {
    /// A combination of fewer real rows may be a slip.
    static final int LEAST = 5;

    /// A combination of a larger share of the real rows is not rare.
    static final double MOST = 0.01;

    /// Columns with more levels are left out.
    private static final int LEVELS = 100;

    /// @param real real rows
    /// @param synthetic synthetic rows
    record Combination(String levels, long real, long synthetic) {}

    static RareCombinations of(AlignedTables tables) {
        List<AlignedColumn.Codes> columns = new ArrayList<>();
        for (AlignedColumn column : tables.columns()) {
            if (column instanceof AlignedColumn.Codes codes && codes.levels().size() <= LEVELS) {
                columns.add(codes);
            }
        }
        List<Combination> rare = new ArrayList<>();
        double expected = 0;
        int invented = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                AlignedColumn.Codes a = columns.get(i);
                AlignedColumn.Codes b = columns.get(j);
                long[][] real = counts(a, b, 0);
                long[][] synthetic = counts(a, b, 1);
                for (int x = 0; x < real.length; x++) {
                    for (int y = 0; y < real[x].length; y++) {
                        invented += real[x][y] == 0 && synthetic[x][y] >= LEAST ? 1 : 0;
                        double share = (double) real[x][y] / tables.rows()[0];
                        if (real[x][y] >= LEAST && share <= MOST) {
                            expected += Math.exp(tables.rows()[1] * Math.log1p(-share));
                            rare.add(
                                    new Combination(
                                            a.name()
                                                    + "="
                                                    + a.levels().get(x)
                                                    + ", "
                                                    + b.name()
                                                    + "="
                                                    + b.levels().get(y),
                                            real[x][y],
                                            synthetic[x][y]));
                        }
                    }
                }
            }
        }
        rare.sort(
                Comparator.comparingLong((Combination c) -> c.synthetic() == 0 ? 0 : 1)
                        .thenComparing(Comparator.comparingLong(Combination::real).reversed()));
        return new RareCombinations(rare, expected, invented);
    }

    private static long[][] counts(AlignedColumn.Codes a, AlignedColumn.Codes b, int table) {
        long[][] counts = new long[a.levels().size()][b.levels().size()];
        int[] x = a.codes()[table];
        int[] y = b.codes()[table];
        for (int row = 0; row < x.length; row++) {
            if (x[row] >= 0 && y[row] >= 0) {
                counts[x[row]][y[row]]++;
            }
        }
        return counts;
    }

    long lost() {
        return combinations.stream().filter(c -> c.synthetic() == 0).count();
    }
}
