package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// What a downstream model is trained for and how it is judged.
public interface Task {

    /// Name of the outcome.
    String outcome();

    /// Columns that models may see.
    List<String> predictors();

    /// What is measured; the first is the headline, of which more is better.
    List<ModelMetric> metrics();

    /// The headline's value of a model that knows nothing.
    double chance();

    /// Trains a model.
    ///
    /// @throws UserProblem if none can be trained on these rows
    Trained train(Dataset source, long seed, Progress progress);

    /// A model that can be judged on rows with a known outcome.
    interface Trained {
        /// Predicts every row once.
        Judge judge(Dataset data);
    }

    /// A model's predictions beside the outcomes of some rows.
    interface Judge {

        /// Prepares to judge some rows again and again.
        ///
        /// @param rows with a known outcome
        Weighted on(int[] rows);

        /// The headline over all rows with a known outcome.
        Headline headline();
    }

    /// Judges rows that may count several times.
    interface Weighted {
        /// @param weights how often each row of the table counts
        /// @return in the order of [Task#metrics()], NaN where undefined
        double[] evaluate(int[] weights);
    }

    /// The headline's value.
    ///
    /// @param error its standard error from the choice of rows
    record Headline(double value, double error) {}
}
