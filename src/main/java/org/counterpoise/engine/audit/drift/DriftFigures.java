package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pictures of drift.
final class DriftFigures {
    private static final int BINS = 30;
    private static final double TAIL = 0.005;
    private static final int MOST_BARS = 25;
    private static final int MOST_LINES = 6;
    private static final int MOST_CELLS = 40;
    private static final double[] NONE = {};

    private final DriftStudy study;

    DriftFigures(DriftStudy study) {
        this.study = study;
    }

    private Words words() {
        return study.time().words();
    }

    private String earlyName() {
        return words().tables() ? words().early() : "early (" + study.time().early().name() + ")";
    }

    private String lateName() {
        return words().tables() ? words().late() : "late (" + study.time().late().name() + ")";
    }

    /// One column early and late.
    Figure column(int index) {
        Shift shift = study.studies().get(index).overall();
        String title = shift.column().title() + " " + words().both();
        return switch (shift) {
            case NumberShift numbers -> histogram(numbers, title);
            case LevelShift levels -> bars(levels, title);
        };
    }

    private Figure histogram(NumberShift shift, String title) {
        double[] values = study.data().numbers(shift.column().name());
        double[] early = NumberShift.sorted(values, study.time().early().rows());
        double[] late = NumberShift.sorted(values, study.time().late().rows());
        double from = Math.min(Quantiles.ofSorted(early, TAIL), Quantiles.ofSorted(late, TAIL));
        double to =
                Math.max(Quantiles.ofSorted(early, 1 - TAIL), Quantiles.ofSorted(late, 1 - TAIL));
        double width = to > from ? (to - from) / BINS : 1.0 / BINS;
        double[] edges =
                IntStream.rangeClosed(0, BINS).mapToDouble(i -> from + i * width).toArray();
        return new Figure.Histogram(
                title,
                "Shares of "
                        + words().bothRows()
                        + " in common bins; the outermost half per cent at each"
                        + " end is not drawn.",
                shift.column().title(),
                edges,
                List.of(
                        new Figure.Histogram.Series(
                                earlyName(), Hue.GROUP, shares(early, from, width)),
                        new Figure.Histogram.Series(
                                lateName(), Hue.GROUP, shares(late, from, width))));
    }

    private static double[] shares(double[] sorted, double from, double width) {
        double[] shares = new double[BINS];
        for (double value : sorted) {
            int bin = (int) Math.floor((value - from) / width);
            bin = bin == BINS && value <= from + BINS * width ? BINS - 1 : bin;
            if (bin >= 0 && bin < BINS) {
                shares[bin] += 1.0 / sorted.length;
            }
        }
        return shares;
    }

    private Figure bars(LevelShift shift, String title) {
        int shown = Math.min(MOST_BARS, shift.cells().labels().size());
        return new Figure.Bars(
                title,
                "Share of each level among "
                        + words().bothRows()
                        + (shown < shift.cells().labels().size()
                                ? ", the most frequent ones."
                                : "."),
                "share of rows",
                true,
                shift.cells().labels().subList(0, shown),
                List.of(
                        series(earlyName(), shift.cells().referenceShares(), shown),
                        series(lateName(), shift.cells().recentShares(), shown)));
    }

    private static Figure.Bars.Series series(String name, double[] shares, int shown) {
        return new Figure.Bars.Series(
                name, Hue.GROUP, java.util.Arrays.copyOf(shares, shown), NONE, NONE);
    }

    /// Population stability of all columns, least stable first.
    Figure overview() {
        List<ColumnStudy> order =
                study.studies().stream()
                        .filter(s -> !Double.isNaN(s.overall().effect()))
                        .sorted(
                                Comparator.comparingDouble(
                                        s -> -s.overall().cells().populationStability()))
                        .limit(MOST_BARS)
                        .toList();
        return new Figure.Bars(
                "Population stability by column",
                "Population stability index of "
                        + words().againstRows()
                        + " for the least stable columns.",
                "population stability index",
                false,
                order.stream().map(s -> s.column().title()).toList(),
                List.of(
                        new Figure.Bars.Series(
                                words().against(),
                                Hue.NEUTRAL,
                                order.stream()
                                        .mapToDouble(s -> s.overall().cells().populationStability())
                                        .toArray(),
                                NONE,
                                NONE)));
    }

