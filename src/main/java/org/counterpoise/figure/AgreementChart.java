package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.engine.finding.Hue;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

import java.util.List;

/// A Bland–Altman plot: points as in a scatter plot, each line over the whole width with its label
/// at the right end, intervals of level lines shaded.
final class AgreementChart {
    private static final double SHADE = 0.12;

    private AgreementChart() {}

    static JFreeChart chart(Agreement figure, Look look) {
        if (figure.crowd().isPresent()) {
            return CrowdChart.chart(figure, figure.crowd().get(), look);
        }
        JFreeChart chart = ScatterChart.chart(points(figure), look);
        XYPlot plot = chart.getXYPlot();
        if (plot.getDataset() != null) {
            widen(plot, defined(figure), plot.getDomainAxis().getRange());
            lines(plot, 1, figure, look);
        }
        return chart;
    }

    private static List<Agreement.Line> defined(Agreement figure) {
        return figure.lines().stream()
                .filter(l -> Double.isFinite(l.intercept()) && Double.isFinite(l.slope()))
                .toList();
    }

    /// Draws the lines over the whole width of a plot, as its `index`-th dataset.
    static void lines(XYPlot plot, int index, Agreement figure, Look look) {
        List<Agreement.Line> lines = defined(figure);
        Range x = plot.getDomainAxis().getRange();
        DefaultXYDataset ends = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < lines.size(); i++) {
            Agreement.Line line = lines.get(i);
            double right = line.intercept() + line.slope() * x.getUpperBound();
            double left = line.intercept() + line.slope() * x.getLowerBound();
            ends.addSeries(
                    i + " " + line.label(),
                    new double[][] {{x.getLowerBound(), x.getUpperBound()}, {left, right}});
            renderer.setSeriesPaint(i, line.strong() ? look.text() : look.muted());
            renderer.setSeriesStroke(i, line.strong() ? HouseTheme.LINE : HouseTheme.DASHED);
            shade(plot, line, look);
            plot.addAnnotation(label(line, x.getUpperBound(), right, look));
        }
        plot.setDataset(index, ends);
        plot.setRenderer(index, renderer);
    }

    private static Figure.Scatter points(Agreement figure) {
        return new Figure.Scatter(
                figure.title(),
                figure.summary(),
                figure.xLabel(),
                figure.yLabel(),
                List.of(new Figure.Scatter.Series("pair", Hue.REAL, figure.x(), figure.y())));
    }

    /// Lines and their intervals are in view, wherever the points are.
    private static void widen(XYPlot plot, List<Agreement.Line> lines, Range x) {
        Range range = plot.getRangeAxis().getRange();
        for (Agreement.Line line : lines) {
            range = include(range, line.intercept() + line.slope() * x.getLowerBound());
            range = include(range, line.intercept() + line.slope() * x.getUpperBound());
            range = include(include(range, line.lower()), line.upper());
        }
        plot.getRangeAxis().setRange(Range.expand(range, 0.04, 0.08));
    }

    private static Range include(Range range, double value) {
        return Double.isFinite(value) ? Range.expandToInclude(range, value) : range;
    }

    private static void shade(XYPlot plot, Agreement.Line line, Look look) {
        if (line.slope() == 0 && line.lower() < line.upper()) {
            IntervalMarker band =
                    new IntervalMarker(
                            line.lower(),
                            line.upper(),
                            Palette.mix(look.ground(), Palette.NEUTRAL, SHADE * 2));
            band.setAlpha(1);
            plot.addRangeMarker(band, Layer.BACKGROUND);
        }
    }

    private static XYTextAnnotation label(Agreement.Line line, double x, double y, Look look) {
        XYTextAnnotation label = new XYTextAnnotation(line.label() + " ", x, y);
        label.setTextAnchor(TextAnchor.BOTTOM_RIGHT);
        label.setFont(HouseTheme.small());
        label.setBackgroundPaint(Palette.transparent(look.ground(), 0.7));
        label.setPaint(line.strong() ? look.text() : look.muted());
        return label;
    }
}
