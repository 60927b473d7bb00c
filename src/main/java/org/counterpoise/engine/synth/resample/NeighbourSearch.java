package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;

/// Finds nearest rows among candidates by trying all of them, block by block.
///
/// Columns lie one after another, so that the inner loops run over plain arrays; with the few
/// thousand rows a class usually has, this beats trees, which gain nothing in tens of dimensions.
/// Of equally near rows the earlier is taken, so the result is the same everywhere.
final class NeighbourSearch {
    private static final int BLOCK = 512;
    private static final int QUERIES = 64;

    private final List<Feature.Continuous> numbers;
    private final List<Feature.Categorical> categories;
    private final double[] scales;
    private final double oneMissing;
    private final CategoryDistance distance;
    private final int[] candidates;
    private final double[][] numberColumns;
    private final boolean[] complete;
    private final int[][] codeColumns;

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
        this.numberColumns = new double[numbers.size()][candidates.length];
        this.complete = new boolean[numbers.size()];
        this.codeColumns = new int[categories.size()][candidates.length];
        for (int f = 0; f < numberColumns.length; f++) {
            for (int i = 0; i < candidates.length; i++) {
                numberColumns[f][i] = numbers.get(f).values()[candidates[i]] / scales[f];
            }
            complete[f] = Arrays.stream(numberColumns[f]).noneMatch(Double::isNaN);
        }
        for (int f = 0; f < codeColumns.length; f++) {
            for (int i = 0; i < candidates.length; i++) {
                codeColumns[f][i] = categories.get(f).codes()[candidates[i]] + 1;
            }
        }
    }

    /// The `k` nearest candidates of each query row, nearest first, as training rows.
    ///
    /// @param queries training rows
    /// @param k at most the number of candidates that are not the query itself
    /// @return one array per query; fewer than `k` entries if there are fewer candidates
    int[][] nearest(int[] queries, int k, Progress progress) {
        int chunks = (queries.length + QUERIES - 1) / QUERIES;
        List<int[][]> found =
                Parallel.map(
                        chunks,
                        progress,
                        "Searching neighbours",
                        chunk -> {
                            int from = chunk * QUERIES;
                            int to = Math.min(queries.length, from + QUERIES);
                            return nearest(queries, from, to, k, progress);
                        });
        return found.stream().flatMap(Arrays::stream).toArray(int[][]::new);
    }

    private int[][] nearest(int[] queries, int from, int to, int k, Progress progress) {
        double[] sums = new double[BLOCK];
        double[][] penalties = new double[categories.size()][];
        for (int f = 0; f < penalties.length; f++) {
            penalties[f] = new double[categories.get(f).levels().size() + 1];
        }
        int[][] found = new int[to - from][];
        for (int q = from; q < to; q++) {
            progress.check();
            int query = queries[q];
            for (int f = 0; f < penalties.length; f++) {
                distance.from(f, categories.get(f).codes()[query], penalties[f]);
            }
            Nearest best = new Nearest(k);
            for (int start = 0; start < candidates.length; start += BLOCK) {
                int size = Math.min(BLOCK, candidates.length - start);
                measure(query, start, size, penalties, sums);
                for (int i = 0; i < size; i++) {
                    if (sums[i] < best.farthest() && candidates[start + i] != query) {
                        best.add(candidates[start + i], sums[i]);
                    }
                }
            }
            found[q - from] = best.rows();
        }
        return found;
    }

    private void measure(int query, int start, int size, double[][] penalties, double[] sums) {
        Arrays.fill(sums, 0, size, 0);
        for (int f = 0; f < numberColumns.length; f++) {
            double own = numbers.get(f).values()[query] / scales[f];
            if (complete[f] && !Double.isNaN(own)) {
                addSquares(own, numberColumns[f], start, size, sums);
            } else {
                addNumbers(own, numberColumns[f], start, size, sums);
            }
        }
        for (int f = 0; f < codeColumns.length; f++) {
            int[] column = codeColumns[f];
            double[] penalty = penalties[f];
            for (int i = 0; i < size; i++) {
                sums[i] += penalty[column[start + i]];
            }
        }
    }

    /// Kept free of branches, so that the compiler can do several at once.
    private static void addSquares(
            double own, double[] column, int start, int size, double[] sums) {
        for (int i = 0; i < size; i++) {
            double difference = own - column[start + i];
            sums[i] += difference * difference;
        }
    }

    private void addNumbers(double own, double[] column, int start, int size, double[] sums) {
        if (Double.isNaN(own)) {
            for (int i = 0; i < size; i++) {
                sums[i] += Double.isNaN(column[start + i]) ? 0 : oneMissing;
            }
        } else {
            for (int i = 0; i < size; i++) {
                double difference = own - column[start + i];
                double square = difference * difference;
                sums[i] += Double.isNaN(square) ? oneMissing : square;
            }
        }
    }

    /// The nearest rows so far, in order.
    private static final class Nearest {
        private final int[] rows;
        private final double[] distances;
        private int size;

        Nearest(int k) {
            rows = new int[k];
            distances = new double[k];
        }

        double farthest() {
            return size < rows.length ? Double.POSITIVE_INFINITY : distances[size - 1];
        }

        void add(int row, double distance) {
            int at = size < rows.length ? size++ : size - 1;
            while (at > 0 && distances[at - 1] > distance) {
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
