package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Bars;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;

/// Flat bars; whiskers over them, and the values beside them where there is room.
final class BarsRenderer extends BarRenderer {
    @Serial private static final long serialVersionUID = 1;
    private static final int MOST_LABELS = 24;

    private final transient Bars figure;
    private final Look look;
    private final boolean labelled;

    BarsRenderer(Bars figure, List<Color> colours, Look look) {
        this.figure = figure;
        this.look = look;
        this.labelled = figure.categories().size() * figure.series().size() <= MOST_LABELS;
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(false);
        setItemMargin(0.06);
        setMaximumBarWidth(0.12);
        for (int s = 0; s < colours.size(); s++) {
            setSeriesPaint(s, colours.get(s));
        }
        setDefaultToolTipGenerator((data, series, item) -> tooltip(series, item));
    }

    private String tooltip(int series, int item) {
        Bars.Series one = figure.series().get(series);
        String text =
                figure.categories().get(item)
                        + ", "
                        + one.name()
                        + ": "
                        + HouseTheme.value(one.values()[item], figure.percent());
        return hasWhisker(one, item)
                ? text
                        + " ["
                        + HouseTheme.value(one.lower()[item], figure.percent())
                        + ", "
                        + HouseTheme.value(one.upper()[item], figure.percent())
                        + "]"
                : text;
    }

    private static boolean hasWhisker(Bars.Series series, int item) {
        return series.lower().length > item
                && series.upper().length > item
                && Double.isFinite(series.lower()[item])
                && Double.isFinite(series.upper()[item]);
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
            int row,
            int column,
            int pass) {
        super.drawItem(g2, state, dataArea, plot, names, values, data, row, column, pass);
        Bars.Series series = figure.series().get(row);
        double value = series.values()[column];
        if (!Double.isFinite(value)) {
            return;
        }
        boolean lying = plot.getOrientation().equals(PlotOrientation.HORIZONTAL);
        RectangleEdge edge = plot.getRangeAxisEdge();
        double across =
                calculateBarW0(plot, plot.getOrientation(), dataArea, names, state, row, column)
                        + state.getBarWidth() / 2;
        double end = value;
        if (hasWhisker(series, column)) {
            double from = values.valueToJava2D(series.lower()[column], dataArea, edge);
            double to = values.valueToJava2D(series.upper()[column], dataArea, edge);
            g2.setPaint(Palette.mix((Color) getSeriesPaint(row), look.text(), 0.55));
            g2.setStroke(HouseTheme.round(1.3f));
            g2.draw(
                    lying
                            ? new Line2D.Double(from, across, to, across)
                            : new Line2D.Double(across, from, across, to));
            end = value < 0 ? series.lower()[column] : series.upper()[column];
        }
        if (labelled && state.getBarWidth() > 9) {
            drawValue(
                    g2,
                    value,
                    values.valueToJava2D(end, dataArea, edge),
                    across,
                    lying,
                    state.getBarWidth());
        }
    }

    private void drawValue(
            Graphics2D g2, double value, double end, double across, boolean lying, double width) {
        String text = HouseTheme.value(value, figure.percent());
        boolean fits = lying || TextFit.width(text, HouseTheme.small()) < width * 1.5 + 6;
        if (!fits) {
            return;
        }
        int away = value < 0 ? -4 : 4;
        g2.setFont(HouseTheme.small());
        g2.setPaint(look.muted());
        if (lying) {
            TextUtils.drawAlignedString(
                    text,
                    g2,
                    (float) end + away,
                    (float) across,
                    value < 0 ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        } else {
            TextUtils.drawAlignedString(
                    text,
                    g2,
                    (float) across,
                    (float) end - away,
                    value < 0 ? TextAnchor.TOP_CENTER : TextAnchor.BOTTOM_CENTER);
        }
    }
}
