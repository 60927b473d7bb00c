package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.learn.TreeShap;
import org.counterpoise.engine.stats.MacroAuc;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which columns carry an attribute, and what is left of it without them.
///
/// @param auc with all columns, on the rows for refitting
/// @param carriers by position in the table
/// @param steps columns left out one after the other, each time the one that the model leans on
///     most
/// @param chance whether the last step leaves no more than chance
record Carriers(MacroAuc auc, List<Carrier> carriers, List<Step> steps, boolean chance) {
    private static final int SHAP_ROWS = 500;

    /// One column.
    ///
    /// @param alone AUC by this column alone
    /// @param shap mean size of its Shapley value, in log-odds
    /// @param shuffled how much lower the AUC is with its cells shuffled
    /// @param leftOut how much lower the AUC is of a model without it
    record Carrier(int column, double alone, double shap, double shuffled, double leftOut) {}

    /// @param column left out, after those before it
    /// @param auc of a model of the rest
    record Step(int column, MacroAuc auc) {}

    /// @param critical standard errors that are no more than chance
    static Carriers of(
            BinnedTable table,
            Attribute attribute,
            int[] units,
            double critical,
            int most,
            long seed,
            Progress progress) {
        Trial trial =
                new Trial(
                        table,
                        attribute.outcomes(),
                        ChanceTest.folds(attribute, units, seed),
                        progress.silent());
        int[] all = IntStream.range(0, table.columns()).toArray();
        Telling full = trial.tell(all);
        MacroAuc auc = full.auc();
        double[] fullShap = trial.shap(full);
        int[] donors = trial.donors(Streams.derive(seed, "donors"));
        List<Carrier> carriers =
                Parallel.map(
                        all.length,
                        progress.part(0, 0.7),
                        "Leaving out each column",
                        column ->
                                new Carrier(
                                        column,
                                        trial.tell(new int[] {column}).auc().value(),
                                        fullShap[column],
                                        auc.value() - trial.shuffled(full, column, donors).value(),
                                        auc.value()
                                                - trial.tell(Usefulness.without(all, column))
                                                        .auc()
                                                        .value()));
        List<Step> steps = new ArrayList<>();
        int[] left = all;
        boolean chance = false;
        double[] shap = fullShap;
        while (!chance && steps.size() < most && left.length > 1) {
            progress.report(0.7 + 0.3 * steps.size() / most, "Leaving out columns in turn");
            int strongest = strongest(shap, left);
            left = Usefulness.without(left, strongest);
            Telling rest = trial.tell(left);
            steps.add(new Step(strongest, rest.auc()));
            shap = trial.shap(rest);
            chance = chance(rest, critical);
        }
        return new Carriers(auc, carriers, steps, chance);
    }

    private static int strongest(double[] shap, int[] left) {
        int best = left[0];
        for (int column : left) {
            best = shap[column] > shap[best] ? column : best;
        }
        return best;
    }

    private static boolean chance(Telling telling, double critical) {
        return IntStream.range(0, telling.outcomes().size())
                .allMatch(
                        t ->
                                ChanceTest.standardised(
                                                Roc.of(
                                                        telling.outcomes().get(t),
                                                        telling.scores().get(t)))
                                        <= critical);
    }

    /// Those with the largest Shapley values first.
    List<Carrier> ranked() {
        return carriers.stream().sorted((a, b) -> Double.compare(b.shap(), a.shap())).toList();
    }

    /// Models of the same rows and folds.
    private record Trial(BinnedTable table, List<byte[]> outcomes, int[] folds, Progress progress) {

        Telling tell(int[] columns) {
            return Telling.of(
                    table, outcomes, folds, columns, BinnedBoosting.Options.QUICK, progress);
        }

        /// Mean size of Shapley values by column, over rows that the models have not seen.
        double[] shap(Telling telling) {
            double[] sums = new double[table.columns()];
            int[] test = BinnedBoosting.test(folds, 0);
            int count = Math.min(SHAP_ROWS, test.length);
            int[] rows =
                    IntStream.range(0, count)
                            .map(i -> test[(int) ((long) i * test.length / count)])
                            .toArray();
            for (List<BinnedBoosting> models : telling.models()) {
                progress.check();
                TreeShap shap = new TreeShap(models.getFirst());
                for (int row : rows) {
                    double[] values = shap.values(table, row);
                    for (int column = 0; column < sums.length; column++) {
                        sums[column] += Math.abs(values[column]);
                    }
                }
            }
            double summed = (double) rows.length * telling.models().size();
            return Arrays.stream(sums).map(sum -> sum / summed).toArray();
        }

        /// Per row another row of its fold.
        int[] donors(long seed) {
            int[] donors = new int[folds.length];
            for (int k = 0; k < ChanceTest.FOLDS; k++) {
                int[] rows = BinnedBoosting.test(folds, k);
                int[] shuffled = rows.clone();
                Folds.shuffle(shuffled, Streams.of(seed, k));
                for (int i = 0; i < rows.length; i++) {
                    donors[rows[i]] = shuffled[i];
                }
            }
            return donors;
        }

        /// The AUC with the cells of one column taken from the donors.
        MacroAuc shuffled(Telling telling, int column, int[] donors) {
            List<double[]> scores = new ArrayList<>();
            for (List<BinnedBoosting> models : telling.models()) {
                double[] own = new double[folds.length];
                Arrays.fill(own, Double.NaN);
                for (int k = 0; k < models.size(); k++) {
                    progress.check();
                    int[] rows = BinnedBoosting.test(folds, k);
                    int[] from = IntStream.of(rows).map(row -> donors[row]).toArray();
                    double[] values = models.get(k).scores(table, rows, column, from);
                    for (int i = 0; i < rows.length; i++) {
                        own[rows[i]] = values[i];
                    }
                }
                scores.add(own);
            }
            return MacroAuc.of(outcomes, scores);
        }
    }
}
