package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.BaselineHazard;
import org.counterpoise.engine.stats.CoxFit;

import java.util.Arrays;
import java.util.List;

/// A fitted model of proportional hazards (Cox 1972): main effects of every predictor on the
/// logarithm of the hazard, shrunk by a ridge penalty of 1 on standardised columns.
public final class CoxModel {
    private static final double RIDGE = 1;

    private final Encoder encoder;
    private final CoxFit fit;
    private final BaselineHazard baseline;

    private CoxModel(Encoder encoder, CoxFit fit, BaselineHazard baseline) {
        this.encoder = encoder;
        this.fit = fit;
        this.baseline = baseline;
    }

    /// Learns from a dataset. Rows without a time or an event are left out.
    ///
    /// @param event whether the event ended a row's follow-up, per row of `training`
    /// @param time name of the column of follow-up times
    /// @param predictors columns to learn from; text columns and those that do not vary are skipped
    /// @throws UserProblem if the dataset is the holdout, if no row has the event, or if no
    ///     predictor varies
    public static CoxModel fit(
            Dataset training,
            BinaryOutcome event,
            String time,
            List<String> predictors,
            Progress progress) {
        training.forFitting("A model of \"" + event.column() + "\"");
        FollowedRows followed = FollowedRows.of(training, event, time);
        if (followed.eventCount() == 0) {
            throw new UserProblem(
                    "No row has \"" + event.column() + "\" = " + event.positive() + " and a time.",
                    training.name(),
                    "A model of times needs rows with the event; check the positive level.");
        }
        Dataset known = training.select(followed.rows());
        Encoder encoder = Encoder.of(known, predictors);
        if (encoder.isEmpty()) {
            throw new UserProblem(
                    "There is nothing to predict \"" + event.column() + "\" from.",
                    training.name(),
                    "Give at least one column that varies the role of a feature.");
        }
        double[][] columns = encoder.matrix(known).columns();
        double[] times = followed.times();
        byte[] events = followed.events();
        CoxFit fit = CoxFit.of(columns, times, events, RIDGE, progress);
        if (!Arrays.stream(fit.coefficients()).allMatch(Double::isFinite)) {
            throw new UserProblem(
                    "The predictors of \"" + event.column() + "\" are too large to fit.",
                    training.name(),
                    "Use smaller units, or correct the largest values.");
        }
        return new CoxModel(
                encoder, fit, BaselineHazard.of(times, events, fit.predict(columns, times.length)));
    }

    /// The logarithm of each row's hazard over the baseline: higher for an earlier event.
    ///
    /// @param data has the predictors by name; a missing value or an unseen level is allowed
    public double[] logHazards(Dataset data) {
        return fit.predict(encoder.matrix(data).columns(), data.rows());
    }

    /// The chance to be free of the event after a time.
    ///
    /// @param logHazard of the row, from [#logHazards]
    public double survival(double time, double logHazard) {
        return Math.exp(-baseline.at(time) * Math.exp(logHazard));
    }
}
