package org.counterpoise.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Roc;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class BinnedBoostingTest {
    private static final BinnedBoosting.Options ONE_STUMP =
            new BinnedBoosting.Options(1, 1, 1, 1e-6, 1e-3);

    private static Dataset table(int n, IntFunction<String[]> row) {
        String[][] cells = IntStream.range(0, n).mapToObj(row).toArray(String[][]::new);
        return CsvTable.of("t", new String[] {"a", "b", "c"}, cells);
    }

    private static BinnedBoosting fit(BinnedTable table, byte[] y, BinnedBoosting.Options options) {
        return BinnedBoosting.fit(
                table,
                IntStream.range(0, y.length).toArray(),
                y,
                IntStream.range(0, table.columns()).toArray(),
                options,
                Progress.NONE);
    }

    private static BinnedTable binned(Dataset data) {
        return BinnedTable.of(data, List.of("a", "b", "c"), Progress.NONE);
    }

    @Test
    void aStumpTakesANewtonStepOnEachSide() {
        // 6 of 8 positive below 5, 2 of 8 above: from p = .5 Newton's step is Σ(y − p) / Σp(1 − p).
        byte[] y = {1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0};
        BinnedTable table = binned(table(16, i -> new String[] {"" + (i < 8 ? 1 : 9), "k", "k"}));
        double[] scores = fit(table, y, ONE_STUMP).scores(table, new int[] {0, 15});
        assertThat(scores[0]).isCloseTo(2 / 2.0, within(1e-4));
        assertThat(scores[1]).isCloseTo(-2 / 2.0, within(1e-4));
    }

    @Test
    void aSetOfLevelsIsSplitOffAtOnce() {
        String[] levels = {"p", "q", "r", "s"};
        byte[] y = new byte[400];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (i % 4 == 0 || i % 4 == 3 ? 1 : 0);
        }
        BinnedTable table = binned(table(400, i -> new String[] {"1", "k", levels[i % 4]}));
        double[] scores = fit(table, y, ONE_STUMP).scores(table, new int[] {0, 1, 2, 3});
        assertThat(scores[0]).isCloseTo(2, within(1e-3));
        assertThat(scores[3]).isCloseTo(2, within(1e-3));
        assertThat(scores[1]).isCloseTo(-2, within(1e-3));
        assertThat(scores[2]).isCloseTo(-2, within(1e-3));
    }

    @Test
    void missingValuesGoWhereTheyFit() {
        byte[] y = new byte[300];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (i % 3 == 0 ? 1 : 0);
        }
        BinnedTable table =
                binned(table(300, i -> new String[] {i % 3 == 0 ? "" : "" + i % 3, "k", "k"}));
        double[] scores = fit(table, y, ONE_STUMP).scores(table, new int[] {0, 1, 2});
        assertThat(scores[0]).isGreaterThan(1);
        assertThat(scores[1]).isEqualTo(scores[2]).isLessThan(-0.9);
    }

    @Test
    void aCurvedRelationIsLearntAndANewTableIsRead() {
        Dataset training = curved(3000, 1);
        Dataset test = curved(3000, 2);
        BinnedTable table = binned(training);
        BinnedBoosting model = fit(table, circle(training), BinnedBoosting.Options.FULL);
        BinnedTable other = table.recode(test);
        double[] scores = model.scores(other, IntStream.range(0, 3000).toArray());
        assertThat(Roc.of(circle(test), scores).auc()).isGreaterThan(0.98);
    }

    private static Dataset curved(int n, int seed) {
        RandomGenerator random = Streams.of(3, seed);
        return table(
                n,
                i ->
                        new String[] {
                            "" + random.nextGaussian(), "" + random.nextGaussian(), "" + i % 5
                        });
    }

    /// Whether a row lies outside the circle that holds half of a bivariate normal.
    private static byte[] circle(Dataset data) {
        double[] a = data.numbers("a");
        double[] b = data.numbers("b");
        byte[] y = new byte[a.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (a[i] * a[i] + b[i] * b[i] > 2 * Math.log(2) ? 1 : 0);
        }
        return y;
    }

    @Test
    void shapleyValuesAreThoseOfTheGameItself() {
        RandomGenerator random = Streams.of(4, 4);
        Dataset data =
                table(
                        300,
                        i ->
                                new String[] {
                                    "" + random.nextGaussian(),
                                    "" + random.nextInt(5),
                                    "" + "pqrst".charAt(random.nextInt(5))
                                });
        byte[] y = new byte[300];
        for (int i = 0; i < y.length; i++) {
            double odds = data.numbers("a")[i] * data.numbers("b")[i] - 2 + random.nextGaussian();
            y[i] = (byte) (odds > 0 ^ data.codes("c").codes()[i] == 2 ? 1 : 0);
        }
        BinnedTable table = binned(data);
        BinnedBoosting model = fit(table, y, new BinnedBoosting.Options(5, 4, 0.5, 1, 0.5));
        TreeShap shap = new TreeShap(model);
        for (int row = 0; row < 20; row++) {
            double[] values = shap.values(table, row);
            for (int column = 0; column < 3; column++) {
                assertThat(values[column])
                        .isCloseTo(shapley(model, table, row, column), within(1e-9));
            }
            double score = model.scores(table, new int[] {row})[0];
            assertThat(shap.expected() + values[0] + values[1] + values[2])
                    .isCloseTo(score, within(1e-9));
        }
    }

    /// Shapley's formula over all coalitions of the other two columns.
    private static double shapley(BinnedBoosting model, BinnedTable table, int row, int column) {
        int[] others = IntStream.range(0, 3).filter(c -> c != column).toArray();
        double[] weights = {1 / 3.0, 1 / 6.0, 1 / 6.0, 1 / 3.0};
        double sum = 0;
        for (int s = 0; s < 4; s++) {
            int known = (s & 1) << others[0] | (s >> 1) << others[1];
            sum +=
                    weights[s]
                            * (game(model, table, row, known | 1 << column)
                                    - game(model, table, row, known));
        }
        return sum;
    }

    /// What the trees say on average if only some columns are known.
    private static double game(BinnedBoosting model, BinnedTable table, int row, int known) {
        double sum = model.intercept();
        for (BinnedTree tree : model.trees()) {
            sum += walk(tree, 0, table, row, known);
        }
        return sum;
    }

    private static double walk(BinnedTree tree, int node, BinnedTable table, int row, int known) {
        int column = tree.columns()[node];
        if (column < 0) {
            return tree.values()[node];
        }
        int left = tree.left()[node];
        int right = tree.right()[node];
        if ((known >> column & 1) == 1) {
            boolean goes = (tree.masks()[node] >>> table.bin(row, column) & 1) == 1;
            return walk(tree, goes ? left : right, table, row, known);
        }
        return (tree.covers()[left] * walk(tree, left, table, row, known)
                        + tree.covers()[right] * walk(tree, right, table, row, known))
                / tree.covers()[node];
    }
}
