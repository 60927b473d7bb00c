package org.counterpoise.engine.stats.mixed;

import java.util.List;
import java.util.stream.IntStream;

/// What a mixed model is fitted to: y = Xβ + Zb + e.
///
/// @param x columns of the fixed effects, with one of ones if wanted; linearly independent
/// @param y the response, finite
/// @param terms one grouping, or two that may cross
public record MixedDesign(double[][] x, double[] y, List<RandomTerm> terms) {
    public MixedDesign {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > 2) {
            throw new IllegalArgumentException(terms.size() + " groupings; one or two are known");
        }
    }

    int rows() {
        return y.length;
    }

    int columns() {
        return x.length;
    }

    /// The term with the most groups: its blocks are eliminated one by one, so that many groups are
    /// cheap.
    int eliminated() {
        return terms.size() > 1 && terms.get(1).count() > terms.get(0).count() ? 1 : 0;
    }

    /// Rows sorted by the groups of a term, and where each group begins.
    Order order(int term) {
        return order(terms.get(term).groups(), terms.get(term).count());
    }

    static Order order(int[] groups, int count) {
        int[] starts = new int[count + 1];
        for (int group : groups) {
            starts[group + 1]++;
        }
        IntStream.rangeClosed(1, count).forEach(g -> starts[g] += starts[g - 1]);
        int[] next = starts.clone();
        int[] rows = new int[groups.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[groups[row]]++] = row;
        }
        return new Order(rows, starts);
    }

    /// @param rows by group
    /// @param starts of each group in `rows`, and the end
    record Order(int[] rows, int[] starts) {}
}
