package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Histogram;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;

/// One bin of one series: a bar for the filled series, a bold tick with faint risers for others.
final class HistogramRenderer extends AbstractXYItemRenderer {
    @Serial private static final long serialVersionUID = 1;

    static final Stroke TICK = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final transient Histogram figure;
    private final transient List<Color> colours;
    private final int filled;
    private final Look look;

    HistogramRenderer(Histogram figure, List<Color> colours, int filled, Look look) {
        this.figure = figure;
        this.colours = colours;
        this.filled = filled;
        this.look = look;
        setDefaultToolTipGenerator((data, series, item) -> tooltip(series, item));
    }

    /// The light fill of bars in this colour.
    static Color fill(Color colour, Look look) {
        return Palette.mix(look.ground(), colour, look == Look.DARK ? 0.55 : 0.32);
    }

    private String tooltip(int series, int bin) {
        Histogram.Series one = figure.series().get(series);
        return one.name()
                + ", "
                + NumberText.short3(figure.edges()[bin])
                + " to "
                + NumberText.short3(figure.edges()[bin + 1])
                + ": "
                + NumberText.percent(one.shares()[bin]);
    }

    @Override
    public int getPassCount() {
        return 2;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis xAxis,
            ValueAxis yAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        IntervalXYDataset bins = (IntervalXYDataset) dataset;
        double share = bins.getYValue(series, item);
        boolean bars = series == filled;
        if (!Double.isFinite(share) || bars != (pass == 0)) {
            return;
        }
        RectangleEdge xEdge = plot.getDomainAxisEdge();
        double left = xAxis.valueToJava2D(bins.getStartXValue(series, item), dataArea, xEdge);
        double right = xAxis.valueToJava2D(bins.getEndXValue(series, item), dataArea, xEdge);
        double top = yAxis.valueToJava2D(share, dataArea, plot.getRangeAxisEdge());
        double floor = yAxis.valueToJava2D(0, dataArea, plot.getRangeAxisEdge());
        if (bars) {
            double gap = right - left > 6 ? 1 : 0;
            g2.setPaint(fill(colours.get(series), look));
            g2.fill(
                    new Rectangle2D.Double(
                            left + gap / 2, top, Math.max(1.5, right - left - gap), floor - top));
        } else {
            double before = item == 0 ? 0 : bins.getYValue(series, item - 1);
            drawStep(g2, colours.get(series), left, right, top);
            if (Double.isFinite(before)) {
                double from = yAxis.valueToJava2D(before, dataArea, plot.getRangeAxisEdge());
                drawRiser(g2, colours.get(series), left, from, top);
            }
            if (item == bins.getItemCount(series) - 1) {
                drawRiser(g2, colours.get(series), right, top, floor);
            }
        }
        if (state.getEntityCollection() != null) {
            addEntity(
                    state.getEntityCollection(),
                    new Rectangle2D.Double(
                            left, Math.min(top, floor) - 3, right - left, floor - top + 3),
                    dataset,
                    series,
                    item,
                    0,
                    0);
        }
    }

    private static void drawStep(Graphics2D g2, Color colour, double left, double right, double y) {
        g2.setStroke(TICK);
        g2.setPaint(colour);
        g2.draw(new Line2D.Double(left, y, right, y));
    }

    private static void drawRiser(Graphics2D g2, Color colour, double x, double from, double to) {
        g2.setStroke(HouseTheme.HAIRLINE);
        g2.setPaint(Palette.transparent(colour, 0.6));
        g2.draw(new Line2D.Double(x, from, x, to));
    }
}
