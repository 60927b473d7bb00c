package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.validate.AlignedColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Real against synthetic on one scale.
final class FidelityFigures {
    private static final int BINS = 30;
    private static final int LEVELS = 12;
    private static final int COLUMNS = 25;
    private static final int POINTS = 2_000;

    private FidelityFigures() {}

    /// Similarity per column against its limit.
    ///
    /// @param shapes the worst first
    /// @param flagged names of the columns beyond their thresholds by more than chance
    static Figure similarities(
            List<ColumnShape> shapes, Set<String> flagged, FidelitySettings settings) {
        List<Figure.Intervals.Row> rows =
                shapes.stream()
                        .limit(COLUMNS)
                        .map(
                                shape ->
                                        new Figure.Intervals.Row(
                                                shape.name(),
                                                shape.similarity(),
                                                Double.NaN,
                                                Double.NaN,
                                                0,
                                                flagged.contains(shape.name())))
                        .toList();
        return new Figure.Intervals(
                "Similarity of each column",
                "One dot per column, the least similar first; 100 % means the same distribution."
                        + " "
                        + shapes.size()
                        + " columns, "
                        + flagged.size()
                        + " flagged. Chance alone puts columns of small tables under the limit; only"
                        + " those that chance does not explain are flagged.",
                "similarity",
                true,
                rows,
                Optional.of(
                        new Figure.Intervals.Reference(
                                settings.minimumSimilarity(),
                                "limit " + percent(settings.minimumSimilarity()))),
                Optional.empty());
    }

    /// The distribution of one column in the real table, which is the first, and in another. The
    /// bins and levels are common to all tables.
    static Figure overlay(AlignedColumn column, int table) {
        return switch (column) {
            case AlignedColumn.Numbers numbers -> histogram(numbers, table);
            case AlignedColumn.Codes codes -> bars(codes, table);
        };
    }

    private static Figure histogram(AlignedColumn.Numbers column, int table) {
        double[] real = finite(column.values()[0]);
        double[] synthetic = finite(column.values()[table]);
        double[] others =
                Arrays.stream(column.values())
                        .skip(1)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .toArray();
        double[] edges = edges(real, others);
        double[] realShares = shares(real, edges);
        double[] syntheticShares = shares(synthetic, edges);
        return new Figure.Histogram(
                column.info().title(),
                "Shares of the real and the synthetic values of "
                        + column.info().title()
                        + " in common bins. "
                        + medians(real, synthetic),
                axis(column),
                edges,
                List.of(
                        new Figure.Histogram.Series("real", Hue.REAL, realShares),
                        new Figure.Histogram.Series("synthetic", Hue.SYNTHETIC, syntheticShares)));
    }

    private static String axis(AlignedColumn column) {
        return column.info().unit().isEmpty()
                ? column.info().title()
                : column.info().title() + " (" + column.info().unit() + ")";
    }

    private static String medians(double[] real, double[] synthetic) {
        return real.length == 0 || synthetic.length == 0
                ? "One of the tables has no values."
                : String.format(
                        Locale.ROOT,
                        "The median is %.4g in the real table and %.4g in the synthetic.",
                        median(real),
                        median(synthetic));
    }

    private static double median(double[] values) {
        double[] sorted = Distances.sortedPresent(values);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /// Equal bins over both tables; one per value where there are few whole numbers.
    private static double[] edges(double[] real, double[] synthetic) {
        double least = Math.min(least(real), least(synthetic));
        double greatest = -Math.min(least(negated(real)), least(negated(synthetic)));
        if (!(greatest >= least) || !Double.isFinite(least)) {
            return new double[] {0, 1};
        }
        boolean whole =
                Arrays.stream(real).allMatch(v -> v == Math.rint(v))
                        && Arrays.stream(synthetic).allMatch(v -> v == Math.rint(v));
        boolean few = whole && greatest - least < BINS;
        double from = few ? least - 0.5 : least;
        double width =
                few ? 1 : greatest > least ? (greatest - least) / BINS : Math.max(1, least / 10);
        int bins = few ? (int) (greatest - least) + 1 : greatest > least ? BINS : 1;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = from + i * width;
        }
        return edges;
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] shares(double[] values, double[] edges) {
        long[] counts = new long[edges.length - 1];
        double width = edges[1] - edges[0];
        for (double value : values) {
            int bin = (int) ((value - edges[0]) / width);
            counts[Math.clamp(bin, 0, counts.length - 1)]++;
        }
        return Distances.shares(counts);
    }

