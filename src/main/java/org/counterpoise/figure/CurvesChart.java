package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Curves;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lines over a numeric axis. Series differ in colour and in dashes or marks.
final class CurvesChart {
    private static final float[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}};

    private static final Stroke WHISKER = new BasicStroke(1.2f);

    private CurvesChart() {}

    static JFreeChart chart(Curves figure, Look look) {
        List<Color> colours = SeriesColours.of(figure.series(), Curves.Series::hue, look);
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int s = 0; s < figure.series().size(); s++) {
            Curves.Series series = figure.series().get(s);
            data.addSeries(s + " " + series.name(), new double[][] {series.x(), series.y()});
            renderer.setSeriesPaint(s, colours.get(s));
            renderer.setSeriesStroke(s, stroke(s));
            renderer.setSeriesShape(s, mark(s));
            renderer.setSeriesShapesVisible(s, series.markers() || series.x().length == 1);
            renderer.setSeriesLinesVisible(s, true);
        }
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultToolTipGenerator(
                (points, series, item) ->
                        figure.series().get(series).name()
                                + ": "
                                + NumberText.short3(points.getXValue(series, item))
                                + ", "
                                + NumberText.short3(points.getYValue(series, item)));
        Optional<Range> x = range(figure, figure.series().stream().map(Curves.Series::x).toList());
        Optional<Range> y = range(figure, values(figure));
        XYPlot plot =
                new XYPlot(
                        x.isPresent() && y.isPresent() ? data : null,
                        HouseTheme.numberAxis(figure.xLabel(), false, x, look),
                        HouseTheme.numberAxis(figure.yLabel(), false, y, look),
                        renderer);
        HouseTheme.grid(plot, true, true, look);
        for (int s = 0; s < figure.series().size(); s++) {
            whiskers(plot, figure.series().get(s), colours.get(s));
        }
        if (figure.diagonal() && x.isPresent() && y.isPresent()) {
            double low = Math.max(x.get().getLowerBound(), y.get().getLowerBound());
            double high = Math.min(x.get().getUpperBound(), y.get().getUpperBound());
            renderer.addAnnotation(
                    new XYLineAnnotation(low, low, high, high, HouseTheme.DASHED, look.line()),
                    Layer.BACKGROUND);
        }
        return HouseTheme.chart(plot, legend(figure, colours), "", look);
    }

    private static List<double[]> values(Curves figure) {
        return figure.series().stream()
                .flatMap(series -> Stream.of(series.y(), series.lower(), series.upper()))
                .toList();
    }

    private static void whiskers(XYPlot plot, Curves.Series series, Color colour) {
        for (int i = 0; i < series.lower().length; i++) {
            double x = series.x()[i];
            if (series.lower()[i] < series.upper()[i]) {
                plot.addAnnotation(
                        new XYLineAnnotation(
                                x,
                                series.lower()[i],
                                x,
                                series.upper()[i],
                                WHISKER,
                                Palette.transparent(colour, 0.7)));
            }
        }
    }

    /// With a diagonal both axes run from 0 to 1 where the data do.
    private static Optional<Range> range(Curves figure, List<double[]> values) {
        Optional<Range> data = HouseTheme.range(0, values.toArray(double[][]::new));
        boolean unit =
                data.map(r -> r.getLowerBound() >= -0.02 && r.getUpperBound() <= 1.02)
                        .orElse(false);
        return figure.diagonal() && unit
                ? Optional.of(new Range(-0.01, 1.01))
                : HouseTheme.range(0.03, values.toArray(double[][]::new));
    }

    private static Stroke stroke(int series) {
        float[] dash = DASHES[(series / 4) % DASHES.length];
        if (dash.length == 0) {
            return HouseTheme.LINE;
        }
        return new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Shape mark(int series) {
        return switch (series % 4) {
            case 0 -> HouseTheme.dot(6.5);
            case 1 -> HouseTheme.diamond(8);
            case 2 -> HouseTheme.triangle(8);
            default -> new java.awt.geom.Rectangle2D.Double(-3, -3, 6, 6);
        };
    }

    private static LegendItemCollection legend(Curves figure, List<Color> colours) {
        LegendItemCollection legend = new LegendItemCollection();
        if (figure.series().size() > 1) {
            for (int s = 0; s < figure.series().size(); s++) {
                Curves.Series series = figure.series().get(s);
                LegendItem item =
                        series.markers()
                                ? HouseTheme.key(series.name(), mark(s), colours.get(s))
                                : HouseTheme.lineKey(series.name(), stroke(s), colours.get(s));
                legend.add(item);
            }
        }
        return legend;
    }
}
