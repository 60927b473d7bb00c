package org.counterpoise.engine.audit.missingness;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about missing values.
///
/// @param all every column with gaps by every attribute and crossing
/// @param adjusted p-values, Holm-adjusted over all
record MissingnessFindings(
        Dataset data, MissingnessSettings settings, List<Gaps> all, double[] adjusted) {
    private static final double POINT = 0.01;
    private static final int MOST_BARS = 30;
    private static final String NOT_COMPARED =
            "There are no two groups large enough to be compared.";

    private boolean flagged(int i) {
        return adjusted[i] < settings.level() && all.get(i).gap() > settings.maxGap() * POINT;
    }

    long flagged() {
        return IntStream.range(0, all.size()).filter(this::flagged).count();
    }

    /// One finding per column with gaps, about the attribute with the widest gap that is no chance.
    List<Finding> byColumn() {
        Map<ColumnInfo, List<Integer>> columns = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            columns.computeIfAbsent(all.get(i).column(), _ -> new ArrayList<>()).add(i);
        }
        return columns.values().stream().map(this::finding).toList();
    }

    private Finding finding(List<Integer> indices) {
        int telling = indices.getFirst();
        for (int i : indices) {
            boolean clearer = flagged(i) && !flagged(telling);
            boolean wider = all.get(i).wider(all.get(telling));
            // Of two that are flagged the simpler one is told: single attributes come first.
            telling = clearer || (!flagged(telling) && wider) ? i : telling;
        }
        Gaps gaps = all.get(telling);
        List<Figure> figures = new ArrayList<>(List.of(figure(gaps, missingTitle(gaps))));
        for (int i : indices) {
            if (i != telling && all.get(i).strata().single()) {
                figures.add(figure(all.get(i), missingTitle(all.get(i))));
            }
        }
        return new Finding(
                gaps.column().name(),
                severity(telling),
                headline(telling),
                explanation(telling),
                Optional.of(
                        Measure.of(
                                        "widest gap of missing shares",
                                        gaps.gap(),
                                        gaps.interval(settings.confidence()),
                                        gaps.rows())
                                .withTest(
                                        "chi-square test of equal shares",
                                        gaps.test().p(),
                                        adjusted[telling])),
                Optional.of(threshold()),
                flagged(telling)
                        ? List.of(
                                Remedy.of(
                                        "Find out why "
                                                + gaps.column().title()
                                                + " was not recorded, and collect it",
                                        Remedy.Action.COLLECT,
                                        gaps.column().name()))
                        : List.of(),
                evidence(indices.stream().map(all::get).toList(), gaps.column().title()),
                figures);
    }

    private Threshold threshold() {
        MissingnessSettings usual = new MissingnessAudit().defaults();
        return new Threshold(
                settings.maxGap() * POINT,
                "a gap of at most "
                        + NumberText.short3(settings.maxGap())
                        + " percentage points, or one within chance",
                settings.maxGap() == usual.maxGap() ? "our default" : "set by you");
    }

    private Severity severity(int i) {
        Gaps gaps = all.get(i);
        if (flagged(i)) {
            double sure = gaps.interval(settings.confidence()).lower();
            return sure > 2 * settings.maxGap() * POINT ? Severity.SERIOUS : Severity.WARNING;
        }
        return gaps.gap() > settings.maxGap() * POINT ? Severity.NOTE : Severity.OK;
    }

    private String headline(int i) {
        Gaps gaps = all.get(i);
        String column = gaps.column().title();
        if (!flagged(i)) {
            return column
                    + " is missing in "
                    + NumberText.percent(new Proportion(gaps.missing(), gaps.rows()).value())
                    + " of rows, in no group clearly more often than in others.";
        }
        return column
                + " is missing in "
                + NumberText.percent(gaps.shares().get(gaps.highest()).value())
                + " of "
                + gaps.groups().get(gaps.highest())
                + " and "
                + NumberText.percent(gaps.shares().get(gaps.lowest()).value())
                + " of "
                + gaps.groups().get(gaps.lowest())
                + " ("
                + gaps.strata().title(data)
                + ").";
    }

    private String explanation(int i) {
        Gaps gaps = all.get(i);
        if (gaps.compared() < 2) {
            return NOT_COMPARED;
        }
        Interval interval = gaps.interval(settings.confidence());
        StringBuilder text = new StringBuilder("The widest gap is ");
        text.append(NumberText.points(gaps.gap())).append(" by ").append(gaps.strata().title(data));
        if (interval.defined()) {
            text.append(" (")
                    .append(NumberText.short3(settings.confidence() * 100))
                    .append("% interval ")
                    .append(NumberText.points(interval.lower()))
                    .append(" to ")
                    .append(NumberText.points(interval.upper()));
            if (!Double.isNaN(adjusted[i])) {
                text.append("; ").append(NumberText.p(adjusted[i])).append(", Holm-adjusted");
            }
            text.append(")");
        }
        text.append(". ");
        if (gaps.test().smallestExpected() < 5) {
            text.append("The test is rough, because fewer than 5 are expected in some group. ");
        }
        if (flagged(i)) {
            text.append(
                    "Values are not missing completely at random: dropping incomplete rows or"
                            + " filling in averages would change who is in the data.");
        }
        return text.toString().strip();
    }

    /// How much of each group remains when incomplete rows are dropped, for single attributes.
    List<Finding> completeness(List<Gaps> incomplete) {
        List<Gaps> single = incomplete.stream().filter(g -> g.strata().single()).toList();
        long missing = single.stream().mapToLong(Gaps::missing).max().orElse(0);
        if (missing == 0) {
            return List.of(complete());
        }
        Gaps widest = single.getFirst();
        for (Gaps gaps : single) {
            widest = gaps.wider(widest) ? gaps : widest;
        }
        String text =
                widest.compared() < 2
                        ? NOT_COMPARED
                        : widest.groups().get(widest.highest())
                                + " would lose "
                                + NumberText.percent(widest.shares().get(widest.highest()).value())
                                + " of rows, "
                                + widest.groups().get(widest.lowest())
                                + " "
                                + NumberText.percent(widest.shares().get(widest.lowest()).value())
                                + ".";
        return List.of(
                new Finding(
                        "complete-cases",
                        Severity.NOTE,
                        "Dropping incomplete rows would leave "
                                + NumberText.percent(
                                        1 - new Proportion(widest.missing(), widest.rows()).value())
                                + " of the data.",
                        text,
                        Optional.of(
                                Measure.of(
                                        "widest gap of incomplete rows",
                                        widest.gap(),
                                        widest.interval(settings.confidence()),
                                        widest.rows())),
                        Optional.empty(),
                        List.of(),
                        evidence(incomplete, "any column"),
                        single.stream()
                                .map(g -> figure(g, "Incomplete rows by " + g.strata().title(data)))
                                .toList()));
    }

    private Finding complete() {
        return new Finding(
                "complete-cases",
                Severity.OK,
                "Nothing is missing in any group.",
                "Every row with a known group has a value in every column that is used.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    private String missingTitle(Gaps gaps) {
        return gaps.column().title() + " missing by " + gaps.strata().title(data);
    }

    private Evidence evidence(List<Gaps> parts, String what) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (Gaps gaps : parts) {
            cells.addAll(gaps.strata().cells());
            for (int g = 0; g < gaps.groups().size(); g++) {
                Proportion share = gaps.shares().get(g);
                Interval interval = share.wilson(settings.confidence());
                rows.add(
                        List.of(
                                gaps.strata().title(data),
                                gaps.groups().get(g),
                                share.n(),
                                share.count(),
                                Evidence.cell(share.value(), share.n()),
                                Evidence.cell(interval.lower(), share.n()),
                                Evidence.cell(interval.upper(), share.n())));
            }
        }
        return new Evidence(
                "Missing values of " + what,
                List.of("attribute", "group", "n", "missing", "share", "lower", "upper"),
                rows,
                cells);
    }

    private Figure figure(Gaps gaps, String title) {
        int shown = Math.min(MOST_BARS, gaps.groups().size());
        List<Interval> intervals =
                gaps.shares().stream()
                        .limit(shown)
                        .map(share -> share.wilson(settings.confidence()))
                        .toList();
        return new Figure.Intervals(
                title,
                "Share of rows with a missing value in each group, with Wilson intervals.",
                "missing",
                true,
                IntStream.range(0, shown)
                        .mapToObj(
                                g ->
                                        new Figure.Intervals.Row(
                                                gaps.groups().get(g),
                                                gaps.shares().get(g).value(),
                                                intervals.get(g).lower(),
                                                intervals.get(g).upper(),
                                                gaps.shares().get(g).n(),
                                                false))
                        .toList(),
                gaps.rows() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Figure.Intervals.Reference(
                                        new Proportion(gaps.missing(), gaps.rows()).value(),
                                        "everyone")),
                Optional.empty());
    }
}
