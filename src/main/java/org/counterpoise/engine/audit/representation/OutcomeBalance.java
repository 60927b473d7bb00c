package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
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
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How unequal the classes of the outcome are, overall and in each group.
///
/// @param info the outcome's column
/// @param outcome its classes
/// @param rarest the rarest class that occurs
record OutcomeBalance(Dataset data, ColumnInfo info, Column.Codes outcome, int rarest) {

    /// An outcome with more values than this is a measurement, not a class.
    private static final int MOST_CLASSES = 20;

    /// Adds a finding and metrics if there is an outcome with classes.
    static void of(
            Dataset data,
            Subgroups subgroups,
            RepresentationSettings settings,
            List<Finding> findings,
            Map<String, Double> metrics,
            List<String> notes,
            Progress progress) {
        Optional<ColumnInfo> marked = data.schema().outcome();
        if (marked.isEmpty()) {
            notes.add("No outcome is marked, so the balance of its classes was left out.");
            return;
        }
        Column.Codes codes = data.codes(marked.get().name());
        long[] counts = codes.counts();
        long classes = Arrays.stream(counts).filter(count -> count > 0).count();
        if (classes == 0 || classes > MOST_CLASSES) {
            notes.add(
                    "The balance of \""
                            + marked.get().title()
                            + "\" was left out: it has "
                            + classes
                            + " values.");
            return;
        }
        int rarest = -1;
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] > 0 && (rarest < 0 || counts[level] < counts[rarest])) {
                rarest = level;
            }
        }
        OutcomeBalance balance = new OutcomeBalance(data, marked.get(), codes, rarest);
        List<Strata> strata = new ArrayList<>();
        for (Grouping grouping : subgroups.groupings()) {
            progress.check();
            // Only small cells of crossings are put together.
            boolean crossing = grouping.columns().size() > 1;
            strata.add(Strata.of(grouping, crossing ? settings.smallestGroup() : 0));
        }
        balance.measure(strata, metrics, progress);
        findings.add(balance.finding(strata, settings, progress));
    }

    private static double factor(long[] counts, int classes) {
        long largest = Arrays.stream(counts).max().orElse(0);
        long smallest = Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
        long present = Arrays.stream(counts).filter(count -> count > 0).count();
        // A class that is absent here but not elsewhere has no finite factor.
        return present < classes || smallest == 0 ? Double.NaN : (double) largest / smallest;
    }

    private int classes() {
        return (int) Arrays.stream(outcome.counts()).filter(count -> count > 0).count();
    }

    /// Rows per group and class.
    private long[][] counts(Strata strata) {
        long[][] counts = new long[strata.names().size()][outcome.levels().size()];
        int[] groups = strata.codes();
        int[] codes = outcome.codes();
        for (int row = 0; row < codes.length; row++) {
            if (groups[row] >= 0 && codes[row] >= 0) {
                counts[groups[row]][codes[row]]++;
            }
        }
        return counts;
    }

    private void measure(List<Strata> strata, Map<String, Double> metrics, Progress progress) {
        metrics.put("representation/outcome/imbalance-factor", factor(outcome.counts(), classes()));
        for (Strata groups : strata) {
            progress.check();
            long[][] counts = counts(groups);
            for (int g = 0; g < counts.length; g++) {
                metrics.put(
                        "representation/"
                                + groups.id()
                                + "/"
                                + (groups.cells().get(g).isEmpty()
                                        ? Strata.SMALL
                                        : String.join(",", groups.cells().get(g).values()))
                                + "/imbalance-factor",
                        factor(counts[g], classes()));
            }
        }
    }

    private Finding finding(
            List<Strata> strata, RepresentationSettings settings, Progress progress) {
        long[] overall = outcome.counts();
        long n = Arrays.stream(overall).sum();
        double factor = factor(overall, classes());
        String rare = info.title() + " = " + outcome.levels().get(rarest);
        Proportion share = new Proportion(overall[rarest], n);
        List<Figure> figures = new ArrayList<>();
        for (Strata groups : strata) {
            progress.check();
            if (groups.single() && groups.names().size() <= 30) {
                figures.add(figure(groups, rare, settings.confidence()));
            }
        }
        return new Finding(
                "outcome-balance",
                Severity.NOTE,
                classes() == 1
                        ? "Every row has " + rare + "."
                        : rare + " occurs in " + NumberText.percent(share.value()) + " of rows.",
                classes() == 1
                        ? "There is nothing to compare: no model can be trained or judged on this."
                        : "The largest class is "
                                + NumberText.short3(factor)
                                + " times the smallest. With unequal classes accuracy alone"
                                + " misleads: look at precision, recall, F1 and the area under the"
                                + " precision–recall curve.",
                Optional.of(
                        Measure.of(
                                "share of the rarest class",
                                share.value(),
                                share.wilson(settings.confidence()),
                                n)),
                Optional.empty(),
                classes() == 1
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Balance " + info.title(),
                                        Remedy.Action.GENERATE,
                                        info.name())),
                evidence(strata),
                figures);
    }

    private Evidence evidence(List<Strata> strata) {
        List<String> headings = new ArrayList<>(List.of("group"));
        outcome.levels().forEach(level -> headings.add(info.title() + " = " + level));
        headings.add("largest / smallest class");
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        rows.add(row("everyone", outcome.counts()));
        cells.add(Map.of());
        for (Strata groups : strata) {
            long[][] counts = counts(groups);
            cells.addAll(groups.cells());
            for (int g = 0; g < counts.length; g++) {
                rows.add(row(groups.title(data) + " = " + groups.names().get(g), counts[g]));
            }
        }
        return new Evidence("Classes of " + info.title() + " by group", headings, rows, cells);
    }

    private List<Object> row(String label, long[] counts) {
        List<Object> row = new ArrayList<>(List.of(label));
        for (long count : counts) {
            row.add(count);
        }
        double factor = factor(counts, classes());
        row.add(
                Double.isNaN(factor)
                        ? "undefined (n = " + Arrays.stream(counts).min().orElse(0) + ")"
                        : (Object) factor);
        return row;
    }

    private Figure figure(Strata groups, String rare, double confidence) {
        long[][] counts = counts(groups);
        List<Interval> intervals = new ArrayList<>();
        double[] shares = new double[counts.length];
        for (int g = 0; g < counts.length; g++) {
            Proportion share = new Proportion(counts[g][rarest], Arrays.stream(counts[g]).sum());
            shares[g] = share.value();
            intervals.add(share.wilson(confidence));
        }
        String title = groups.title(data);
        return new Figure.Bars(
                "Share of " + rare + " by " + title,
                "How often the rarest class occurs in each group, with Wilson intervals.",
                "share of " + rare,
                true,
                groups.names(),
                List.of(
                        new Figure.Bars.Series(
                                "this dataset",
                                Hue.REAL,
                                shares,
                                intervals.stream().mapToDouble(Interval::lower).toArray(),
                                intervals.stream().mapToDouble(Interval::upper).toArray())));
    }
}
