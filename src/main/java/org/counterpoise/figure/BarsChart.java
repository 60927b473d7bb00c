package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Bars;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Bars side by side with whiskers; lying down when there are many or long labels.
final class BarsChart {
    static final int MOST_CATEGORIES = 40;
    private static final int MOST_UPRIGHT = 8;
    private static final int LONG_LABEL = 14;

    /// Letters side by side under an upright chart; beyond, words would have to be broken.
    private static final int LETTERS_ACROSS = 60;

    private static final double ROOM_FOR_VALUES = 0.14;

    private BarsChart() {}

    static JFreeChart chart(Bars figure, Look look) {
        int shown = Math.min(MOST_CATEGORIES, figure.categories().size());
        List<RowKey> keys = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            keys.add(RowKey.of(i, figure.categories().get(i)));
        }
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int s = 0; s < figure.series().size(); s++) {
            for (int i = 0; i < shown; i++) {
                double value = figure.series().get(s).values()[i];
                data.addValue(
                        Double.isFinite(value) ? value : null,
                        RowKey.of(s, figure.series().get(s).name()),
                        keys.get(i));
            }
        }
        List<Color> colours = SeriesColours.of(figure.series(), Bars.Series::hue, look);
        Optional<Range> range = range(figure, shown);
        NumberAxis values =
                HouseTheme.numberAxis(figure.valueLabel(), figure.percent(), range, look);
        values.setAxisLineVisible(false);
        CategoryPlot plot =
                new CategoryPlot(
                        range.isPresent() ? data : null,
                        LabelAxis.names(keys, look),
                        values,
                        new BarsRenderer(figure, colours, look));
        plot.getDomainAxis().setCategoryMargin(figure.series().size() > 1 ? 0.28 : 0.35);
        if (horizontal(figure)) {
            plot.setOrientation(PlotOrientation.HORIZONTAL);
            plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        }
        HouseTheme.grid(plot, look);
        return HouseTheme.chart(plot, legend(figure, colours), note(figure, shown), look);
    }

    static boolean horizontal(Bars figure) {
        return figure.categories().size() * Math.max(1, figure.series().size()) > 2 * MOST_UPRIGHT
                || figure.categories().size() > MOST_UPRIGHT
                || figure.categories().stream().anyMatch(label -> label.length() > LONG_LABEL)
                || figure.categories().size() * longestWord(figure) > LETTERS_ACROSS;
    }

    private static int longestWord(Bars figure) {
        return figure.categories().stream()
                .flatMap(label -> Arrays.stream(label.split(" ")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String note(Bars figure, int shown) {
        return shown == figure.categories().size()
                ? ""
                : "The first "
                        + shown
                        + " of "
                        + NumberText.count(figure.categories().size())
                        + " categories are shown; all are in the data.";
    }

    /// From 0 to a little over the highest whisker; empty if nothing is defined.
    private static Optional<Range> range(Bars figure, int shown) {
        List<double[]> all = new ArrayList<>();
        for (Bars.Series series : figure.series()) {
            all.add(first(series.values(), shown));
            all.add(first(series.lower(), shown));
            all.add(first(series.upper(), shown));
        }
        return HouseTheme.range(0, all.toArray(double[][]::new))
                .map(
                        data -> {
                            double low = Math.min(0, data.getLowerBound());
                            double high = Math.max(0, data.getUpperBound());
                            double pad = high > low ? ROOM_FOR_VALUES * (high - low) : 1;
                            return new Range(
                                    low < 0 ? low - pad : 0, high <= 0 && low < 0 ? 0 : high + pad);
                        });
    }

    private static double[] first(double[] values, int count) {
        return Arrays.copyOf(values, Math.min(values.length, count));
    }

    private static LegendItemCollection legend(Bars figure, List<Color> colours) {
        LegendItemCollection legend = new LegendItemCollection();
        if (figure.series().size() > 1) {
            for (int s = 0; s < figure.series().size(); s++) {
                legend.add(
                        HouseTheme.key(
                                figure.series().get(s).name(),
                                HouseTheme.square(),
                                colours.get(s)));
            }
        }
        return legend;
    }
}
