package org.counterpoise.figure;

import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.Range;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// The look every chart shares: quiet grid, one type family, legend at the top, no frame.
final class HouseTheme {
    static final Stroke HAIRLINE = new BasicStroke(0.75f);
    static final Stroke LINE = round(1.8f);
    static final Stroke DASHED =
            new BasicStroke(
                    1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 3}, 0);

    private static final double SMALL = 11;
    private static final double NORMAL = 12;

    private HouseTheme() {}

    static Font small() {
        return Fonts.of(Fonts.Weight.REGULAR, SMALL);
    }

    static Font normal() {
        return Fonts.of(Fonts.Weight.REGULAR, NORMAL);
    }

    static Font strong() {
        return Fonts.of(Fonts.Weight.MEDIUM, SMALL);
    }

    static Stroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// A chart around a plot: no title (captions stand outside), legend at the top left, and the
    /// note, if any, below.
    static JFreeChart chart(Plot plot, LegendItemCollection legend, String note, Look look) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 4, 2, 10));
        hideAxesOfNothing(plot);
        plot.setNoDataMessage("No defined value to show");
        plot.setNoDataMessageFont(normal());
        plot.setNoDataMessagePaint(look.muted());
        JFreeChart chart = new JFreeChart(null, normal(), plot, false);
        chart.setBackgroundPaint(look.ground());
        chart.setPadding(new RectangleInsets(2, 2, 2, 2));
        if (legend.getItemCount() > 0) {
            chart.addLegend(legend(legend, look));
        }
        if (!note.isEmpty()) {
            TextTitle text = new TextTitle(note, small());
            text.setPaint(look.muted());
            text.setPosition(RectangleEdge.BOTTOM);
            text.setHorizontalAlignment(HorizontalAlignment.LEFT);
            text.setPadding(2, 8, 2, 8);
            chart.addSubtitle(text);
        }
        return chart;
    }

    private static void hideAxesOfNothing(Plot plot) {
        if (plot instanceof CombinedRangeXYPlot) {
            // Data and axes are those of the plots side by side.
            return;
        }
        if (plot instanceof XYPlot xy && xy.getDataset() == null) {
            xy.getDomainAxis().setVisible(false);
            xy.getRangeAxis().setVisible(false);
            grid(xy, false, false, Look.LIGHT);
        } else if (plot instanceof CategoryPlot bars && bars.getDataset() == null) {
            bars.clearDomainAxes();
            bars.clearRangeAxes();
        }
    }

    private static LegendTitle legend(LegendItemCollection items, Look look) {
        LegendTitle legend =
                new LegendTitle(
                        () -> items,
                        new FlowArrangement(
                                HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 2, 2),
                        new org.jfree.chart.block.ColumnArrangement());
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(null);
        legend.setItemFont(normal());
        legend.setItemPaint(look.text());
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        legend.setPadding(2, 8, 4, 8);
        return legend;
    }

    /// A legend entry with a filled shape.
    static LegendItem key(String name, Shape shape, Color colour) {
        LegendItem item = new LegendItem(name, null, null, null, shape, colour);
        item.setOutlineStroke(new BasicStroke(0));
        item.setOutlinePaint(colour);
        return item;
    }

    /// A legend entry with a piece of line.
    static LegendItem lineKey(String name, Stroke stroke, Color colour) {
        return new LegendItem(
                name,
                null,
                null,
                null,
                new java.awt.geom.Line2D.Double(-9, 0, 9, 0),
                stroke,
                colour);
    }

    static Shape square() {
        return new Rectangle2D.Double(-4.5, -4.5, 9, 9);
    }

    static Shape swatch() {
        return new Rectangle2D.Double(-8, -5, 16, 10);
    }

    static Shape dot(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }

    static Shape diamond(double width) {
        double r = width / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(0, -r);
        path.lineTo(r, 0);
        path.lineTo(0, r);
        path.lineTo(-r, 0);
        path.closePath();
        return path;
    }

    static Shape triangle(double width) {
        double r = width / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(0, -r);
        path.lineTo(r, r * 0.8);
        path.lineTo(-r, r * 0.8);
        path.closePath();
        return path;
    }

    /// A numeric axis in house style.
    ///
    /// @param range fixed range; empty to follow the data
    static NumberAxis numberAxis(String label, boolean percent, Optional<Range> range, Look look) {
        NumberAxis axis = new QuietAxis(new AxisFormat(percent));
        axis.setLabel(label.isEmpty() ? null : label);
        range.ifPresent(r -> axis.setRange(r, true, true));
        style(axis, look);
        return axis;
    }

    static void style(Axis axis, Look look) {
        axis.setLabelFont(normal());
        axis.setLabelPaint(look.muted());
        axis.setTickLabelFont(small());
        axis.setTickLabelPaint(look.muted());
        axis.setAxisLinePaint(look.line());
        axis.setAxisLineStroke(HAIRLINE);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
        axis.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
    }

    static void grid(XYPlot plot, boolean vertical, boolean horizontal, Look look) {
        plot.setDomainGridlinesVisible(vertical);
        plot.setRangeGridlinesVisible(horizontal);
        plot.setDomainGridlinePaint(look.grid());
        plot.setRangeGridlinePaint(look.grid());
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void grid(CategoryPlot plot, Look look) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(look.grid());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /// The smallest range around these numbers, wider by `margin` of its width at either end; NaN
    /// and infinities do not count.
    static Optional<Range> range(double margin, double[]... values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] array : values) {
            for (double value : array) {
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        if (min > max) {
            return Optional.empty();
        }
        double width = max - min;
        double pad =
                margin == 0 || width > 0 ? width * margin : Math.max(Math.abs(max) * 0.1, 0.01);
        return Optional.of(new Range(min - pad, max + pad));
    }

    /// A value as the tooltip says it.
    static String value(double value, boolean percent) {
        return percent ? NumberText.percent(value) : NumberText.short3(value);
    }
}
