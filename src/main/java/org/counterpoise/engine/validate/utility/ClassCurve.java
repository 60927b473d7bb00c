package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.learn.downstream.LearningCurve;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Task;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.stats.Roc;

import java.util.Optional;

/// The learning curve of an outcome that is yes or no: AUC of logistic regression.
final class ClassCurve {
    private static final Learner FAST = Learner.LOGISTIC_REGRESSION;

    private ClassCurve() {}

    static LearningCurve of(
            Downstream downstream,
            Trial trial,
            UtilitySettings settings,
            long seed,
            Progress progress) {
        Optional<double[]> known =
                settings.learner() == FAST
                        ? trial.attempts().get(Source.REAL.ordinal()).scores()
                        : Optional.empty();
        return LearningCurve.of(
                source -> headline(downstream, scores(downstream, source, seed, progress)),
                headline(
                        downstream,
                        known.orElseGet(
                                () -> scores(downstream, downstream.real(), seed, progress))),
                downstream.synthetic(),
                settings.curvePoints(),
                seed,
                progress);
    }

    private static double[] scores(
            Downstream downstream, Dataset source, long seed, Progress progress) {
        return FAST.fit(
                        source,
                        Downstream.labels(
                                source, downstream.truth().column(), downstream.truth().positive()),
                        downstream.predictors(),
                        seed,
                        progress)
                .predict(downstream.holdout());
    }

    private static Task.Headline headline(Downstream downstream, double[] scores) {
        Roc roc = Roc.of(downstream.truth().values(), scores);
        return new Task.Headline(roc.auc(), Math.sqrt(roc.variance()));
    }
}
