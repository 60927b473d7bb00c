package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.data.vector.ValueVector;
import smile.model.cart.SplitRule;

import java.util.Arrays;
import java.util.List;

/// A fitted random forest; the probability is the mean of its trees'.
record ForestModel(Encoder encoder, RandomForest model) implements Predictor {
    private static final String OUTCOME = "outcome";
    private static final int TREES = 100;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LEAVES = 1_000;
    private static final int SMALLEST_NODE = 5;

    /// Each tree is grown on so many rows at most, so that a forest of a large table takes no
    /// longer than that of a middling one.
    private static final int ROWS = 2_000;

    static ForestModel fit(
            Encoder encoder, Dataset training, byte[] y, long seed, Progress progress) {
        int[] outcome = new int[y.length];
        Arrays.setAll(outcome, row -> y[row]);
        List<ValueVector> vectors = encoder.vectors(training);
        vectors.add(new IntVector(OUTCOME, outcome));
        DataFrame frame = new DataFrame(vectors.toArray(ValueVector[]::new));
        RandomForest model =
                SmileRun.call(
                        seed,
                        progress,
                        () ->
                                RandomForest.fit(
                                        Formula.lhs(OUTCOME),
                                        frame,
                                        options(y.length, vectors.size() - 1, progress)));
        return new ForestModel(encoder, model);
    }

    private static RandomForest.Options options(int rows, int columns, Progress progress) {
        return new RandomForest.Options(
                TREES,
                Math.max(1, (int) Math.sqrt(columns)),
                SplitRule.GINI,
                MAX_DEPTH,
                MAX_LEAVES,
                SMALLEST_NODE,
                // 1 draws as many rows with replacement, less draws that share without.
                Math.min(1, (double) ROWS / rows),
                null,
                null,
                SmileRun.controller(progress, TREES, "Growing trees"));
    }

    @Override
    public double[] predict(Dataset data) {
        DataFrame frame = encoder.frame(data);
        double[] scores = new double[data.rows()];
        double[] posteriori = new double[2];
        for (int row = 0; row < scores.length; row++) {
            model.predict(frame.get(row), posteriori);
            scores[row] = posteriori[1];
        }
        return scores;
    }
}
