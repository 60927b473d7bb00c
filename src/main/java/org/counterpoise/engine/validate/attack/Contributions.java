package org.counterpoise.engine.validate.attack;

import java.util.Arrays;

/// What each column adds to the distance of two rows: for numbers the absolute difference over the
/// range in all tables, for categories whether they differ; missing values differ from everything.
/// This is the mixed distance of Giomi et al. 2023 (appendix A).
///
/// Distances are whole numbers, so that sums are exact and equal distances are seen to be equal.
final class Contributions {
    private static final double UNIT = 1L << 40;

    private final AttackTables tables;
    private final double[] ranges;

    Contributions(AttackTables tables) {
        this.tables = tables;
        this.ranges = new double[tables.columns()];
        for (int c = 0; c < ranges.length; c++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[][] table : tables.values()) {
                for (double value : table[c]) {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            ranges[c] = high > low ? high - low : 1;
        }
    }

    /// Fills `into` with what a column adds between a value and some synthetic rows.
    void of(int column, double own, int from, int to, long[] into) {
        double[] others = tables.values()[AttackTables.SYNTHETIC][column];
        if (Double.isNaN(own)) {
            Arrays.fill(into, 0, to - from, (long) UNIT);
        } else if (tables.numeric()[column]) {
            double scale = UNIT / ranges[column];
            for (int i = from; i < to; i++) {
                double apart = Math.abs(own - others[i]) * scale;
                into[i - from] = Double.isNaN(apart) ? (long) UNIT : (long) apart;
            }
        } else {
            for (int i = from; i < to; i++) {
                into[i - from] = own == others[i] ? 0 : (long) UNIT;
            }
        }
    }
}
