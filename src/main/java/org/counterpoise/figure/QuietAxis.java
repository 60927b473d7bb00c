package org.counterpoise.figure;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.text.NumberFormat;

/// A numeric axis with few, round ticks: 1, 2 or 5 times a power of ten.
final class QuietAxis extends NumberAxis {
    @Serial private static final long serialVersionUID = 1;

    private static final double PIXELS_ACROSS = 72;
    private static final double PIXELS_UP = 38;

    QuietAxis(NumberFormat format) {
        setNumberFormatOverride(format);
        setAutoRangeIncludesZero(false);
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double pixels = across ? dataArea.getWidth() : dataArea.getHeight();
        double wanted = Math.clamp(pixels / (across ? PIXELS_ACROSS : PIXELS_UP), 2, 10);
        setTickUnit(new NumberTickUnit(step(getRange().getLength() / wanted)), false, false);
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double leading = atLeast / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
