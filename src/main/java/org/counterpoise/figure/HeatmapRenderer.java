package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Heatmap;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;

/// One cell of a heatmap, with its value where it fits.
final class HeatmapRenderer extends AbstractXYItemRenderer {
    @Serial private static final long serialVersionUID = 1;
    private static final int MOST_LABELLED = 200;

    private final transient Heatmap figure;
    private final transient HeatmapChart.Scale scale;
    private final boolean labelled;
    private final Look look;

    HeatmapRenderer(Heatmap figure, HeatmapChart.Scale scale, int cells, Look look) {
        this.figure = figure;
        this.scale = scale;
        this.labelled = cells <= MOST_LABELLED;
        this.look = look;
        setDefaultToolTipGenerator(
                (data, series, item) ->
                        HeatmapChart.tooltip(
                                figure,
                                (int) data.getYValue(series, item),
                                (int) data.getXValue(series, item)));
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
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        int column = (int) data.getXValue(series, item);
        int row = (int) data.getYValue(series, item);
        double value = figure.values()[row][column];
        double left = xAxis.valueToJava2D(column - 0.5, dataArea, plot.getDomainAxisEdge());
        double right = xAxis.valueToJava2D(column + 0.5, dataArea, plot.getDomainAxisEdge());
        double top = yAxis.valueToJava2D(row - 0.5, dataArea, plot.getRangeAxisEdge());
        double bottom = yAxis.valueToJava2D(row + 0.5, dataArea, plot.getRangeAxisEdge());
        double gap = right - left > 8 && bottom - top > 8 ? 1 : 0;
        Rectangle2D cell =
                new Rectangle2D.Double(
                        left + gap / 2, top + gap / 2, right - left - gap, bottom - top - gap);
        Color ground = scale.colour(value);
        g2.setPaint(ground);
        g2.fill(cell);
        if (labelled) {
            drawValue(g2, value, cell, ground);
        }
        if (state.getEntityCollection() != null) {
            addEntity(state.getEntityCollection(), cell, data, series, item, 0, 0);
        }
    }

    private void drawValue(Graphics2D g2, double value, Rectangle2D cell, Color ground) {
        Font font = HouseTheme.small();
        String text = Double.isNaN(value) ? "–" : NumberText.fixed(value, decimals());
        if (cell.getHeight() < 12 || TextFit.width(text, font) > cell.getWidth() - 4) {
            return;
        }
        g2.setFont(font);
        g2.setPaint(Double.isNaN(value) ? look.muted() : Palette.textOn(ground));
        TextUtils.drawAlignedString(
                text, g2, (float) cell.getCenterX(), (float) cell.getCenterY(), TextAnchor.CENTER);
    }

    private int decimals() {
        double largest = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
        return Math.clamp(2 - (int) Math.floor(Math.log10(largest) + 1e-9), 0, 2);
    }
}
