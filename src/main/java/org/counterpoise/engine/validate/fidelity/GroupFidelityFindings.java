package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Multiplicity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Tells in which groups the synthetic rows are unlike the real ones, and which groups are lost.
final class GroupFidelityFindings {
    private static final double SIGNIFICANCE = 0.05;

    /// A group whose share has at most halved is not called lost, only counted.
    private static final double LOST = 0.5;

    private static final int SHOWN = 25;
    private static final int NAMED = 3;

    private final List<GroupFidelity> groups;
    private final List<GroupFidelity> compared;
    private final FidelitySettings settings;
    private final boolean sharesMayDiffer;

    /// Holm's p over all columns of all groups, in their order.
    private final double[] adjusted;

    private final double[] coverageAdjusted;

    /// @param sharesMayDiffer whether the synthetic rows are meant to have other shares of groups
    GroupFidelityFindings(
            List<GroupFidelity> groups, FidelitySettings settings, boolean sharesMayDiffer) {
        this.groups = groups;
        this.settings = settings;
        this.sharesMayDiffer = sharesMayDiffer;
        compared =
                groups.stream()
                        .filter(GroupFidelity::compared)
                        .sorted(Comparator.comparingDouble(g -> -g.shortfall()))
                        .toList();
        adjusted =
                Multiplicity.holm(
                        compared.stream()
                                .flatMap(g -> g.shapes().stream())
                                .mapToDouble(ColumnShape::p)
                                .toArray());
        coverageAdjusted =
                Multiplicity.holm(groups.stream().mapToDouble(GroupFidelity::coverageP).toArray());
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        if (!compared.isEmpty()) {
            findings.add(likeness());
        }
        if (!groups.isEmpty()) {
            findings.add(coverage());
        }
        return findings;
    }

    /// The columns of a group that differ by more than thresholds and chance allow.
    private List<String> flagged(int index) {
        int offset = compared.subList(0, index).stream().mapToInt(g -> g.shapes().size()).sum();
        List<String> names = new ArrayList<>();
        List<ColumnShape> shapes = compared.get(index).shapes();
        for (int i = 0; i < shapes.size(); i++) {
            ColumnShape shape = shapes.get(i);
            boolean beyond =
                    shape.jensenShannon() > settings.maximumJensenShannon()
                            || shape.similarity() < settings.minimumSimilarity();
            if (beyond && adjusted[offset + i] < SIGNIFICANCE) {
                names.add(shape.name());
            }
        }
        return names;
    }

