package org.counterpoise.engine.learn;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.LogisticFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A fitted model of a yes-or-no outcome, or of numbers: gradient-boosted trees over bins.
///
/// Newton boosting of the logistic loss, or of the squared one, (Friedman 2001,
/// doi:10.1214/aos/1013203451; Chen and Guestrin 2016, doi:10.1145/2939672.2939785), with splits
/// found from sums by bin and categories split by sets of levels (Ke et al. 2017). It draws no
/// random numbers.
public final class BinnedBoosting {
    private final double intercept;
    private final List<BinnedTree> trees;

    /// @param trees how many
    /// @param depth of each, 1 to 12
    /// @param rate by which each is shrunk, 0 to 1
    /// @param ridge penalty on the values of leaves, above 0
    /// @param smallest sum of p(1 − p) in a leaf, above 0
    public record Options(int trees, int depth, double rate, double ridge, double smallest) {
        /// For a model that counts.
        public static final Options FULL = new Options(60, 4, 0.12, 3, 5);

        /// For many models that are only compared with each other.
        public static final Options QUICK = new Options(25, 4, 0.25, 3, 5);
    }

    private BinnedBoosting(double intercept, List<BinnedTree> trees) {
        this.intercept = intercept;
        this.trees = List.copyOf(trees);
    }

    /// Learns from some rows of a table.
    ///
    /// @param rows to learn from, all with an outcome
    /// @param y 1 or 0 per row of the table
    /// @param columns to learn from, as positions
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static BinnedBoosting fit(
            BinnedTable table,
            int[] rows,
            byte[] y,
            int[] columns,
            Options options,
            Progress progress) {
        int positives = 0;
        for (int row : rows) {
            positives += y[row];
        }
        // Half a row of each class keeps the log-odds finite if one has no rows.
        double intercept = Math.log((positives + 0.5) / (rows.length - positives + 0.5));
        Loss loss =
                (score, row, unit) -> {
                    double p = LogisticFit.logistic(score);
                    // At least 1, so that a bin with rows is never taken for an empty one.
                    long hessian = Math.max(1, Math.round(p * (1 - p) * unit));
                    return (Math.round((p - y[row]) * unit) << 32) + hessian;
                };
        return boost(table, rows, columns, options, intercept, loss, progress);
    }

    /// Learns numbers from some rows of a table by least squares; scores are then the numbers
    /// themselves, not log-odds.
    ///
    /// @param rows to learn from, all with a number
    /// @param y from 0 to 1 per row of the table
    /// @param columns to learn from, as positions
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static BinnedBoosting fitNumbers(
            BinnedTable table,
            int[] rows,
            double[] y,
            int[] columns,
            Options options,
            Progress progress) {
        double mean = Arrays.stream(rows).mapToDouble(row -> y[row]).average().orElse(0);
        Loss loss =
                (score, row, unit) ->
                        (Math.round(Math.clamp(score - y[row], -1, 1) * unit) << 32)
                                + Math.round(unit);
        return boost(table, rows, columns, options, mean, loss, progress);
    }

    /// First and second derivative of a row's loss, at most 1 in size.
    private interface Loss {
        /// @return packed: the first derivative in units in the upper 32 bits, the second, at least
        ///     one unit, in the lower
        long derivatives(double score, int row, double unit);
    }

    private static BinnedBoosting boost(
            BinnedTable table,
            int[] rows,
            int[] columns,
            Options options,
            double intercept,
            Loss loss,
            Progress progress) {
        // Sums of all rows must fit in 31 bits.
        double unit = Math.min(1 << 20, (double) (1 << 30) / Math.max(1, rows.length));
        BinnedGrower grower = new BinnedGrower(table, rows, columns, options, unit);
        double[] scores = grower.scores();
        long[] gradients = grower.gradients();
        Arrays.fill(scores, intercept);
        List<BinnedTree> trees = new ArrayList<>();
        for (int tree = 0; tree < options.trees() && columns.length > 0; tree++) {
            progress.check();
            for (int i = 0; i < rows.length; i++) {
                gradients[i] = loss.derivatives(scores[i], rows[i], unit);
            }
            trees.add(grower.grow());
        }
        return new BinnedBoosting(intercept, trees);
    }

    /// Log-odds before any tree.
    double intercept() {
        return intercept;
    }

    List<BinnedTree> trees() {
        return trees;
    }

