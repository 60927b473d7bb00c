package org.counterpoise.engine.audit.slice;

import java.util.Arrays;
import java.util.Comparator;

/// A conjunction of literals, with what was found in it.
///
/// @param literals ascending numbers of literals, of different features
/// @param size rows
/// @param errorSum their errors added up, in the order of the rows
/// @param maxError their largest error
record Slice(int[] literals, int size, double errorSum, double maxError, double score) {

    /// Best first; of equal scores the slice with fewer literals, then by the literals' order.
    static final Comparator<Slice> BEST_FIRST =
            Comparator.comparingDouble((Slice slice) -> -slice.score())
                    .thenComparingInt(slice -> slice.literals().length)
                    .thenComparing(Slice::literals, Arrays::compare);

    /// The literals as one number that sorts as they do.
    long key() {
        return key(literals, literals.length);
    }

    /// The key of all literals but the one at `omitted`; of all if it is none of them.
    static long key(int[] literals, int omitted) {
        long key = 0;
        for (int i = 0; i < literals.length; i++) {
            if (i != omitted) {
                key = key << LiteralTable.KEY_BITS | (literals[i] + 1);
            }
        }
        return key;
    }

    int[] with(int literal) {
        int[] more = Arrays.copyOf(literals, literals.length + 1);
        more[literals.length] = literal;
        return more;
    }
}