    private static Figure bars(AlignedColumn.Codes column, int table) {
        int missing = column.levels().size();
        long[] real = counts(column, 0);
        long[] synthetic = counts(column, table);
        long[] all = real.clone();
        for (int t = 1; t < column.codes().length; t++) {
            long[] more = counts(column, t);
            Arrays.setAll(all, i -> all[i] + more[i]);
        }
        double[] realShares = Distances.shares(real);
        double[] syntheticShares = Distances.shares(synthetic);
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i <= missing; i++) {
            if (all[i] > 0) {
                shown.add(i);
            }
        }
        if (shown.size() > LEVELS) {
            shown.sort((a, b) -> Long.compare(all[b], all[a]));
            shown = new ArrayList<>(shown.subList(0, LEVELS - 1));
        }
        List<String> labels = new ArrayList<>();
        for (int level : shown) {
            labels.add(level == missing ? "missing" : column.levels().get(level));
        }
        double[] a = chosen(realShares, shown);
        double[] b = chosen(syntheticShares, shown);
        if (1 - Arrays.stream(a).sum() > 1e-9 || 1 - Arrays.stream(b).sum() > 1e-9) {
            labels.add("all others");
            a = withRest(a);
            b = withRest(b);
        }
        return new Figure.Bars(
                column.info().title(),
                "Shares of the levels of "
                        + column.info().title()
                        + " in the real and the synthetic table.",
                "share of rows",
                true,
                labels,
                List.of(
                        new Figure.Bars.Series("real", Hue.REAL, a, new double[0], new double[0]),
                        new Figure.Bars.Series(
                                "synthetic", Hue.SYNTHETIC, b, new double[0], new double[0])));
    }

    private static long[] counts(AlignedColumn.Codes column, int table) {
        long[] counts = new long[column.levels().size() + 1];
        for (int code : column.codes()[table]) {
            counts[code < 0 ? counts.length - 1 : code]++;
        }
        return counts;
    }

    private static double[] chosen(double[] shares, List<Integer> shown) {
        return shown.stream().mapToDouble(level -> shares[level]).toArray();
    }

    private static double[] withRest(double[] shares) {
        double[] all = Arrays.copyOf(shares, shares.length + 1);
        all[shares.length] = Math.max(0, 1 - Arrays.stream(shares).sum());
        return all;
    }

    /// Where associations were lost or invented: synthetic − real, per pair.
    static Figure differences(Comparison comparison) {
        List<Integer> shown = mostDifferent(comparison);
        double[][] values = new double[shown.size()][shown.size()];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        for (PairTrend pair : comparison.pairs()) {
            int i = shown.indexOf(pair.first());
            int j = shown.indexOf(pair.second());
            if (i >= 0 && j >= 0) {
                values[i][j] = pair.synthetic() - pair.real();
                values[j][i] = values[i][j];
            }
        }
        List<String> names = shown.stream().map(i -> comparison.cuts().get(i).name()).toList();
        return new Figure.Heatmap(
                "Differences of association, synthetic − real",
                "Pearson correlation for two numbers, Cramér's V for two categories, the"
                        + " correlation ratio otherwise. Empty where undefined in either table.",
                "difference",
                names,
                names,
                values,
                -1,
                1,
                true);
    }

    /// The columns with the largest sums of differences, in the table's order.
    private static List<Integer> mostDifferent(Comparison comparison) {
        double[] sums = new double[comparison.cuts().size()];
        for (PairTrend pair : comparison.pairs()) {
            double difference = Double.isNaN(pair.difference()) ? 0 : pair.difference();
            sums[pair.first()] += difference;
            sums[pair.second()] += difference;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(sums[b], sums[a]));
        return order.subList(0, Math.min(COLUMNS, order.size())).stream().sorted().toList();
    }

    /// Two numeric columns against each other in both tables, at most 2,000 evenly spaced rows of
    /// each.
    static Figure scatter(AlignedColumn.Numbers x, AlignedColumn.Numbers y) {
        return new Figure.Scatter(
                x.info().title() + " and " + y.info().title(),
                "The numeric pair whose correlation differs most, real and synthetic rows on one"
                        + " scale.",
                axis(x),
                axis(y),
                List.of(
                        points("real", Hue.REAL, x, y, 0),
                        points("synthetic", Hue.SYNTHETIC, x, y, 1)));
    }

    private static Figure.Scatter.Series points(
            String name, Hue hue, AlignedColumn.Numbers x, AlignedColumn.Numbers y, int table) {
        double[] xs = x.values()[table];
        double[] ys = y.values()[table];
        int kept = Math.min(POINTS, xs.length);
        double[] a = new double[kept];
        double[] b = new double[kept];
        for (int i = 0; i < kept; i++) {
            int row = (int) ((long) i * xs.length / kept);
            a[i] = xs[row];
            b[i] = ys[row];
        }
        return new Figure.Scatter.Series(name, hue, a, b);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
