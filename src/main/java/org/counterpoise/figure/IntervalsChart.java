package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Intervals;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A forest plot: a dot and its interval per row, the reference as a dashed line, the range of
/// concern shaded, flagged rows in another colour and another shape.
final class IntervalsChart {
    static final int MOST_ROWS = 40;

    private IntervalsChart() {}

    static JFreeChart chart(Intervals figure, Look look) {
        List<Intervals.Row> rows = shown(figure.rows());
        List<RowKey> keys = keys(figure, rows);
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            data.addValue(rows.get(i).value(), figure.valueLabel(), keys.get(i));
        }
        Optional<Range> range = range(figure, rows);
        NumberAxis valueAxis =
                HouseTheme.numberAxis(figure.valueLabel(), figure.percent(), range, look);
        CategoryPlot plot =
                new CategoryPlot(
                        range.isPresent() ? data : null,
                        LabelAxis.names(keys, look),
                        valueAxis,
                        new IntervalsRenderer(rows, figure.percent(), look));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainAxis(1, LabelAxis.values(look));
        plot.setDomainAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        HouseTheme.grid(plot, look);
        plot.getDomainAxis().setAxisLineVisible(false);
        range.ifPresent(r -> marks(plot, figure, r, look));
        return HouseTheme.chart(plot, legend(figure, rows, look), note(figure, rows), look);
    }

    /// Flagged rows and as many others as there is room for, in their order.
    private static List<Intervals.Row> shown(List<Intervals.Row> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        long flagged = rows.stream().filter(Intervals.Row::flagged).count();
        long others = Math.max(0, MOST_ROWS - flagged);
        List<Intervals.Row> shown = new ArrayList<>();
        for (Intervals.Row row : rows) {
            if (shown.size() < MOST_ROWS && (row.flagged() || others-- > 0)) {
                shown.add(row);
            }
        }
        return shown;
    }

    private static String note(Intervals figure, List<Intervals.Row> rows) {
        return rows.size() == figure.rows().size()
                ? ""
                : rows.size()
                        + " of "
                        + NumberText.count(figure.rows().size())
                        + " rows are shown, flagged ones before others; all are in the data.";
    }

    private static List<RowKey> keys(Intervals figure, List<Intervals.Row> rows) {
        int decimals = decimals(figure, rows);
        boolean signed = rows.stream().anyMatch(row -> row.value() < 0);
        List<RowKey> keys = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Intervals.Row row = rows.get(i);
            boolean defined = Double.isFinite(row.value());
            String value =
                    !defined
                            ? "undefined"
                            : figure.percent()
                                    ? NumberText.percent(row.value())
                                    : NumberText.fixed(row.value(), decimals);
            boolean plus = signed && row.value() > 0;
            String detail = row.n() > 0 || !defined ? "n = " + NumberText.count(row.n()) : "";
            keys.add(new RowKey(i, row.label(), plus ? "+" + value : value, detail));
        }
        return keys;
    }

    /// One number of decimals for the whole column, so that it can be read downwards.
    private static int decimals(Intervals figure, List<Intervals.Row> rows) {
        double largest = 0;
        for (Intervals.Row row : rows) {
            if (Double.isFinite(row.value())) {
                largest = Math.max(largest, Math.abs(row.value()));
            }
        }
        if (figure.percent() || largest == 0) {
            return 1;
        }
        return Math.clamp(2 - (int) Math.floor(Math.log10(largest)), 0, 6);
    }

    /// The data, the reference and the nearest edge of the concern; shares stay within 0 and 1.
    private static Optional<Range> range(Intervals figure, List<Intervals.Row> rows) {
        double[] data =
                rows.stream()
                        .filter(row -> Double.isFinite(row.value()))
                        .flatMapToDouble(
                                row ->
                                        java.util.stream.DoubleStream.of(
                                                row.value(), row.lower(), row.upper()))
                        .toArray();
        if (data.length == 0) {
            return Optional.empty();
        }
        double[] reference =
                figure.reference().map(r -> new double[] {r.value()}).orElse(new double[0]);
        Range core = HouseTheme.range(0, data, reference).orElseThrow();
        double[] concern = figure.concern().map(c -> nearestEdge(c, core)).orElse(new double[0]);
        Range all = HouseTheme.range(0.06, data, reference, concern).orElseThrow();
        boolean share = figure.percent() && core.getLowerBound() >= 0 && core.getUpperBound() <= 1;
        return Optional.of(
                share
                        ? new Range(
                                Math.max(0, all.getLowerBound()), Math.min(1, all.getUpperBound()))
                        : all);
    }

    private static double[] nearestEdge(Intervals.Concern concern, Range data) {
        double fromGap = Math.abs(concern.from() - data.getCentralValue());
        double toGap = Math.abs(concern.to() - data.getCentralValue());
        return new double[] {fromGap < toGap ? concern.from() : concern.to()};
    }

    private static void marks(CategoryPlot plot, Intervals figure, Range range, Look look) {
        figure.concern()
                .ifPresent(
                        concern -> {
                            double from = Math.max(concern.from(), range.getLowerBound());
                            double to = Math.min(concern.to(), range.getUpperBound());
                            if (from < to) {
                                IntervalMarker band =
                                        new IntervalMarker(from, to, Palette.concern(look));
                                band.setAlpha(1);
                                plot.addRangeMarker(band, Layer.BACKGROUND);
                            }
                        });
        figure.reference()
                .filter(reference -> Double.isFinite(reference.value()))
                .ifPresent(
                        reference -> {
                            ValueMarker line =
                                    new ValueMarker(
                                            reference.value(), look.muted(), HouseTheme.DASHED);
                            line.setAlpha(1);
                            plot.addRangeMarker(line, Layer.BACKGROUND);
                            plot.setRangeAxis(
                                    1,
                                    new LabelledValueAxis(
                                            reference.value(), reference.label(), range, look));
                            plot.setRangeAxisLocation(1, AxisLocation.TOP_OR_RIGHT);
                        });
    }

    private static LegendItemCollection legend(
            Intervals figure, List<Intervals.Row> rows, Look look) {
        LegendItemCollection legend = new LegendItemCollection();
        boolean flagged = rows.stream().anyMatch(Intervals.Row::flagged);
        if (flagged) {
            legend.add(
                    HouseTheme.key(
                            "not flagged",
                            HouseTheme.dot(8),
                            IntervalsRenderer.colour(false, look)));
            legend.add(
                    HouseTheme.key(
                            "flagged",
                            HouseTheme.diamond(10),
                            IntervalsRenderer.colour(true, look)));
        }
        figure.concern()
                .ifPresent(
                        concern ->
                                legend.add(
                                        HouseTheme.key(
                                                concern.label(),
                                                HouseTheme.swatch(),
                                                Palette.concern(look))));
        return legend;
    }

    /// The rows as the tooltip says them.
    static String tooltip(Intervals.Row row, boolean percent) {
        String n = ", n = " + NumberText.count(row.n());
        if (Double.isNaN(row.value())) {
            return row.label() + ": undefined" + n;
        } else if (Double.isNaN(row.lower()) || Double.isNaN(row.upper())) {
            return row.label() + ": " + HouseTheme.value(row.value(), percent) + n;
        }
        String text =
                percent
                        ? NumberText.percent(row.value())
                                + " ["
                                + NumberText.percent(row.lower())
                                + ", "
                                + NumberText.percent(row.upper())
                                + "]"
                        : NumberText.estimate(row.value(), row.lower(), row.upper());
        return row.label() + ": " + text + n;
    }
}
