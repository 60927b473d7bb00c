package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.Coefficients;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.NumberLearner;
import org.counterpoise.engine.learn.downstream.NumberTask;
import org.counterpoise.engine.learn.downstream.SurvivalTask;
import org.counterpoise.engine.learn.downstream.Task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How one kind of outcome is trained for and analysed.
sealed interface Variant {

    Task task();

    /// What the models are called.
    String model();

    Agreement.Regression regression();

    /// The coefficients that a paper would report.
    ///
    /// @param reference the table that the coding is learnt from
    Coefficients coefficients(
            Dataset reference, Dataset data, List<String> predictors, Progress progress);

    /// The same with the other kinds of model.
    List<Variant> others();

    /// The same with the fastest kind of model.
    Variant fast();

    /// An outcome that is a number.
    record OfNumber(NumberLearner learner, String outcome, List<String> predictors)
            implements Variant {

        /// The kind of model for numbers that answers to one for classes.
        static NumberLearner learner(Learner learner) {
            return switch (learner) {
                case LOGISTIC_REGRESSION -> NumberLearner.LINEAR_REGRESSION;
                case GRADIENT_BOOSTING -> NumberLearner.GRADIENT_BOOSTING;
                case RANDOM_FOREST -> NumberLearner.RANDOM_FOREST;
            };
        }

        @Override
        public Task task() {
            return new NumberTask(learner, outcome, predictors);
        }

        @Override
        public String model() {
            return learner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Agreement.Regression regression() {
            return Agreement.Regression.LINEAR;
        }

        @Override
        public Coefficients coefficients(
                Dataset reference, Dataset data, List<String> analysed, Progress progress) {
            return Coefficients.linear(reference, data, outcome, analysed, progress);
        }

        @Override
        public List<Variant> others() {
            return Arrays.stream(NumberLearner.values())
                    .filter(other -> other != learner)
                    .<Variant>map(other -> new OfNumber(other, outcome, predictors))
                    .toList();
        }

        @Override
        public Variant fast() {
            return new OfNumber(NumberLearner.LINEAR_REGRESSION, outcome, predictors);
        }
    }

    /// A time to an event.
    record OfTimes(SurvivalTask task) implements Variant {
        @Override
        public String model() {
            return "Cox regression";
        }

        @Override
        public Agreement.Regression regression() {
            return Agreement.Regression.COX;
        }

        @Override
        public Coefficients coefficients(
                Dataset reference, Dataset data, List<String> analysed, Progress progress) {
            return Coefficients.cox(
                    reference, data, task.events(data), task.time(), analysed, progress);
        }

        @Override
        public List<Variant> others() {
            return List.of();
        }

        @Override
        public Variant fast() {
            return this;
        }
    }
}
