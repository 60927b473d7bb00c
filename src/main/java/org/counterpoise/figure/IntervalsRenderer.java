package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Intervals;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;

/// Draws one row of a forest plot: whisker, then dot (or diamond, if flagged).
final class IntervalsRenderer extends AbstractCategoryItemRenderer {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<Intervals.Row> rows;
    private final Look look;

    IntervalsRenderer(List<Intervals.Row> rows, boolean percent, Look look) {
        this.rows = rows;
        this.look = look;
        setDefaultToolTipGenerator(
                (data, series, item) -> IntervalsChart.tooltip(rows.get(item), percent));
    }

    static Color colour(boolean flagged, Look look) {
        return Palette.of(
                flagged
                        ? org.counterpoise.engine.finding.Hue.FLAGGED
                        : org.counterpoise.engine.finding.Hue.REAL,
                0,
                look);
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            CategoryItemRendererState state,
            Rectangle2D dataArea,
            CategoryPlot plot,
            CategoryAxis names,
            ValueAxis values,
            CategoryDataset data,
            int series,
            int item,
            int pass) {
        Intervals.Row row = rows.get(item);
        if (!Double.isFinite(row.value())) {
            return;
        }
        double y =
                names.getCategoryMiddle(item, getColumnCount(), dataArea, plot.getDomainAxisEdge());
        RectangleEdge edge = plot.getRangeAxisEdge();
        double x = values.valueToJava2D(row.value(), dataArea, edge);
        g2.setPaint(colour(row.flagged(), look));
        Rectangle2D whisker = new Rectangle2D.Double(x, y, 0, 0);
        if (!Double.isNaN(row.lower()) && !Double.isNaN(row.upper())) {
            double from = values.valueToJava2D(row.lower(), dataArea, edge);
            double to = values.valueToJava2D(row.upper(), dataArea, edge);
            g2.setStroke(HouseTheme.LINE);
            g2.draw(new Line2D.Double(from, y, to, y));
            whisker.setFrame(from, y, to - from, 0);
        }
        Shape mark =
                AffineTransform.getTranslateInstance(x, y)
                        .createTransformedShape(
                                row.flagged() ? HouseTheme.diamond(10) : HouseTheme.dot(8));
        g2.fill(mark);
        if (state.getEntityCollection() != null) {
            addItemEntity(state.getEntityCollection(), data, series, item, hot(mark, whisker));
        }
    }

    /// Where the pointer finds the row: the mark and its whisker, with a margin.
    private static Shape hot(Shape mark, Rectangle2D whisker) {
        Rectangle2D area = mark.getBounds2D().createUnion(whisker);
        return new Rectangle2D.Double(
                area.getX() - 3, area.getY() - 3, area.getWidth() + 6, area.getHeight() + 6);
    }
}