    /// Population stability window by window for the columns that moved most.
    Figure windows() {
        List<ColumnStudy> moved =
                study.studies().stream()
                        .filter(s -> !Double.isNaN(highest(s)))
                        .sorted(Comparator.comparingDouble(s -> -highest(s)))
                        .limit(MOST_LINES)
                        .toList();
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (ColumnStudy column : moved) {
            int count = column.windows().size();
            series.add(
                    new Figure.Curves.Series(
                            column.column().title(),
                            Hue.GROUP,
                            IntStream.range(0, count).mapToDouble(i -> i + 2).toArray(),
                            column.windows().stream()
                                    .mapToDouble(s -> s.cells().populationStability())
                                    .toArray(),
                            true));
        }
        return new Figure.Curves(
                "Stability window by window",
                "Population stability index of each window against those just before it, for the"
                        + " columns that moved most.",
                "window",
                "population stability index",
                false,
                series);
    }

    private static double highest(ColumnStudy column) {
        return column.windows().stream()
                .mapToDouble(s -> s.cells().populationStability())
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(Double.NaN);
    }

    /// Population stability of every column in every group.
    Optional<Figure> groups() {
        List<ColumnStudy> rows =
                study.studies().stream()
                        .filter(s -> !s.groups().isEmpty())
                        .limit(MOST_CELLS)
                        .toList();
        List<String> keys =
                rows.stream()
                        .flatMap(s -> s.groups().stream())
                        .map(ColumnStudy.GroupShift::key)
                        .distinct()
                        .limit(MOST_CELLS)
                        .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double[][] values = new double[rows.size()][keys.size()];
        double most = 0.25;
        for (int r = 0; r < values.length; r++) {
            java.util.Arrays.fill(values[r], Double.NaN);
            for (ColumnStudy.GroupShift group : rows.get(r).groups()) {
                int at = keys.indexOf(group.key());
                if (at >= 0) {
                    values[r][at] = group.shift().cells().populationStability();
                    most = Math.max(most, values[r][at]);
                }
            }
        }
        return Optional.of(
                new Figure.Heatmap(
                        "Drift by group",
                        "Population stability index of "
                                + words().againstRows()
                                + " within each group.",
                        "population stability index",
                        rows.stream().map(s -> s.column().title()).toList(),
                        keys,
                        values,
                        0,
                        most,
                        false));
    }

    /// Changes of all correlations.
    Figure correlations() {
        List<String> names =
                study.pairs().stream()
                        .flatMap(p -> List.of(p.first().title(), p.second().title()).stream())
                        .distinct()
                        .toList();
        double[][] values = new double[names.size()][names.size()];
        for (double[] row : values) {
            java.util.Arrays.fill(row, Double.NaN);
        }
        for (CorrelationShift pair : study.pairs()) {
            int i = names.indexOf(pair.first().title());
            int j = names.indexOf(pair.second().title());
            values[i][j] = pair.change();
            values[j][i] = pair.change();
        }
        return new Figure.Heatmap(
                "Changes of correlations",
                "Spearman's correlation " + words().less() + ", for every two columns of numbers.",
                "change of correlation",
                names,
                names,
                values,
                -1,
                1,
                true);
    }

    /// One measure of performance over the windows.
    Figure series(int index) {
        OutcomeStudy.Series series = study.outcome().series().get(index);
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int w = 0; w < series.values().length; w++) {
            rows.add(
                    new Figure.Intervals.Row(
                            study.time().windows().get(w).name(),
                            series.values()[w],
                            series.intervals().get(w).lower(),
                            series.intervals().get(w).upper(),
                            series.rows()[w],
                            false));
        }
        boolean gap = series.id().startsWith("gap/");
        return new Figure.Intervals(
                series.title() + " by " + words().window(),
                series.title() + " in each " + words().window() + ", with intervals.",
                series.title(),
                !series.id().startsWith("auc"),
                rows,
                gap ? Optional.of(new Figure.Intervals.Reference(0, "no gap")) : Optional.empty(),
                Optional.empty());
    }
}
