package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.CoxModel;
import org.counterpoise.engine.stats.Concordance;
import org.counterpoise.engine.stats.IntegratedBrier;
import org.counterpoise.engine.stats.RankedTimes;

import java.util.List;

/// To predict who has an event early, by proportional hazards.
///
/// @param outcome name of the column that says whether the event ended the follow-up
/// @param positive its level that says it did
/// @param time name of the column of follow-up times
public record SurvivalTask(String outcome, String positive, String time, List<String> predictors)
        implements Task {
    public static final int C = 0;
    public static final int BRIER = 1;

    private static final List<ModelMetric> METRICS =
            List.of(
                    new ModelMetric("c-index", "Harrell's C", ModelMetric.Goal.HIGHER),
                    new ModelMetric(
                            "integrated-brier", "integrated Brier score", ModelMetric.Goal.LOWER));

    public SurvivalTask {
        predictors = List.copyOf(predictors);
    }

    @Override
    public List<ModelMetric> metrics() {
        return METRICS;
    }

    /// Scores by lot rank every other pair rightly.
    @Override
    public double chance() {
        return 0.5;
    }

    @Override
    public Trained train(Dataset source, long seed, Progress progress) {
        CoxModel model = CoxModel.fit(source, events(source), time, predictors, progress);
        return data ->
                new Times(data.numbers(time), events(data).values(), model.logHazards(data), model);
    }

    /// Whether the event ended each row's follow-up.
    public BinaryOutcome events(Dataset data) {
        return Downstream.labels(data, outcome, positive);
    }

    private record Times(double[] times, byte[] events, double[] logHazards, CoxModel model)
            implements Judge {
        @Override
        public Weighted on(int[] rows) {
            RankedTimes ranked = new RankedTimes(rows, times, events, logHazards);
            IntegratedBrier brier = new IntegratedBrier(times, events);
            double[] contributions = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                contributions[i] =
                        brier.contribution(
                                rows[i], (row, time) -> model.survival(time, logHazards[row]));
            }
            return weights -> {
                double sum = 0;
                double n = 0;
                for (int i = 0; i < rows.length; i++) {
                    sum += weights[rows[i]] * contributions[i];
                    n += weights[rows[i]];
                }
                return new double[] {ranked.concordance(weights), sum / n};
            };
        }

        @Override
        public Headline headline() {
            Concordance found = Concordance.of(times, events, logHazards);
            return new Headline(found.value(), found.error());
        }
    }
}
