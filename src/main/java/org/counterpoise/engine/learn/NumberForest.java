package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;
import smile.regression.RandomForest;

import java.util.List;

/// A fitted random forest of regression trees; the prediction is the mean of its trees'.
record NumberForest(Encoder encoder, RandomForest model) implements Predictor {
    private static final String OUTCOME = "outcome";
    private static final int TREES = 100;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LEAVES = 1_000;
    private static final int SMALLEST_NODE = 5;

    /// Each tree is grown on so many rows at most, as those of [ForestModel].
    private static final int ROWS = 2_000;

    static NumberForest fit(
            Encoder encoder, Dataset training, double[] y, long seed, Progress progress) {
        List<ValueVector> vectors = encoder.vectors(training);
        vectors.add(new DoubleVector(OUTCOME, y));
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
        return new NumberForest(encoder, model);
    }

    private static RandomForest.Options options(int rows, int columns, Progress progress) {
        return new RandomForest.Options(
                TREES,
                Math.max(1, columns / 3),
                MAX_DEPTH,
                MAX_LEAVES,
                SMALLEST_NODE,
                // 1 draws as many rows with replacement, less draws that share without.
                Math.min(1, (double) ROWS / rows),
                null,
                SmileRun.controller(progress, TREES, "Growing trees"));
    }

    @Override
    public double[] predict(Dataset data) {
        DataFrame frame = encoder.frame(data);
        double[] values = new double[data.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = model.predict(frame.get(row));
        }
        return values;
    }
}
