package org.counterpoise.figure;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryTick;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/// A category axis that wraps and elides its labels; the complete label is in the tooltip.
final class LabelAxis extends CategoryAxis {
    @Serial private static final long serialVersionUID = 1;

    /// Labels beside horizontal rows get at most this share of the plot's width.
    private static final double SIDE_SHARE = 0.42;

    /// Spaces that a reader of SVG does not collapse.
    private static final String GAP = "\u00a0\u00a0\u00a0";

    private final Look look;
    private final boolean values;

    private LabelAxis(Look look, boolean values) {
        super(null);
        this.look = look;
        this.values = values;
        HouseTheme.style(this, look);
        setTickLabelFont(HouseTheme.normal());
        setTickLabelPaint(look.text());
        setCategoryLabelPositionOffset(6);
        setLowerMargin(0.02);
        setUpperMargin(0.02);
    }

    /// The axis that names the categories.
    static LabelAxis names(List<RowKey> keys, Look look) {
        LabelAxis axis = new LabelAxis(look, false);
        keys.forEach(key -> axis.addCategoryLabelToolTip(key, key.label()));
        return axis;
    }

    /// The axis at the far end of the rows, with each row's value.
    static LabelAxis values(Look look) {
        LabelAxis axis = new LabelAxis(look, true);
        axis.setAxisLineVisible(false);
        return axis;
    }

    @Override
    public List<CategoryTick> refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        List<CategoryTick> ticks = new ArrayList<>();
        CategoryPlot plot = (CategoryPlot) getPlot();
        if (dataArea.getHeight() <= 0 || dataArea.getWidth() <= 0) {
            return ticks;
        }
        CategoryLabelPosition position = getCategoryLabelPositions().getLabelPosition(edge);
        double room = calculateCategorySize(plot.getCategories().size(), dataArea, edge);
        boolean side = RectangleEdge.isLeftOrRight(edge);
        double max = 0;
        for (Object category : plot.getCategories()) {
            RowKey key = (RowKey) category;
            TextBlock label = values ? valueLabel(key) : nameLabel(key, side, room, dataArea);
            max =
                    Math.max(
                            max,
                            side
                                    ? calculateTextBlockWidth(label, position, g2)
                                    : calculateTextBlockHeight(label, position, g2));
            ticks.add(
                    new CategoryTick(
                            key,
                            label,
                            position.getLabelAnchor(),
                            position.getRotationAnchor(),
                            position.getAngle()));
        }
        state.setMax(max);
        return ticks;
    }

    private TextBlock nameLabel(RowKey key, boolean side, double room, Rectangle2D dataArea) {
        Font font = getTickLabelFont();
        double width = side ? dataArea.getWidth() * SIDE_SHARE : room;
        int lines = side ? (room > 2.6 * font.getSize() ? 2 : 1) : 3;
        TextBlock block = new TextBlock();
        block.setLineAlignment(side ? HorizontalAlignment.RIGHT : HorizontalAlignment.CENTER);
        for (String line : TextFit.lines(key.label(), font, width, lines)) {
            block.addLine(line, font, look.text());
        }
        return block;
    }

    private TextBlock valueLabel(RowKey key) {
        TextLine line = new TextLine();
        line.addFragment(new TextFragment(key.value(), HouseTheme.strong(), look.text()));
        if (!key.detail().isEmpty()) {
            line.addFragment(
                    new TextFragment(GAP + key.detail(), HouseTheme.small(), look.muted()));
        }
        TextBlock block = new TextBlock();
        block.addLine(line);
        return block;
    }
}
