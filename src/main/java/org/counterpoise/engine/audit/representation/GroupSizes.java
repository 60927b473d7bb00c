package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which groups have too few rows for a rate within them to be known as exactly as wanted, whatever
/// the rate is.
///
/// @param all groups by attribute and crossing
record GroupSizes(Dataset data, List<Shares> all, RepresentationSettings settings) {
    private static final double POINT = 0.01;
    private static final int MOST_BARS = 30;

    /// One group and its rows.
    private record Sized(Grouping.Group group, long rows) {}

    /// Adds the rows needed to the metrics.
    Finding finding(Map<String, Double> metrics) {
        long needed =
                Proportion.rowsForWidth(0.5, settings.wantedWidth() * POINT, settings.confidence());
        List<Sized> groups = new ArrayList<>();
        int together = 0;
        int lacking = 0;
        for (Shares shares : all) {
            together += shares.small().size();
            lacking +=
                    (int) shares.small().stream().filter(group -> group.count() < needed).count();
            for (int g = 0; g < shares.groups().size(); g++) {
                groups.add(new Sized(shares.groups().get(g), shares.counts()[g]));
            }
        }
        groups.sort((a, b) -> Long.compare(a.rows(), b.rows()));
        int small = lacking + (int) groups.stream().filter(group -> group.rows() < needed).count();
        metrics.put("representation/rows-needed", (double) needed);
        metrics.put("representation/groups-too-small", (double) small);
        Sized smallest = groups.getFirst();
        return new Finding(
                "sample-size",
                small == 0 ? Severity.OK : Severity.NOTE,
                headline(groups.size() + together, small, needed),
                explanation(smallest, needed, together),
                Optional.of(Measure.of("rows of the smallest group", smallest.rows(), data.rows())),
                Optional.of(
                        new Threshold(
                                needed,
                                "intervals of any rate at most "
                                        + NumberText.short3(settings.wantedWidth())
                                        + " points wide (Wilson, "
                                        + NumberText.short3(settings.confidence() * 100)
                                        + "%)",
                                settings.wantedWidth()
                                                == new RepresentationAudit()
                                                        .defaults()
                                                        .wantedWidth()
                                        ? "our default"
                                        : "set by you")),
                smallest.rows() >= needed
                        ? List.of()
                        : List.of(
                                new Remedy(
                                        "Collect at least "
                                                + NumberText.count(needed - smallest.rows())
                                                + " more with "
                                                + Subgroups.phrase(data, smallest.group()),
                                        Remedy.Action.COLLECT,
                                        List.copyOf(smallest.group().cell().keySet()),
                                        smallest.group().cell())),
                evidence(groups, needed),
                List.of(figure(groups)));
    }

    private String headline(int groups, int small, long needed) {
        String wanted =
                " to know any rate within "
                        + NumberText.short3(settings.wantedWidth())
                        + " points.";
        return small == 0
                ? "Every group is large enough" + wanted
                : small
                        + " of "
                        + groups
                        + " groups and crossings have fewer than the "
                        + NumberText.count(needed)
                        + " rows needed"
                        + wanted;
    }

    private String explanation(Sized smallest, long needed, int together) {
        return "With "
                + NumberText.count(needed)
                + " rows the interval of a rate is never wider than "
                + NumberText.short3(settings.wantedWidth())
                + " points; it is widest for a rate of 50%. The smallest group, "
                + Subgroups.phrase(data, smallest.group())
                + ", has "
                + NumberText.count(smallest.rows())
                + "."
                + (together == 0
                        ? ""
                        : " Cells of crossings with fewer than "
                                + settings.smallestGroup()
                                + " rows, here and as expected, are counted but not listed: "
                                + NumberText.count(together)
                                + ".")
                + " Generated rows do not count: they add no information about people.";
    }

    /// The widest interval that a rate can have in so many rows, 0 to 1.
    private double widest(long rows) {
        Interval interval = new Proportion(rows / 2, rows).wilson(settings.confidence());
        return interval.upper() - interval.lower();
    }

    private Evidence evidence(List<Sized> groups, long needed) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sized sized : groups) {
            rows.add(
                    List.of(
                            Subgroups.phrase(data, sized.group()),
                            sized.rows(),
                            Evidence.cell(100 * widest(sized.rows()), sized.rows()),
                            needed,
                            Math.max(0, needed - sized.rows())));
        }
        return new Evidence(
                "Rows per group and rows needed",
                List.of("group", "n", "widest interval (points)", "rows needed", "rows missing"),
                rows,
                groups.stream().map(sized -> sized.group().cell()).toList());
    }

    private Figure figure(List<Sized> groups) {
        List<Sized> drawn = groups.subList(0, Math.min(MOST_BARS, groups.size()));
        return new Figure.Bars(
                "Rows of the smallest groups",
                "Rows of each group and crossing, the smallest first.",
                "rows",
                false,
                drawn.stream().map(sized -> sized.group().label()).toList(),
                List.of(
                        new Figure.Bars.Series(
                                "this dataset",
                                Hue.REAL,
                                drawn.stream().mapToDouble(Sized::rows).toArray(),
                                new double[0],
                                new double[0])));
    }
}
