package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Scatter;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Points, lightly inked so that crowds show as crowds. A series of a single point has its name
/// beside it, not in the legend.
final class ScatterChart {
    static final int MOST_POINTS = 1500;

    private ScatterChart() {}

    static JFreeChart chart(Scatter figure, Look look) {
        List<Color> colours = SeriesColours.of(figure.series(), Scatter.Series::hue, look);
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        List<double[]> xs = new ArrayList<>();
        List<double[]> ys = new ArrayList<>();
        for (int s = 0; s < figure.series().size(); s++) {
            Scatter.Series series = figure.series().get(s);
            double[][] points = thinned(series);
            xs.add(points[0]);
            ys.add(points[1]);
            data.addSeries(s + " " + series.name(), points);
            renderer.setSeriesPaint(
                    s, Palette.transparent(colours.get(s), opacity(points[0].length)));
            renderer.setSeriesShape(s, mark(s));
            renderer.setSeriesShapesFilled(s, true);
            renderer.setDrawOutlines(false);
        }
        renderer.setDefaultToolTipGenerator(
                (points, series, item) ->
                        figure.series().get(series).name()
                                + ": "
                                + figure.xLabel()
                                + " "
                                + NumberText.short3(points.getXValue(series, item))
                                + ", "
                                + figure.yLabel()
                                + " "
                                + NumberText.short3(points.getYValue(series, item)));
        for (Scatter.Span span : figure.spans()) {
            xs.add(finite(span.xLower(), span.xUpper()));
            ys.add(finite(span.yLower(), span.yUpper()));
        }
        Optional<Range> x = HouseTheme.range(0.03, xs.toArray(double[][]::new));
        Optional<Range> y = HouseTheme.range(0.03, ys.toArray(double[][]::new));
        XYPlot plot =
                new XYPlot(
                        x.isPresent() && y.isPresent() ? data : null,
                        HouseTheme.numberAxis(figure.xLabel(), false, x, look),
                        HouseTheme.numberAxis(figure.yLabel(), false, y, look),
                        renderer);
        HouseTheme.grid(plot, true, true, look);
        figure.spans().forEach(span -> draw(plot, span, look));
        name(plot, figure, look);
        return HouseTheme.chart(plot, legend(figure, colours), note(figure), look);
    }

    private static double[] finite(double... ends) {
        return Arrays.stream(ends).filter(Double::isFinite).toArray();
    }

    private static void draw(XYPlot plot, Scatter.Span span, Look look) {
        if (Double.isFinite(span.xLower()) && Double.isFinite(span.xUpper())) {
            plot.addAnnotation(line(span.xLower(), span.y(), span.xUpper(), span.y(), look));
        }
        if (Double.isFinite(span.yLower()) && Double.isFinite(span.yUpper())) {
            plot.addAnnotation(line(span.x(), span.yLower(), span.x(), span.yUpper(), look));
        }
    }

    private static XYLineAnnotation line(double x1, double y1, double x2, double y2, Look look) {
        return new XYLineAnnotation(x1, y1, x2, y2, new BasicStroke(1f), look.muted());
    }

    /// Names on the side that has room for them.
    private static void name(XYPlot plot, Scatter figure, Look look) {
        double middle = plot.getDomainAxis().getRange().getCentralValue();
        for (Scatter.Series series : figure.series()) {
            if (single(series)) {
                boolean right = series.x()[0] > middle;
                XYTextAnnotation name =
                        new XYTextAnnotation(
                                right ? series.name() + "   " : "   " + series.name(),
                                series.x()[0],
                                series.y()[0]);
                name.setTextAnchor(right ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
                name.setFont(HouseTheme.small());
                name.setPaint(look.text());
                plot.addAnnotation(name);
            }
        }
    }

    private static boolean single(Scatter.Series series) {
        return series.x().length == 1
                && Double.isFinite(series.x()[0])
                && Double.isFinite(series.y()[0]);
    }

    /// Every k-th of the defined points, so that no more than [#MOST_POINTS] are left.
    private static double[][] thinned(Scatter.Series series) {
        int[] defined =
                java.util.stream.IntStream.range(0, series.x().length)
                        .filter(
                                i ->
                                        Double.isFinite(series.x()[i])
                                                && Double.isFinite(series.y()[i]))
                        .toArray();
        int step = Math.max(1, Math.ceilDiv(defined.length, MOST_POINTS));
        double[][] points = new double[2][Math.ceilDiv(defined.length, step)];
        for (int i = 0; i < points[0].length; i++) {
            points[0][i] = series.x()[defined[i * step]];
            points[1][i] = series.y()[defined[i * step]];
        }
        return points;
    }

    static double opacity(int points) {
        return points <= 100 ? 0.8 : points <= 600 ? 0.5 : 0.3;
    }

    private static Shape mark(int series) {
        return series % 2 == 0 ? HouseTheme.dot(5) : HouseTheme.diamond(6);
    }

    private static String note(Scatter figure) {
        boolean thinned = figure.series().stream().anyMatch(s -> s.x().length > MOST_POINTS);
        return thinned
                ? "Evenly thinned to at most "
                        + NumberText.count(MOST_POINTS)
                        + " points per series; all are in the data."
                : "";
    }

    private static LegendItemCollection legend(Scatter figure, List<Color> colours) {
        LegendItemCollection legend = new LegendItemCollection();
        if (figure.series().size() > 1) {
            for (int s = 0; s < figure.series().size(); s++) {
                Scatter.Series series = figure.series().get(s);
                if (!single(series)) {
                    legend.add(HouseTheme.key(series.name(), mark(s), colours.get(s)));
                }
            }
        }
        return legend;
    }
}
