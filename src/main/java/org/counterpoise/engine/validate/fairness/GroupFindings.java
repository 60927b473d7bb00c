package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.validate.Validation.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the models do to each group.
final class GroupFindings {
    private final Trial trial;
    private final FairnessSettings settings;
    private final String outcome;

    GroupFindings(Trial trial, FairnessSettings settings, String outcome) {
        this.trial = trial;
        this.settings = settings;
        this.outcome = outcome;
    }

    Finding standings(
            Standings standings,
            Verdict verdict,
            String sentence,
            Measure worst,
            Threshold threshold) {
        List<GroupStanding> worse = standings.with(Standing.WORSE);
        Severity severity =
                verdict == Verdict.FAIL
                        ? Severity.SERIOUS
                        : !worse.isEmpty()
                                ? Severity.WARNING
                                : verdict == Verdict.PASS ? Severity.OK : Severity.NOTE;
        return new Finding(
                "groups",
                severity,
                worse.isEmpty()
                        ? verdict == Verdict.FAIL
                                ? sentence
                                : "No group is certainly served worse by a model trained on "
                                        + data(standings.source())
                                        + "."
                        : "A model trained on "
                                + data(standings.source())
                                + " serves these groups worse: "
                                + names(worse)
                                + ".",
                sentence + " " + counts(standings),
                Optional.of(worst),
                Optional.of(threshold),
                worse.isEmpty()
                        ? List.of()
                        : worse.stream().map(GroupFindings::generateMore).limit(3).toList(),
                table(standings),
                List.of(figure(standings)));
    }

    /// What a model was trained on, in words.
    static String data(Source source) {
        return switch (source) {
            case REAL -> "real data";
            case SYNTHETIC -> "synthetic data";
            case AUGMENTED -> "real and synthetic data together";
        };
    }

    private static Remedy generateMore(GroupStanding group) {
        Map<String, String> cell = group.judged().rows().cell();
        return new Remedy(
                "Generate more rows of " + group.judged().rows().label(),
                Action.GENERATE,
                List.copyOf(cell.keySet()),
                cell);
    }

    Finding augmented(Standings standings) {
        List<GroupStanding> worse = standings.with(Standing.WORSE);
        List<GroupStanding> better = standings.with(Standing.BETTER);
        return new Finding(
                "augmented",
                worse.isEmpty() ? Severity.NOTE : Severity.WARNING,
                !worse.isEmpty()
                        ? "Adding the synthetic rows to the real ones makes the model worse for "
                                + names(worse)
                                + "."
                        : !better.isEmpty()
                                ? "Adding the synthetic rows to the real ones makes the model"
                                        + " better for "
                                        + names(better)
                                        + "."
                                : "Adding the synthetic rows to the real ones makes no clear"
                                        + " difference to any group.",
                counts(standings),
                Optional.of(standings.worst()),
                Optional.empty(),
                List.of(),
                table(standings),
                List.of(figure(standings)));
    }

    /// Rows that complete real ones, by themselves: how they are not to be used.
    Finding alone(Standings standings) {
        return new Finding(
                "alone",
                Severity.NOTE,
                "What the synthetic rows would do without the real ones that they complete.",
                counts(standings),
                Optional.of(standings.worst()),
                Optional.empty(),
                List.of(),
                table(standings),
                List.of(figure(standings)));
    }

    private static String names(List<GroupStanding> groups) {
        return groups.stream()
                .map(group -> group.judged().rows().label())
                .collect(Collectors.joining(", "));
    }

