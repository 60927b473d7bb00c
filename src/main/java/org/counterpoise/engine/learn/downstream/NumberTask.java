package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.NumberLearner;
import org.counterpoise.engine.learn.Predictor;
import org.counterpoise.engine.stats.NumberMetrics;
import org.counterpoise.engine.stats.RegressionError;

import java.util.List;

/// To predict a number.
///
/// @param outcome name of a column of numbers
public record NumberTask(NumberLearner learner, String outcome, List<String> predictors)
        implements Task {
    public static final int R2 = 0;
    public static final int RMSE = 1;
    public static final int MAE = 2;
    public static final int SLOPE = 3;

    private static final List<ModelMetric> METRICS =
            List.of(
                    new ModelMetric("r2", "R²", ModelMetric.Goal.HIGHER),
                    new ModelMetric("rmse", "RMSE", ModelMetric.Goal.LOWER),
                    new ModelMetric("mae", "MAE", ModelMetric.Goal.LOWER),
                    new ModelMetric(
                            "calibration-slope", "calibration slope", ModelMetric.Goal.ONE));

    public NumberTask {
        predictors = List.copyOf(predictors);
    }

    @Override
    public List<ModelMetric> metrics() {
        return METRICS;
    }

    /// The mean of the outcome explains nothing.
    @Override
    public double chance() {
        return 0;
    }

    @Override
    public Trained train(Dataset source, long seed, Progress progress) {
        Predictor model = learner.fit(source, outcome, predictors, seed, progress);
        return data -> new Numbers(data.numbers(outcome), model.predict(data));
    }

    private record Numbers(double[] observed, double[] predicted) implements Judge {
        @Override
        public Weighted on(int[] rows) {
            return weights -> {
                NumberMetrics found = NumberMetrics.of(observed, predicted, rows, weights);
                return new double[] {
                    found.explained(), found.rootMeanSquare(), found.meanAbsolute(), found.slope()
                };
            };
        }

        @Override
        public Headline headline() {
            for (int row = 0; row < observed.length; row++) {
                if (Double.isFinite(observed[row]) && !Double.isFinite(predicted[row])) {
                    return new Headline(Double.NEGATIVE_INFINITY, 0);
                }
            }
            RegressionError found = RegressionError.of(observed, predicted);
            return new Headline(found.explained(), found.explainedError());
        }
    }
}
