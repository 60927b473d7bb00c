package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Grows one classification or regression tree (Breiman, Friedman, Olshen and Stone 1984).
final class TreeGrower {
    /// A gain below this share of the root's impurity is rounding.
    private static final double NOTHING = 1e-12;

    private final List<Predictor> predictors;
    private final Growing growing;
    private final Progress progress;
    private final RandomGenerator random;
    private final SplitSearch search;
    private final int[] rows;
    private final int[] spare;
    private final int[] candidates;
    private int[] predictor = new int[64];
    private int[] split = new int[64];
    private int[] left = new int[64];
    private int[] size = new int[64];
    private long[] sides = new long[16];
    private long[] bestSides = new long[1];
    private int nodes;
    private int sidesUsed;
    private double rootImpurity;

    /// @param rows to learn from, repeats allowed; sorted into leaves in place
    TreeGrower(
            List<Predictor> predictors,
            Response response,
            int[] rows,
            Growing growing,
            RandomGenerator random,
            Progress progress) {
        this.predictors = predictors;
        this.rows = rows;
        this.growing = growing;
        this.random = random;
        this.progress = progress;
        int bins = predictors.stream().mapToInt(Predictor::count).max().orElse(0);
        search = new SplitSearch(response, growing.minimumLeaf(), bins, rows.length);
        spare = new int[rows.length];
        candidates = new int[predictors.size()];
        Arrays.setAll(candidates, i -> i);
    }

    Tree grow() {
        nodes = 1;
        rootImpurity = search.impurity(rows, 0, rows.length);
        grow(0, 0, rows.length, 0);
        boolean[] nominal = new boolean[predictors.size()];
        for (int p = 0; p < nominal.length; p++) {
            nominal[p] = predictors.get(p).nominal();
        }
        return new Tree(
                Arrays.copyOf(predictor, nodes),
                Arrays.copyOf(split, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(size, nodes),
                Arrays.copyOf(sides, sidesUsed),
                nominal,
                rows);
    }

    private void grow(int node, int from, int to, int depth) {
        progress.check();
        int middle = depth < Growing.MOST_DEPTH ? divide(node, from, to) : from;
        if (middle == from) {
            predictor[node] = -1;
            left[node] = from;
            size[node] = to - from;
            return;
        }
        int child = nodes;
        left[node] = child;
        nodes += 2;
        if (nodes > predictor.length) {
            predictor = Arrays.copyOf(predictor, 2 * predictor.length);
            split = Arrays.copyOf(split, 2 * split.length);
            left = Arrays.copyOf(left, 2 * left.length);
            size = Arrays.copyOf(size, 2 * size.length);
        }
        grow(child, from, middle, depth + 1);
        grow(child + 1, middle, to, depth + 1);
    }

    /// Divides a node and its rows at the best cut.
    ///
    /// @return where the right rows start; `from` if the node stays whole
    private int divide(int node, int from, int to) {
        if (to - from < growing.minimumSplit()) {
            return from;
        }
        if (search.impurity(rows, from, to) <= NOTHING * rootImpurity) {
            return from;
        }
        double most = Math.max(growing.complexity(), NOTHING) * rootImpurity;
        int best = -1;
        int bestCut = 0;
        int tried = choose();
        for (int i = 0; i < tried; i++) {
            Predictor candidate = predictors.get(candidates[i]);
            double gain = search.search(candidate, rows, from, to);
            if (gain > most) {
                most = gain;
                best = candidates[i];
                if (candidate.nominal()) {
                    bestSides = new long[(candidate.count() + 63) >> 6];
                    search.sides(bestSides, 0);
                } else {
                    bestCut = search.lastLeft();
                }
            }
        }
        if (best < 0) {
            return from;
        }
        predictor[node] = best;
        split[node] = predictors.get(best).nominal() ? keepSides() : bestCut;
        return partition(predictors.get(best), split[node], from, to);
    }

    /// Puts the predictors to try first, at random if not all are tried.
    private int choose() {
        int all = candidates.length;
        if (growing.tried() == 0 || growing.tried() >= all) {
            return all;
        }
        for (int i = 0; i < growing.tried(); i++) {
            int j = i + random.nextInt(all - i);
            int swapped = candidates[i];
            candidates[i] = candidates[j];
            candidates[j] = swapped;
        }
        return growing.tried();
    }

    private int keepSides() {
        int start = sidesUsed;
        sidesUsed += bestSides.length;
        if (sidesUsed > sides.length) {
            sides = Arrays.copyOf(sides, Math.max(sidesUsed, 2 * sides.length));
        }
        System.arraycopy(bestSides, 0, sides, start, bestSides.length);
        return start;
    }

    private int partition(Predictor by, int at, int from, int to) {
        char[] bins = by.bins();
        int kept = from;
        int moved = 0;
        for (int i = from; i < to; i++) {
            int bin = bins[rows[i]];
            boolean goesLeft = by.nominal() ? (sides[at + (bin >> 6)] >>> bin & 1) != 0 : bin <= at;
            if (goesLeft) {
                rows[kept++] = rows[i];
            } else {
                spare[moved++] = rows[i];
            }
        }
        System.arraycopy(spare, 0, rows, kept, moved);
        return kept;
    }
}
