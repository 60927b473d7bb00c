package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For whom the model of a task is worse.
final class TaskGroups {
    private static final int HEADLINE = TaskEvidence.HEADLINE;

    private final TaskEvidence evidence;
    private final UtilitySettings settings;
    private final Threshold threshold;
    private final String metric;

    TaskGroups(TaskEvidence evidence, UtilitySettings settings, Threshold threshold) {
        this.evidence = evidence;
        this.settings = settings;
        this.threshold = threshold;
        this.metric = evidence.headline().title();
    }

    Finding finding() {
        List<Compared> groups = evidence.contest().groups();
        long judged = groups.stream().filter(group -> group.rows().enough()).count();
        double confidence = 1 - (1 - settings.confidence()) / Math.max(1, judged);
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        List<List<Object>> table = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        List<String> failing = new ArrayList<>();
        for (Compared group : groups) {
            PairedDifference difference = group.better(evidence.judged(), Source.REAL, HEADLINE);
            Interval interval = difference.interval(confidence);
            boolean flagged = interval.upper() < 0 && difference.value() < -allowed(group);
            if (flagged) {
                failing.add(group.rows().label());
            }
            int n = group.rows().n();
            rows.add(
                    new Figure.Intervals.Row(
                            group.rows().label(),
                            difference.value(),
                            interval.lower(),
                            interval.upper(),
                            n,
                            flagged));
            table.add(
                    List.of(
                            group.rows().label(),
                            n,
                            Evidence.cell(group.estimate(Source.REAL, HEADLINE), n),
                            Evidence.cell(group.estimate(evidence.judged(), HEADLINE), n),
                            Evidence.cell(difference.value(), n),
                            Evidence.cell(interval.lower(), n),
                            Evidence.cell(interval.upper(), n)));
            cells.add(group.rows().cell());
        }
        String data = evidence.data();
        return new Finding(
                "groups",
                failing.isEmpty() ? Severity.NOTE : Severity.WARNING,
                failing.isEmpty()
                        ? "No subgroup is clearly served worse by a model trained on " + data + "."
                        : "A model trained on "
                                + data
                                + " serves these subgroups worse: "
                                + String.join(", ", failing)
                                + ".",
                "A subgroup is named if its "
                        + metric
                        + " falls by more than the threshold allows and its whole interval lies"
                        + " under 0. Intervals hold for all subgroups together.",
                Optional.empty(),
                Optional.of(threshold),
                failing.isEmpty()
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Generate more rows of these subgroups", Action.GENERATE)),
                new Evidence(
                        metric + " per subgroup on the holdout",
                        List.of(
                                "subgroup",
                                "n",
                                metric + ", real",
                                metric + ", " + evidence.judged().title(),
                                "difference",
                                "lower",
                                "upper"),
                        table,
                        cells),
                List.of(figure(rows)));
    }

    /// The fall that the threshold on the ratio allows.
    private double allowed(Compared group) {
        return (1 - settings.minimumRatio()) * Math.max(0, group.estimate(Source.REAL, HEADLINE));
    }

    private Figure figure(List<Figure.Intervals.Row> rows) {
        return new Figure.Intervals(
                metric
                        + " trained on "
                        + evidence.judged().title()
                        + " − "
                        + metric
                        + " trained on real, per subgroup",
                "Left of 0 the model serves the subgroup worse. Subgroups with too few rows are"
                        + " undefined.",
                "difference of " + metric,
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no difference")),
                Optional.empty());
    }
}
