package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;

/// Rows that equal a training row in every compared column.
///
/// Rows are compared by a 64-bit hash of their values: among a million rows on each side the
/// chance of a single false copy is under one in ten million.
///
/// @param copies synthetic rows that equal some training row
/// @param rows synthetic rows
/// @param controlCopies rows of the control that equal a training row they are not
/// @param controlRows rows of the control
/// @param holdout whether the control is the holdout; else it is the training table itself, whose
///     rows are compared with each other
record ExactCopies(long copies, long rows, long controlCopies, long controlRows, boolean holdout) {
    private static final int TRAINING = 0;
    private static final int SYNTHETIC = 1;
    private static final int HOLDOUT = 2;

    /// @param tables training, synthetic and perhaps holdout
    static ExactCopies of(AlignedTables tables, Progress progress) {
        long[] training = hashes(tables, TRAINING, progress);
        Arrays.sort(training);
        long[] synthetic = hashes(tables, SYNTHETIC, progress);
        boolean held = tables.rows().length > HOLDOUT;
        long[] control = held ? hashes(tables, HOLDOUT, progress) : training;
        return new ExactCopies(
                contained(synthetic, training),
                synthetic.length,
                held ? contained(control, training) : repeated(training),
                control.length,
                held);
    }

    private static long contained(long[] rows, long[] sorted) {
        return Arrays.stream(rows).filter(row -> Arrays.binarySearch(sorted, row) >= 0).count();
    }

    private static long repeated(long[] sorted) {
        long repeated = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            repeated += before || after ? 1 : 0;
        }
        return repeated;
    }

    private static long[] hashes(AlignedTables tables, int table, Progress progress) {
        long[] hashes = new long[tables.rows()[table]];
        for (AlignedColumn column : tables.columns()) {
            progress.check();
            switch (column) {
                case AlignedColumn.Numbers numbers -> {
                    double[] values = numbers.values()[table];
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mix(hashes[row], Double.doubleToLongBits(values[row] + 0.0));
                    }
                }
                case AlignedColumn.Codes codes -> {
                    int[] values = codes.codes()[table];
                    for (int row = 0; row < hashes.length; row++) {
                        hashes[row] = mix(hashes[row], values[row]);
                    }
                }
            }
        }
        return hashes;
    }

    /// The finaliser of MurmurHash3 over the running hash and the next value.
    private static long mix(long hash, long value) {
        long h = (hash * 31 + 0x9E3779B97F4A7C15L) ^ value * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    /// How many synthetic rows would equal a training row if they did so as often as the control.
    double expected() {
        return (double) controlCopies / controlRows * rows;
    }

    /// By how much the rate of the synthetic table exceeds that of the control at least: the lower
    /// end of Newcombe's interval of their difference.
    double excessAtLeast(double confidence) {
        return Proportion.newcombe(
                        new Proportion(copies, rows),
                        new Proportion(controlCopies, controlRows),
                        confidence)
                .lower();
    }
}
