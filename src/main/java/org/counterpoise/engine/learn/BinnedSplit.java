package org.counterpoise.engine.learn;

import java.util.Arrays;

/// The best split of one node, found from sums of gradients by bin.
///
/// A sum packs both derivatives of the loss in one number, so that one addition does for both: the
/// gradient in the upper 32 bits and the second derivative in the lower, each as a whole number of
/// units. Whole numbers add up to the same in any order.
///
/// @param column -1 if no split is worth it
/// @param mask bins that go left
/// @param left packed sum of the left side
/// @param gain reduction of the loss, twice
record BinnedSplit(int column, long mask, long left, double gain) {
    /// Sums of a nominal bin are drawn towards 0 by so many rows' worth before bins are put in
    /// order, so that rare levels do not lead.
    private static final double NOMINAL_RIDGE = 10;

    private static final BinnedSplit NONE = new BinnedSplit(-1, 0, 0, 0);

    static double gradient(long packed) {
        return packed >> 32;
    }

    static double hessian(long packed) {
        return packed & 0xFFFFFFFFL;
    }

    /// @param sums per column [BinCoding#MOST] packed sums
    /// @param nominal by column
    /// @param ridge in units
    /// @param smallest second derivative on either side, in units
    static BinnedSplit best(
            long[] sums, boolean[] nominal, long total, double ridge, double smallest) {
        Search search = new Search(total, ridge, smallest);
        BinnedSplit best = NONE;
        for (int column = 0; column < nominal.length; column++) {
            best =
                    nominal[column]
                            ? search.nominal(sums, column, best)
                            : search.ordered(sums, column, best);
        }
        return best;
    }

    private record Search(long total, double ridge, double smallest) {

        private BinnedSplit ordered(long[] sums, int column, BinnedSplit so) {
            int at = column * BinCoding.MOST;
            long missing = sums[at];
            BinnedSplit best = so;
            long right = 0;
            long left = missing;
            for (int bin = 1; bin < BinCoding.MOST; bin++) {
                long own = sums[at + bin];
                if (own != 0) {
                    left += own;
                    right += own;
                    long below = -1L >>> (BinCoding.MOST - 1 - bin);
                    best = better(best, column, below, left);
                    if (missing != 0) {
                        best = better(best, column, below & ~1L, right);
                    }
                }
            }
            // Missing against all others.
            return missing == 0 ? best : better(best, column, 1L, missing);
        }

        private BinnedSplit nominal(long[] sums, int column, BinnedSplit so) {
            int at = column * BinCoding.MOST;
            long[] order = new long[BinCoding.MOST];
            double[] keys = new double[BinCoding.MOST];
            int count = 0;
            for (int bin = 0; bin < BinCoding.MOST; bin++) {
                long own = sums[at + bin];
                if (own != 0) {
                    double key = gradient(own) / (hessian(own) + NOMINAL_RIDGE * ridge);
                    int place = count++;
                    while (place > 0 && keys[place - 1] > key) {
                        keys[place] = keys[place - 1];
                        order[place] = order[place - 1];
                        place--;
                    }
                    keys[place] = key;
                    order[place] = bin;
                }
            }
            BinnedSplit best = so;
            long mask = 0;
            long left = 0;
            for (int i = 0; i + 1 < count; i++) {
                mask |= 1L << order[i];
                left += sums[at + (int) order[i]];
                best = better(best, column, mask, left);
            }
            return best;
        }

        private BinnedSplit better(BinnedSplit best, int column, long mask, long left) {
            long right = total - left;
            if (hessian(left) < smallest || hessian(right) < smallest) {
                return best;
            }
            double gain = score(left) + score(right) - score(total);
            return gain > best.gain ? new BinnedSplit(column, mask, left, gain) : best;
        }

        private double score(long packed) {
            double g = gradient(packed);
            return g * g / (hessian(packed) + ridge);
        }
    }

    /// The sums of a node less those of one child are those of the other.
    static void subtract(long[] from, long[] what) {
        Arrays.setAll(from, i -> from[i] - what[i]);
    }
}
