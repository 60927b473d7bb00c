package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.MacroAuc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What models that have not seen a row say of its class.
///
/// @param byRow probabilities by row and class, adding up to 1; NaN where no label is given
/// @param auc of each class against the rest, on average
record Probabilities(double[][] byRow, MacroAuc auc) {

    static Probabilities of(
            BinnedTable table, Given given, int[] units, int folds, long seed, Progress progress) {
        int classes = given.classes().size();
        int[] fold = Folds.stratified(given.codes(), units, classes, folds, seed);
        int[] columns = IntStream.range(0, table.columns()).toArray();
        // Of two classes the second is all that the first is not.
        int first = classes == 2 ? 1 : 0;
        List<byte[]> outcomes = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int c = first; c < classes; c++) {
            byte[] y = new byte[given.codes().length];
            for (int row = 0; row < y.length; row++) {
                int code = given.codes()[row];
                y[row] = (byte) (code < 0 ? -1 : code == c ? 1 : 0);
            }
            List<BinnedBoosting> models =
                    BinnedBoosting.folds(
                            table,
                            y,
                            fold,
                            columns,
                            BinnedBoosting.Options.FULL,
                            progress.part(
                                    (double) (c - first) / classes, (c - first + 1.0) / classes));
            outcomes.add(y);
            scores.add(BinnedBoosting.outOfFold(table, fold, models));
        }
        return new Probabilities(normalised(scores, classes), MacroAuc.of(outcomes, scores));
    }

    private static double[][] normalised(List<double[]> scores, int classes) {
        double[][] byRow = new double[scores.getFirst().length][classes];
        for (int row = 0; row < byRow.length; row++) {
            if (classes == 2) {
                double p = LogisticFit.logistic(scores.getFirst()[row]);
                byRow[row][0] = 1 - p;
                byRow[row][1] = p;
            } else {
                double sum = 0;
                for (int c = 0; c < classes; c++) {
                    byRow[row][c] = LogisticFit.logistic(scores.get(c)[row]);
                    sum += byRow[row][c];
                }
                for (int c = 0; c < classes; c++) {
                    byRow[row][c] /= sum;
                }
            }
        }
        return byRow;
    }
}
