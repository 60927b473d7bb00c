package org.counterpoise.figure;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;

/// An axis over the plot with one tick: the name of a reference line, where no data can cover it.
final class LabelledValueAxis extends NumberAxis {
    @Serial private static final long serialVersionUID = 1;

    private final double value;
    private final String label;

    LabelledValueAxis(double value, String label, Range range, Look look) {
        this.value = value;
        this.label = label;
        HouseTheme.style(this, look);
        setAxisLineVisible(false);
        setRange(range, true, true);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(
            Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        String text = TextFit.elide(label, getTickLabelFont(), dataArea.getWidth() * 0.8);
        double half = TextFit.width(text, getTickLabelFont()) / 2;
        double x = valueToJava2D(value, dataArea, edge);
        TextAnchor anchor =
                x - half < dataArea.getMinX()
                        ? TextAnchor.BOTTOM_LEFT
                        : x + half > dataArea.getMaxX()
                                ? TextAnchor.BOTTOM_RIGHT
                                : TextAnchor.BOTTOM_CENTER;
        return List.of(new NumberTick(value, text, anchor, TextAnchor.CENTER, 0));
    }
}
