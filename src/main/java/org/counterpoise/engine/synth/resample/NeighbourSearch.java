package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;

/// Finds nearest rows among candidates with a tree.
///
/// Of equally near rows the earlier is taken, so the result is what trying all candidates gives,
/// and the same everywhere.
final class NeighbourSearch {
    private static final int QUERIES = 128;

    private final List<Feature.Continuous> numbers;
    private final List<Feature.Categorical> categories;
    private final double[] scales;
    private final double oneMissing;
    private final CategoryDistance distance;
    private final int[] candidates;
    private final RowTree tree;
    private final LeafValues leaves;

    /// @param scales what each numeric column is divided by
    /// @param oneMissing added to a squared distance where a number is missing in one of two rows;
    ///     missing in both adds nothing
    /// @param candidates training rows, ascending
    NeighbourSearch(
            List<Feature.Continuous> numbers,
            List<Feature.Categorical> categories,
            double[] scales,
            double oneMissing,
            CategoryDistance distance,
            int[] candidates) {
        this.numbers = numbers;
        this.categories = categories;
        this.scales = scales;
        this.oneMissing = oneMissing;
        this.distance = distance;
        this.candidates = candidates;
        double[][] numberColumns = new double[numbers.size()][candidates.length];
        int[][] codeColumns = new int[categories.size()][candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            for (int f = 0; f < numberColumns.length; f++) {
                numberColumns[f][i] = number(f, candidates[i]);
            }
            for (int f = 0; f < codeColumns.length; f++) {
                codeColumns[f][i] = categories.get(f).codes()[candidates[i]] + 1;
            }
        }
        this.tree =
                new RowTree(
                        numberColumns,
                        codeColumns,
                        numbers.isEmpty() ? 1 : oneMissing,
                        candidates.length);
        this.leaves = LeafValues.of(tree, numberColumns, codeColumns);
    }

    private double number(int feature, int row) {
        return numbers.get(feature).values()[row] / scales[feature];
    }

    /// The `k` nearest candidates of each query row, nearest first, as training rows.
    ///
    /// @param queries training rows
    /// @param k at most the number of candidates that are not the query itself
    /// @return one array per query; fewer than `k` entries if there are fewer candidates
    int[][] nearest(int[] queries, int k, Progress progress) {
        int[][] found = new int[queries.length][];
        int[] turns = neighboursTogether(queries);
        Parallel.map(
                (queries.length + QUERIES - 1) / QUERIES,
                progress,
                "Searching neighbours",
                chunk -> {
                    Seeker seeker = new Seeker(k);
                    int end = Math.min(queries.length, (chunk + 1) * QUERIES);
                    for (int t = chunk * QUERIES; t < end; t++) {
                        progress.check();
                        found[turns[t]] = seeker.seek(queries[turns[t]]);
                    }
                    return chunk;
                });
        return found;
    }

