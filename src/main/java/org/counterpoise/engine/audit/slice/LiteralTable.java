package org.counterpoise.engine.audit.slice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Rows as literals: for each feature, which of its frequent levels a row has.
///
/// Literals are numbered through all features, those of the first feature first.
///
/// @param codes per feature and row: the level counted from the feature's first literal, -1 for a
///     level that is too rare to make a slice
/// @param first per feature its first literal, and at the end the number of literals
/// @param origins per literal its level as the feature was coded before
record LiteralTable(int[][] codes, int[] first, int[] origins) {
    /// Bits of one literal in a [Slice#key()]; three literals fit.
    static final int KEY_BITS = 21;

    private static final int MOST_LITERALS = (1 << KEY_BITS) - 2;

    LiteralTable {
        if (first[first.length - 1] > MOST_LITERALS) {
            throw new IllegalArgumentException(first[first.length - 1] + " literals");
        }
    }

    /// @param features levels per feature and row, -1 for none
    /// @param support fewest rows of a level that is kept
    static LiteralTable of(List<int[]> features, int support) {
        int[][] codes = new int[features.size()][];
        int[] first = new int[features.size() + 1];
        int[] origins = new int[0];
        for (int f = 0; f < codes.length; f++) {
            int[] levels = frequent(features.get(f), support);
            first[f + 1] = first[f] + levels.length;
            origins = Arrays.copyOf(origins, first[f + 1]);
            System.arraycopy(levels, 0, origins, first[f], levels.length);
            codes[f] = numbered(features.get(f), levels);
        }
        return new LiteralTable(codes, first, origins);
    }

    /// The levels with enough rows, ascending.
    private static int[] frequent(int[] codes, int support) {
        int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return IntStream.range(0, counts.length).filter(c -> counts[c] >= support).toArray();
    }

    private static int[] numbered(int[] codes, int[] levels) {
        int[] numbers = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            numbers[row] = Math.max(-1, Arrays.binarySearch(levels, codes[row]));
        }
        return numbers;
    }

    int features() {
        return codes.length;
    }

    int levels(int feature) {
        return first[feature + 1] - first[feature];
    }

    int featureOf(int literal) {
        int position = Arrays.binarySearch(first, literal);
        // Features without literals share their start with the next; the last of them has it.
        int feature = position < 0 ? -position - 2 : position;
        while (first[feature + 1] == first[feature]) {
            feature++;
        }
        return feature;
    }

    /// The rows, of those given, in which all literals hold.
    int[] rows(int[] literals, int[] among) {
        int[] kept = among;
        for (int literal : literals) {
            int feature = featureOf(literal);
            int[] column = codes[feature];
            int wanted = literal - first[feature];
            int[] fewer = new int[kept.length];
            int count = 0;
            for (int row : kept) {
                fewer[count] = row;
                count += column[row] == wanted ? 1 : 0;
            }
            kept = Arrays.copyOf(fewer, count);
        }
        return kept;
    }

    /// How many conjunctions of one to `most` literals of different features there are.
    double conjunctions(int most) {
        double[] ways = new double[most + 1];
        ways[0] = 1;
        for (int f = 0; f < features(); f++) {
            for (int order = most; order >= 1; order--) {
                ways[order] += ways[order - 1] * levels(f);
            }
        }
        return Arrays.stream(ways).sum() - 1;
    }
}
