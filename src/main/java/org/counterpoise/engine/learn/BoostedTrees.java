package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.data.vector.ValueVector;

import java.util.Arrays;
import java.util.List;

/// Fitted gradient-boosted trees.
record BoostedTrees(Encoder encoder, GradientTreeBoost model) implements Predictor {
    private static final String OUTCOME = "outcome";
    private static final int TREES = 100;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_LEAVES = 8;
    private static final int SMALLEST_NODE = 5;
    private static final double SHRINKAGE = 0.1;
    private static final double SAMPLE = 0.7;

    static BoostedTrees fit(
            Encoder encoder, Dataset training, byte[] y, long seed, Progress progress) {
        int[] outcome = new int[y.length];
        Arrays.setAll(outcome, row -> y[row]);
        List<ValueVector> vectors = encoder.vectors(training);
        vectors.add(new IntVector(OUTCOME, outcome));
        DataFrame frame = new DataFrame(vectors.toArray(ValueVector[]::new));
        GradientTreeBoost model =
                SmileRun.call(
                        seed,
                        progress,
                        () ->
                                GradientTreeBoost.fit(
                                        Formula.lhs(OUTCOME), frame, options(progress)));
        return new BoostedTrees(encoder, model);
    }

    private static GradientTreeBoost.Options options(Progress progress) {
        return new GradientTreeBoost.Options(
                TREES,
                MAX_DEPTH,
                MAX_LEAVES,
                SMALLEST_NODE,
                SHRINKAGE,
                SAMPLE,
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