    /// The order in which queries are answered: those of a leaf one after another, since they go
    /// through the same parts of the tree, which are then in the cache.
    private int[] neighboursTogether(int[] queries) {
        int[] places = new int[candidates.length];
        for (int place = 0; place < places.length; place++) {
            places[tree.order()[place]] = place;
        }
        long[] keys = new long[queries.length];
        for (int q = 0; q < queries.length; q++) {
            int candidate = Arrays.binarySearch(candidates, queries[q]);
            keys[q] = (long) (candidate < 0 ? 0 : places[candidate]) << 32 | q;
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /// Seeks the nearest of one row after another, in one thread.
    private final class Seeker {
        private final double[] own = new double[numbers.size()];
        private final int[] codes = new int[categories.size()];
        private final double[][] penalties = new double[categories.size()][];
        private final double[] least = new double[categories.size()];
        private final Nearest best;
        private boolean whole;
        private int self;

        Seeker(int k) {
            best = new Nearest(k);
            for (int f = 0; f < penalties.length; f++) {
                penalties[f] = new double[categories.get(f).levels().size() + 1];
            }
        }

        int[] seek(int query) {
            whole = leaves.complete();
            self = query;
            for (int f = 0; f < own.length; f++) {
                own[f] = number(f, query);
                whole &= !Double.isNaN(own[f]);
            }
            for (int f = 0; f < codes.length; f++) {
                int code = categories.get(f).codes()[query];
                codes[f] = code + 1;
                distance.from(f, code, penalties[f]);
                least[f] = Double.POSITIVE_INFINITY;
                for (int other = 0; other < penalties[f].length; other++) {
                    if (other != codes[f]) {
                        least[f] = Math.min(least[f], penalties[f][other]);
                    }
                }
            }
            best.clear();
            visit(0, bound(0));
            return Arrays.stream(best.rows()).map(i -> candidates[i]).toArray();
        }

        private void visit(int node, double bound) {
            if (best.beats(bound, tree.first(node))) {
                return;
            }
            if (tree.leaf(node)) {
                scan(node);
                return;
            }
            int left = node + 1;
            int right = tree.right(node);
            double toLeft = bound(left);
            double toRight = bound(right);
            if (toLeft < toRight || toLeft == toRight && tree.first(left) < tree.first(right)) {
                visit(left, toLeft);
                visit(right, toRight);
            } else {
                visit(right, toRight);
                visit(left, toLeft);
            }
        }

        /// No row of the node is nearer than this. It is summed up in the order in which distances
        /// are, so that rounding cannot put it above one.
        private double bound(int node) {
            double sum = 0;
            for (int f = 0; f < own.length; f++) {
                double below = tree.low(node, f) - own[f];
                double above = own[f] - tree.high(node, f);
                double beyond = Math.max(Math.max(below, above), 0);
                sum += whole ? beyond * beyond : gapped(node, f, beyond * beyond);
            }
            for (int f = 0; f < codes.length; f++) {
                sum += tree.holds(node, f, codes[f]) ? 0 : least[f];
            }
            return sum;
        }

        private double gapped(int node, int feature, double square) {
            if (Double.isNaN(own[feature])) {
                return tree.gap(node, feature) ? 0 : oneMissing;
            }
            return tree.gap(node, feature) ? Math.min(oneMissing, square) : square;
        }

        private void scan(int leaf) {
            int[] order = tree.order();
            double limit = best.limit();
            for (int i = tree.from(leaf); i < tree.to(leaf); i++) {
                double sum = whole ? squares(i) : squaresWithGaps(i);
                if (sum <= limit) {
                    sum = withPenalties(sum, i);
                    if (sum <= limit && candidates[order[i]] != self) {
                        best.add(order[i], sum);
                        limit = best.limit();
                    }
                }
            }
        }

        /// Kept free of branches, which would be guessed wrong.
        private double squares(int place) {
            double[] values = leaves.numbers();
            int at = place * own.length;
            double sum = 0;
            for (int f = 0; f < own.length; f++) {
                double difference = own[f] - values[at + f];
                sum += difference * difference;
            }
            return sum;
        }

        private double squaresWithGaps(int place) {
            double[] values = leaves.numbers();
            int at = place * own.length;
            double sum = 0;
            for (int f = 0; f < own.length; f++) {
                double difference = own[f] - values[at + f];
                if (!Double.isNaN(difference)) {
                    sum += difference * difference;
                } else if (Double.isNaN(own[f]) != Double.isNaN(values[at + f])) {
                    sum += oneMissing;
                }
            }
            return sum;
        }

        private double withPenalties(double squares, int place) {
            int[] levels = leaves.codes();
            int at = place * codes.length;
            double sum = squares;
            for (int f = 0; f < codes.length; f++) {
                sum += penalties[f][levels[at + f]];
            }
            return sum;
        }
    }

    /// The nearest candidates so far, in order; of equally near ones the earlier first.
    private static final class Nearest {
        private final int[] rows;
        private final double[] distances;
        private int size;

        Nearest(int k) {
            rows = new int[k];
            distances = new double[k];
        }

        void clear() {
            size = 0;
        }

        /// Farther rows do not get in.
        double limit() {
            return size < rows.length || size == 0 ? Double.POSITIVE_INFINITY : distances[size - 1];
        }

        /// Whether no row from `first` on can get in at `distance`.
        boolean beats(double distance, int first) {
            return size == rows.length
                    && (size == 0
                            || distance > distances[size - 1]
                            || distance == distances[size - 1] && first > rows[size - 1]);
        }

        void add(int row, double distance) {
            if (beats(distance, row)) {
                return;
            }
            int at = size < rows.length ? size++ : size - 1;
            while (at > 0
                    && (distances[at - 1] > distance
                            || distances[at - 1] == distance && rows[at - 1] > row)) {
                rows[at] = rows[at - 1];
                distances[at] = distances[at - 1];
                at--;
            }
            rows[at] = row;
            distances[at] = distance;
        }

        int[] rows() {
            return Arrays.copyOf(rows, size);
        }
    }
}
