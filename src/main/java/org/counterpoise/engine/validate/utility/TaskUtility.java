package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.LearningCurve;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Task;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.validate.Validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Judges utility for one kind of outcome that is not yes or no.
///
/// @param variant how this kind is trained for and judged
/// @param tables aligned
/// @param rows everyone of the holdout, then the subgroups
/// @param judged the source that the verdict is about
record TaskUtility(
        Variant variant,
        Contest.Tables tables,
        List<JudgedRows> rows,
        Source judged,
        UtilitySettings settings,
        long seed) {
    private static final int REFERENCES = 5;

    /// @return empty if no model can be trained on the real rows
    Optional<Validation> validation(MethodCard card, List<String> notes, Progress progress) {
        Task task = variant.task();
        Contest contest =
                Contest.run(
                        task, tables, rows, plan(settings.refits()), seed, progress.part(0, 0.7));
        if (contest.problem(Source.REAL).isPresent()) {
            return Optional.empty();
        }
        TaskEvidence evidence =
                new TaskEvidence(
                        task,
                        contest,
                        judged,
                        new Agreement(
                                task.metrics().getFirst().title(),
                                contest.everyone().estimate(Source.REAL, TaskEvidence.HEADLINE),
                                onSynthetic(contest),
                                importance(contest, progress.part(0.85, 1)),
                                judged,
                                AnalysisAgreement.of(
                                        variant.coefficients(
                                                tables.real(), tables.real(), analysed(), progress),
                                        variant.coefficients(
                                                tables.real(),
                                                judged == Source.AUGMENTED
                                                        ? Downstream.together(
                                                                tables.real(), tables.synthetic())
                                                        : tables.synthetic(),
                                                analysed(),
                                                progress),
                                        settings.confidence()),
                                variant.regression()),
                        settings.allModels() ? others(progress.part(0.7, 0.8)) : Evidence.none(),
                        variant.model(),
                        curve(contest, progress.part(0.8, 0.85)),
                        variant.fast().model(),
                        helped(contest));
        return Optional.of(new TaskVerdict(evidence, settings, notes).validation(card));
    }

    /// Of synthetic rows that stand for themselves, by the fastest kind of model.
    private Optional<LearningCurve> curve(Contest contest, Progress progress) {
        if (!settings.curve() || judged == Source.AUGMENTED) {
            return Optional.empty();
        }
        Task fast = variant.fast().task();
        Function<Dataset, Task.Headline> worth =
                source -> fast.train(source, seed, progress).judge(tables.holdout()).headline();
        return Optional.of(
                LearningCurve.of(
                        worth,
                        fast.equals(variant.task())
                                ? contest.attempts()
                                        .get(Source.REAL.ordinal())
                                        .judge()
                                        .orElseThrow()
                                        .headline()
                                : worth.apply(tables.real()),
                        tables.synthetic(),
                        settings.curvePoints(),
                        Streams.derive(seed, "curve"),
                        progress));
    }

    private Optional<Finding> helped(Contest contest) {
        if (judged != Source.AUGMENTED) {
            return Optional.empty();
        }
        Map<JudgedRows, PairedDifference> differences = new LinkedHashMap<>();
        for (Compared group : contest.groups()) {
            differences.put(group.rows(), group.better(judged, Source.REAL, TaskEvidence.HEADLINE));
        }
        return HelpedGroups.finding(
                variant.task().metrics().getFirst().title(),
                differences,
                tables.real(),
                tables.synthetic(),
                settings.confidence());
    }

    private Contest.Plan plan(int refits) {
        return new Contest.Plan(settings.replicates(), refits, settings.refitRows());
    }

    /// Train on real, test on synthetic.
    private Agreement.OnSynthetic onSynthetic(Contest contest) {
        Task.Headline found =
                contest.attempts()
                        .get(Source.REAL.ordinal())
                        .model()
                        .orElseThrow()
                        .judge(tables.synthetic())
                        .headline();
        double value = Double.isFinite(found.value()) ? found.value() : Double.NaN;
        double half = Normal.z(settings.confidence()) * found.error();
        return new Agreement.OnSynthetic(
                value,
                Double.isFinite(half)
                        ? new Interval(value - half, value + half, settings.confidence(), "normal")
                        : Interval.undefined(settings.confidence(), "normal"),
                tables.synthetic().rows());
    }

    private Optional<ImportanceAgreement> importance(Contest contest, Progress progress) {
        Optional<Task.Trained> real = contest.attempts().get(Source.REAL.ordinal()).model();
        Optional<Task.Trained> made = contest.attempts().get(Source.SYNTHETIC.ordinal()).model();
        List<String> predictors = variant.task().predictors();
        if (made.isEmpty() || predictors.size() < 2) {
            return Optional.empty();
        }
        List<Task.Trained> models = new ArrayList<>(List.of(real.orElseThrow(), made.get()));
        contest.again().stream()
                .limit(REFERENCES)
                .flatMap(one -> one.get(Source.REAL.ordinal()).model().stream())
                .forEach(models::add);
        return Optional.of(
                ImportanceAgreement.of(
                        models.stream()
                                .<ToDoubleFunction<Dataset>>map(
                                        model -> data -> model.judge(data).headline().value())
                                .toList(),
                        tables.holdout().select(ImportanceAgreement.spread(rows.getFirst().rows())),
                        predictors,
                        Streams.derive(seed, "importance"),
                        progress));
    }

    private List<String> analysed() {
        List<String> predictors = variant.task().predictors();
        if (settings.analysis().isEmpty()) {
            return predictors;
        }
        for (String column : settings.analysis()) {
            if (!predictors.contains(column)) {
                throw new UserProblem(
                        "The analysis cannot use \"" + column + "\".",
                        "setting analysis",
                        "Use any of: " + String.join(", ", predictors) + ".");
            }
        }
        return settings.analysis();
    }

    /// The other kinds of model, trained once each; intervals hold the chance in judging alone.
    private Evidence others(Progress progress) {
        List<List<Object>> table = new ArrayList<>();
        List<Variant> others = variant.others();
        for (int i = 0; i < others.size(); i++) {
            Variant other = others.get(i);
            Contest contest =
                    Contest.run(
                            other.task(),
                            tables,
                            rows.subList(0, 1),
                            plan(0),
                            seed,
                            progress.part((double) i / others.size(), (i + 1.0) / others.size()));
            int n = rows.getFirst().n();
            for (int m = 0; m < other.task().metrics().size(); m++) {
                Interval interval =
                        contest.everyone()
                                .better(Source.SYNTHETIC, Source.REAL, m)
                                .interval(settings.confidence());
                List<Object> row =
                        new ArrayList<>(
                                List.of(other.model(), other.task().metrics().get(m).title()));
                for (Source source : Source.values()) {
                    row.add(Evidence.cell(contest.everyone().estimate(source, m), n));
                }
                row.add(Evidence.cell(interval.lower(), n));
                row.add(Evidence.cell(interval.upper(), n));
                table.add(row);
            }
        }
        return others.isEmpty() ? Evidence.none() : OtherModels.table(table);
    }
}
