package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.PlateMap;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;

/// One plate: its name, its wells, and a mark at each flagged row and column.
final class PlateMapRenderer extends AbstractXYItemRenderer {
    @Serial private static final long serialVersionUID = 1;

    /// With more wells than this, only plates and not wells answer to the pointer.
    private static final int MOST_ANSWERING = 8_000;

    private final transient PlateMap figure;
    private final transient PlateMapChart.Tiles tiles;
    private final transient HeatmapChart.Scale scale;
    private final Look look;

    PlateMapRenderer(
            PlateMap figure, PlateMapChart.Tiles tiles, HeatmapChart.Scale scale, Look look) {
        this.figure = figure;
        this.tiles = tiles;
        this.scale = scale;
        this.look = look;
    }

    /// A plate's place on the drawing.
    private record Ground(double left, double top, double width, double height) {
        Rectangle2D area() {
            return new Rectangle2D.Double(left, top, width, height);
        }
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
        PlateMap.Plate plate = figure.plates().get(item);
        double left = xAxis.valueToJava2D(tiles.left(item), dataArea, plot.getDomainAxisEdge());
        double right =
                xAxis.valueToJava2D(
                        tiles.left(item) + figure.columns(), dataArea, plot.getDomainAxisEdge());
        double top = yAxis.valueToJava2D(tiles.top(item), dataArea, plot.getRangeAxisEdge());
        double bottom =
                yAxis.valueToJava2D(
                        tiles.top(item) + figure.rows(), dataArea, plot.getRangeAxisEdge());
        Ground ground =
                new Ground(
                        left,
                        top,
                        (right - left) / figure.columns(),
                        (bottom - top) / figure.rows());
        wells(g2, plate, ground, state.getEntityCollection(), data, item);
        title(g2, plate, ground, right - left);
        if (tiles.lettered()) {
            names(g2, plate, ground);
        }
        marks(g2, plate, ground);
    }

    private void wells(
            Graphics2D g2,
            PlateMap.Plate plate,
            Ground ground,
            EntityCollection entities,
            XYDataset data,
            int item) {
        double gap = ground.width > 8 && ground.height > 8 ? 1 : 0;
        boolean answering = plate.values().length * (long) tiles.shown() <= MOST_ANSWERING;
        for (int well = 0; well < plate.values().length; well++) {
            int row = well / figure.columns();
            Rectangle2D cell =
                    new Rectangle2D.Double(
                            ground.left + (well % figure.columns()) * ground.width + gap / 2,
                            ground.top + row * ground.height + gap / 2,
                            ground.width - gap,
                            ground.height - gap);
            double value = plate.values()[well];
            g2.setPaint(scale.colour(value));
            g2.fill(cell);
            if (Double.isNaN(value) && gap > 0) {
                cross(g2, cell);
            }
            if (entities != null && answering) {
                entities.add(new XYItemEntity(cell, data, 0, item, tooltip(plate, well), null));
            }
        }
    }

    /// A missing well must not pass for one in the middle of the scale.
    private void cross(Graphics2D g2, Rectangle2D cell) {
        g2.setPaint(look.muted());
        g2.draw(
                new Line2D.Double(
                        cell.getMinX() + 2,
                        cell.getMinY() + 2,
                        cell.getMaxX() - 2,
                        cell.getMaxY() - 2));
        g2.draw(
                new Line2D.Double(
                        cell.getMinX() + 2,
                        cell.getMaxY() - 2,
                        cell.getMaxX() - 2,
                        cell.getMinY() + 2));
    }

    private String tooltip(PlateMap.Plate plate, int well) {
        double value = plate.values()[well];
        return plate.name()
                + " "
                + figure.well(well)
                + ": "
                + (Double.isNaN(value) ? "no value" : NumberText.short3(value));
    }

    private void title(Graphics2D g2, PlateMap.Plate plate, Ground ground, double width) {
        Font font = tiles.lettered() ? HouseTheme.strong() : HouseTheme.small();
        String name = TextFit.elide(plate.name(), font, width);
        float above = tiles.lettered() ? 24 : 3;
        g2.setFont(font);
        g2.setPaint(look.text());
        TextUtils.drawAlignedString(
                name, g2, (float) ground.left, (float) ground.top - above, TextAnchor.BOTTOM_LEFT);
    }

    /// Letters and numbers, as many as there is room for.
    private void names(Graphics2D g2, PlateMap.Plate plate, Ground ground) {
        Font font = HouseTheme.small();
        g2.setFont(font);
        int everyRow = Math.max(1, (int) Math.ceil(11 / ground.height));
        for (int row = 0; row < figure.rows(); row++) {
            boolean flagged = plate.flaggedRows().contains(row);
            if (row % everyRow == 0 || flagged) {
                g2.setPaint(flagged ? Palette.FLAGGED : look.muted());
                TextUtils.drawAlignedString(
                        PlateMap.letters(row),
                        g2,
                        (float) ground.left - 10,
                        (float) (ground.top + (row + 0.5) * ground.height),
                        TextAnchor.CENTER_RIGHT);
            }
        }
        int everyColumn = Math.max(1, (int) Math.ceil(16 / ground.width));
        for (int column = 0; column < figure.columns(); column++) {
            boolean flagged = plate.flaggedColumns().contains(column);
            boolean crowded =
                    everyColumn > 1
                            && (plate.flaggedColumns().contains(column + 1)
                                    || plate.flaggedColumns().contains(column - 1));
            if (flagged || (column % everyColumn == 0 && !crowded)) {
                g2.setPaint(flagged ? Palette.FLAGGED : look.muted());
                TextUtils.drawAlignedString(
                        Integer.toString(column + 1),
                        g2,
                        (float) (ground.left + (column + 0.5) * ground.width),
                        (float) ground.top - 8,
                        TextAnchor.BOTTOM_CENTER);
            }
        }
    }

    /// A triangle that points at each flagged line, from the left or from above.
    private void marks(Graphics2D g2, PlateMap.Plate plate, Ground ground) {
        g2.setPaint(Palette.FLAGGED);
        double size = tiles.lettered() ? 6 : 4;
        for (int row : plate.flaggedRows()) {
            double y = ground.top + (row + 0.5) * ground.height;
            g2.fill(triangle(ground.left - 1, y, -size, -size / 2, -size, size / 2));
        }
        for (int column : plate.flaggedColumns()) {
            double x = ground.left + (column + 0.5) * ground.width;
            g2.fill(triangle(x, ground.top - 1, -size / 2, -size, size / 2, -size));
        }
        if (ground.width <= 8 || ground.height <= 8) {
            Rectangle2D area =
                    new Ground(
                                    ground.left,
                                    ground.top,
                                    ground.width * figure.columns(),
                                    ground.height * figure.rows())
                            .area();
            g2.setPaint(look.grid());
            g2.draw(area);
        }
    }

    private static Path2D triangle(
            double x, double y, double dx1, double dy1, double dx2, double dy2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x + dx1, y + dy1);
        path.lineTo(x + dx2, y + dy2);
        path.closePath();
        return path;
    }
}