    private static String counts(Standings standings) {
        List<String> parts = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            List<GroupStanding> groups = standings.with(standing);
            if (!groups.isEmpty()) {
                parts.add(standing.word() + ": " + names(groups));
            }
        }
        return "By " + standings.names() + " – " + String.join("; ", parts) + ".";
    }

    private static Evidence table(Standings standings) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (GroupStanding group : standings.groups()) {
            for (int i = 0; i < standings.metrics().length; i++) {
                int metric = standings.metrics()[i];
                Judged judged = group.judged();
                int n = judged.rows().n();
                Interval interval = group.intervals().get(i);
                rows.add(
                        List.of(
                                judged.rows().label(),
                                n,
                                judged.rows().positives(),
                                ModelMetric.ALL.get(metric).title(),
                                Evidence.cell(judged.estimate(Source.REAL, metric), n),
                                Evidence.cell(judged.estimate(standings.source(), metric), n),
                                Evidence.cell(group.differences().get(i).value(), n),
                                Evidence.cell(interval.lower(), n),
                                Evidence.cell(interval.upper(), n),
                                group.standings().get(i).word(),
                                group.overall().word()));
                cells.add(judged.rows().cell());
            }
        }
        return new Evidence(
                "Trained on "
                        + standings.source().title()
                        + " against trained on real, on the holdout; positive is better, limits"
                        + " hold together",
                List.of(
                        "group",
                        "n",
                        "positive",
                        "metric",
                        "real",
                        standings.source().title(),
                        "better by",
                        "lower",
                        "upper",
                        "by this metric",
                        "group"),
                rows,
                cells);
    }

    private Figure figure(Standings standings) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (GroupStanding group : standings.groups()) {
            for (int i = 0; i < standings.metrics().length; i++) {
                Interval interval = group.intervals().get(i);
                rows.add(
                        new Figure.Intervals.Row(
                                group.judged().rows().label()
                                        + " · "
                                        + ModelMetric.ALL.get(standings.metrics()[i]).title(),
                                group.differences().get(i).value(),
                                interval.lower(),
                                interval.upper(),
                                group.judged().rows().n(),
                                group.standings().get(i) == Standing.WORSE));
            }
        }
        return new Figure.Intervals(
                "How much better each group fares, trained on " + standings.source().title(),
                "Left of 0 a model trained on "
                        + standings.source().title()
                        + " rows serves the group worse than one trained on real rows. Intervals"
                        + " hold for all rows together.",
                "better by",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "as with real rows")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                -1, -settings.margin(), "worse by more than the margin")));
    }

    /// Every metric in every group, side by side.
    Finding everyMetric() {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (Judged judged : trial.judged()) {
            int n = judged.rows().n();
            for (int metric = 0; metric < ModelMetric.ALL.size(); metric++) {
                List<Object> row =
                        new ArrayList<>(
                                List.of(
                                        judged.rows().label(),
                                        n,
                                        ModelMetric.ALL.get(metric).title()));
                for (Source source : Source.values()) {
                    row.add(
                            Evidence.cell(
                                    judged.rows().enough()
                                            ? judged.estimate(source, metric)
                                            : Double.NaN,
                                    n));
                }
                for (Source source : List.of(Source.SYNTHETIC, Source.AUGMENTED)) {
                    PairedDifference better = judged.better(source, Source.REAL, metric);
                    Interval interval = better.interval(settings.confidence());
                    row.add(Evidence.cell(better.value(), n));
                    row.add(Evidence.cell(interval.lower(), n));
                    row.add(Evidence.cell(interval.upper(), n));
                }
                rows.add(row);
                cells.add(judged.rows().cell());
            }
        }
        return new Finding(
                "metrics",
                Severity.NOTE,
                "Every metric of the three models in every group.",
                "Models of \""
                        + outcome
                        + "\" on the holdout. Differences are signed so that more is better, except"
                        + " for prevalence and selection rate; each interval holds by itself.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Metrics by group and by what the model was trained on",
                        List.of(
                                "group",
                                "n",
                                "metric",
                                "real",
                                "synthetic",
                                "real + synthetic",
                                "synthetic better by",
                                "lower",
                                "upper",
                                "real + synthetic better by",
                                "lower ",
                                "upper "),
                        rows,
                        cells),
                List.of());
    }

    /// Groups of each attribute that were judged, where there are at least two.
    Map<String, List<Judged>> byAttribute() {
        Map<String, List<Judged>> groups = new LinkedHashMap<>();
        for (Judged judged : trial.groups()) {
            if (judged.rows().enough()) {
                groups.computeIfAbsent(judged.rows().column(), _ -> new ArrayList<>()).add(judged);
            }
        }
        groups.values().removeIf(list -> list.size() < 2);
        return groups;
    }

    /// The largest differences between groups, by the field's names.
    Finding gaps() {
        List<List<Object>> rows = new ArrayList<>();
        double z = Normal.z(settings.confidence());
        byAttribute()
                .forEach(
                        (column, groups) -> {
                            for (GroupGap gap : GroupGap.values()) {
                                double real = gap.of(groups, Source.REAL);
                                double made = gap.of(groups, Source.SYNTHETIC);
                                double half = z * gap.error(groups, Source.SYNTHETIC);
                                rows.add(
                                        List.of(
                                                column,
                                                gap.title(),
                                                Evidence.cell(real, 0),
                                                Evidence.cell(made, 0),
                                                Evidence.cell(gap.of(groups, Source.AUGMENTED), 0),
                                                Evidence.cell(made - real, 0),
                                                Evidence.cell(made - real - half, 0),
                                                Evidence.cell(made - real + half, 0)));
                            }
                        });
        return new Finding(
                "gaps",
                Severity.NOTE,
                "Differences between groups under each model.",
                "The largest less the smallest value over groups with enough rows. A gap is never 0"
                        + " by chance, but the same chance is in all models; its change is centred"
                        + " on 0 if training on synthetic rows changes nothing.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(
                        "Largest differences between groups on the holdout",
                        List.of(
                                "attribute",
                                "measure",
                                "real",
                                "synthetic",
                                "real + synthetic",
                                "synthetic − real",
                                "lower, " + NumberText.percent(settings.confidence()),
                                "upper, " + NumberText.percent(settings.confidence())),
                        rows),
                List.of());
    }
}