    /// Log-odds of some rows.
    public double[] scores(BinnedTable table, int[] rows) {
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double score = intercept;
            for (BinnedTree tree : trees) {
                score += tree.value(table.bins(), rows[i] * table.columns());
            }
            scores[i] = score;
        }
        return scores;
    }

    /// Log-odds of some rows with the cells of one column taken from other rows.
    ///
    /// @param donors as long as `rows`
    public double[] scores(BinnedTable table, int[] rows, int column, int[] donors) {
        double[] scores = new double[rows.length];
        int width = table.columns();
        for (int i = 0; i < rows.length; i++) {
            double score = intercept;
            for (BinnedTree tree : trees) {
                score += tree.value(table.bins(), rows[i] * width, column, donors[i] * width);
            }
            scores[i] = score;
        }
        return scores;
    }

    /// Log-odds of one row with some of its cells taken from other rows.
    ///
    /// @param columns whose cells are taken, as positions
    /// @param donors rows they are taken from, as long as `columns`
    public double score(BinnedTable table, int row, int[] columns, int[] donors) {
        int width = table.columns();
        byte[] cells = Arrays.copyOfRange(table.bins(), row * width, (row + 1) * width);
        for (int i = 0; i < columns.length; i++) {
            cells[columns[i]] = table.bins()[donors[i] * width + columns[i]];
        }
        double score = intercept;
        for (BinnedTree tree : trees) {
            score += tree.value(cells, 0);
        }
        return score;
    }

    /// One model per fold, each fitted to the rows of the other folds.
    ///
    /// @param y 1 or 0 per row of the table
    /// @param fold from 0 per row, -1 for a row that does not count
    public static List<BinnedBoosting> folds(
            BinnedTable table,
            byte[] y,
            int[] fold,
            int[] columns,
            Options options,
            Progress progress) {
        return folds(table, y, fold, columns, options, Integer.MAX_VALUE, 0, progress);
    }

    /// The same with models that learn from some rows only.
    ///
    /// @param most rows that a model learns from. Of more, random ones are taken, of the rarer
    ///     class up to half: ranks do not depend on how common the classes are
    /// @param seed of the choice
    public static List<BinnedBoosting> folds(
            BinnedTable table,
            byte[] y,
            int[] fold,
            int[] columns,
            Options options,
            int most,
            long seed,
            Progress progress) {
        int count = Arrays.stream(fold).max().orElse(-1) + 1;
        return Parallel.map(
                count,
                progress,
                "Cross-validating",
                k ->
                        fit(
                                table,
                                some(training(fold, k), y, most, Streams.of(seed, k)),
                                y,
                                columns,
                                options,
                                progress));
    }

    private static int[] some(int[] rows, byte[] y, int most, RandomGenerator random) {
        if (rows.length <= most) {
            return rows;
        }
        int[] ones = IntStream.of(rows).filter(row -> y[row] == 1).toArray();
        int[] zeros = IntStream.of(rows).filter(row -> y[row] != 1).toArray();
        int rarer = Math.min(Math.min(ones.length, zeros.length), most / 2);
        int of1 = ones.length <= zeros.length ? rarer : most - rarer;
        Folds.shuffle(ones, random);
        Folds.shuffle(zeros, random);
        return IntStream.concat(Arrays.stream(ones, 0, of1), Arrays.stream(zeros, 0, most - of1))
                .sorted()
                .toArray();
    }

    /// Log-odds of every row by the model that has not seen it; NaN where the fold is -1.
    public static double[] outOfFold(BinnedTable table, int[] fold, List<BinnedBoosting> models) {
        double[] scores = new double[fold.length];
        Arrays.fill(scores, Double.NaN);
        for (int k = 0; k < models.size(); k++) {
            int[] rows = test(fold, k);
            double[] own = models.get(k).scores(table, rows);
            for (int i = 0; i < rows.length; i++) {
                scores[rows[i]] = own[i];
            }
        }
        return scores;
    }

    /// The rows of one fold.
    public static int[] test(int[] fold, int k) {
        return IntStream.range(0, fold.length).filter(row -> fold[row] == k).toArray();
    }

    private static int[] training(int[] fold, int k) {
        return IntStream.range(0, fold.length)
                .filter(row -> fold[row] >= 0 && fold[row] != k)
                .toArray();
    }
}