    private Finding likeness() {
        List<String> unlike = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        List<Figure.Intervals.Row> points = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            GroupFidelity group = compared.get(i);
            List<String> flagged = flagged(i);
            if (!flagged.isEmpty()) {
                unlike.add(group.key() + " (" + joined(flagged) + ")");
            }
            Quality quality = group.quality();
            ColumnShape worst = worst(group);
            long n = group.synthetic();
            rows.add(
                    List.of(
                            group.key(),
                            group.real(),
                            n,
                            Evidence.cell(quality.overall(), n),
                            Evidence.cell(group.byChance(), n),
                            Evidence.cell(quality.columnShapes(), n),
                            Evidence.cell(quality.pairTrends(), n),
                            worst.name(),
                            Evidence.cell(worst.distance(), n),
                            joined(flagged)));
            cells.add(group.cell());
            points.add(
                    new Figure.Intervals.Row(
                            group.key(),
                            quality.overall() - group.byChance(),
                            Double.NaN,
                            Double.NaN,
                            n,
                            !flagged.isEmpty()));
        }
        GroupFidelity worst = compared.getFirst();
        return new Finding(
                "groups",
                unlike.isEmpty() ? Severity.OK : Severity.WARNING,
                unlike.isEmpty()
                        ? "No group is certainly unlike its real counterpart."
                        : "In some groups the synthetic rows are unlike the real ones: "
                                + joined(unlike)
                                + ".",
                String.format(
                        Locale.ROOT,
                        "Worst off is %s: quality %.3f, where mixing its real and synthetic rows"
                                + " leaves %.3f. The average over everyone hides small groups.",
                        worst.key(),
                        worst.quality().overall(),
                        worst.byChance()),
                Optional.of(
                        Measure.of(
                                "quality in " + worst.key(),
                                worst.quality().overall(),
                                worst.synthetic())),
                Optional.empty(),
                unlike.isEmpty()
                        ? List.of()
                        : List.of(
                                new Remedy(
                                        "Generate more rows of " + worst.key(),
                                        Action.GENERATE,
                                        List.copyOf(worst.cell().keySet()),
                                        worst.cell())),
                new Evidence(
                        "Quality within groups, the one farthest below chance first",
                        List.of(
                                "group",
                                "real rows",
                                "synthetic rows",
                                "quality",
                                "quality by chance",
                                "column shapes",
                                "pair trends",
                                "least similar column",
                                "its distance",
                                "columns that differ (Holm)"),
                        rows,
                        cells),
                List.of(
                        new Figure.Intervals(
                                "Quality in each group, less what chance leaves",
                                "Left of 0 a group's synthetic rows resemble its real ones less than"
                                        + " two halves of the same rows would. The "
                                        + Math.min(SHOWN, points.size())
                                        + " groups farthest below.",
                                "quality − by chance",
                                false,
                                points.subList(0, Math.min(SHOWN, points.size())),
                                Optional.of(new Figure.Intervals.Reference(0, "by chance")),
                                Optional.empty())));
    }

    private static ColumnShape worst(GroupFidelity group) {
        return group.shapes().stream()
                .max(
                        Comparator.comparingDouble(
                                s -> Double.isNaN(s.distance()) ? -1 : s.distance()))
                .orElseThrow();
    }

    private Finding coverage() {
        List<String> lost = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            GroupFidelity group = groups.get(i);
            boolean few = group.coverage() < LOST && coverageAdjusted[i] < SIGNIFICANCE;
            if (few) {
                lost.add(group.key());
            }
            rows.add(
                    List.of(
                            group.key(),
                            group.real(),
                            group.synthetic(),
                            Evidence.cell(group.coverage(), group.real()),
                            Evidence.cell(coverageAdjusted[i], group.real()),
                            group.compared() ? "yes" : "too few rows"));
            cells.add(group.cell());
        }
        long absent = groups.stream().filter(g -> g.real() > 0 && g.synthetic() == 0).count();
        boolean warn = !lost.isEmpty() && !sharesMayDiffer;
        return new Finding(
                "coverage",
                warn ? Severity.WARNING : lost.isEmpty() ? Severity.OK : Severity.NOTE,
                lost.isEmpty()
                        ? "No group has certainly lost half of its share or more."
                        : "These groups have lost half of their share or more: "
                                + joined(lost)
                                + ".",
                absent
                        + " of "
                        + groups.size()
                        + " groups and crossings have real rows but no synthetic ones."
                        + (sharesMayDiffer && !lost.isEmpty()
                                ? " The table is meant to have other shares than the real one."
                                : ""),
                Optional.of(Measure.of("groups without synthetic rows", absent, groups.size())),
                Optional.empty(),
                warn ? List.of(Remedy.of("Draw rows of these groups", Action.GENERATE)) : List.of(),
                new Evidence(
                        "Groups in both tables",
                        List.of(
                                "group",
                                "real rows",
                                "synthetic rows",
                                "share over real share",
                                "p (Holm)",
                                "compared"),
                        rows,
                        cells),
                List.of());
    }

    private static String joined(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : names.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + " and "
                        + (names.size() - NAMED)
                        + " more";
    }

    void metrics(SortedMap<String, Double> metrics) {
        int flagged = 0;
        for (int i = 0; i < compared.size(); i++) {
            GroupFidelity group = compared.get(i);
            flagged += flagged(i).isEmpty() ? 0 : 1;
            Quality quality = group.quality();
            metrics.put("fidelity/quality/" + group.key(), quality.overall());
            metrics.put("fidelity/quality/" + group.key() + "/by-chance", group.byChance());
            metrics.put("fidelity/column-shapes/" + group.key(), quality.columnShapes());
            metrics.put("fidelity/pair-trends/" + group.key(), quality.pairTrends());
        }
        for (GroupFidelity group : groups) {
            metrics.put("fidelity/group-coverage/" + group.key(), group.coverage());
        }
        if (!groups.isEmpty()) {
            metrics.put("fidelity/groups-flagged", (double) flagged);
        }
    }
}
