package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The other kinds of model, trained once each, beside the one that the verdict rests on.
final class OtherModels {
    private OtherModels() {}

    /// One row per kind of model and metric; intervals hold the chance in judging alone.
    static Evidence table(
            Downstream downstream,
            List<JudgedRows> everyone,
            Function<Learner, Trial.Plan> plan,
            UtilitySettings settings,
            long seed,
            Progress progress) {
        List<Learner> others =
                Arrays.stream(Learner.values())
                        .filter(learner -> learner != settings.learner())
                        .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Learner learner = others.get(i);
            Progress part = progress.part((double) i / others.size(), (i + 1.0) / others.size());
            Judged judged =
                    Trial.run(downstream, everyone, plan.apply(learner), seed, part).everyone();
            for (int metric : UtilityVerdict.METRICS) {
                Interval interval =
                        judged.better(Source.SYNTHETIC, Source.REAL, metric)
                                .interval(settings.confidence());
                int n = judged.rows().n();
                rows.add(
                        List.of(
                                words(learner),
                                ModelMetric.ALL.get(metric).title(),
                                Evidence.cell(judged.estimate(Source.REAL, metric), n),
                                Evidence.cell(judged.estimate(Source.SYNTHETIC, metric), n),
                                Evidence.cell(judged.estimate(Source.AUGMENTED, metric), n),
                                Evidence.cell(interval.lower(), n),
                                Evidence.cell(interval.upper(), n)));
            }
        }
        return table(rows);
    }

    /// Under the right headings.
    static Evidence table(List<List<Object>> rows) {
        return new Evidence(
                "Other models on the holdout; limits of how much better synthetic is than real",
                List.of(
                        "model",
                        "metric",
                        "real",
                        "synthetic",
                        "real + synthetic",
                        "lower",
                        "upper"),
                rows);
    }

    static String words(Learner learner) {
        return learner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
