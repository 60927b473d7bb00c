package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.PlateMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/// Plates as coloured wells: one with letters and numbers, or many as small multiples.
final class PlateMapChart {
    /// More plates than this are not drawn; all are in the data.
    static final int MOST = 40;

    private static final int FEW = 2;

    private PlateMapChart() {}

    static JFreeChart chart(PlateMap figure, Look look) {
        Tiles tiles = Tiles.of(figure);
        HeatmapChart.Scale scale = scale(figure, look);
        DefaultXYDataset data = new DefaultXYDataset();
        double[][] places = new double[2][tiles.shown()];
        for (int plate = 0; plate < tiles.shown(); plate++) {
            places[0][plate] = tiles.left(plate) + figure.columns() / 2.0;
            places[1][plate] = tiles.top(plate) + figure.rows() / 2.0;
        }
        data.addSeries(figure.legend(), places);
        XYPlot plot =
                new XYPlot(
                        data,
                        hidden(tiles.width()),
                        hidden(tiles.height()),
                        new PlateMapRenderer(figure, tiles, scale, look));
        plot.getRangeAxis().setInverted(true);
        HouseTheme.grid(plot, false, false, look);
        JFreeChart chart =
                HouseTheme.chart(plot, new LegendItemCollection(), note(figure, tiles), look);
        if (tiles.shown() > 0) {
            chart.addSubtitle(HeatmapChart.legend(figure.legend(), scale, look));
        }
        return chart;
    }

    private static HeatmapChart.Scale scale(PlateMap figure, Look look) {
        boolean usable =
                Double.isFinite(figure.min())
                        && Double.isFinite(figure.max())
                        && figure.min() < figure.max();
        return new HeatmapChart.Scale(
                usable ? figure.min() : 0, usable ? figure.max() : 1, true, look.grid());
    }

    private static NumberAxis hidden(double length) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(0, Math.max(1, length));
        return axis;
    }

    private static String note(PlateMap figure, Tiles tiles) {
        return tiles.shown() < figure.plates().size()
                ? "The first "
                        + tiles.shown()
                        + " of "
                        + figure.plates().size()
                        + " plates are shown; all are in the data."
                : "";
    }

    /// The height at which wells are about as high as they are wide, about 600 wide.
    static int height(PlateMap figure) {
        Tiles tiles = Tiles.of(figure);
        return 70 + (int) Math.clamp(570 * tiles.height() / tiles.width(), 100, 620);
    }

    /// Where each plate stands, in units of a well.
    ///
    /// @param shown how many plates are drawn
    /// @param across how many stand side by side
    /// @param rows of a plate
    /// @param columns of a plate
    record Tiles(int shown, int across, int rows, int columns) {

        static Tiles of(PlateMap figure) {
            int shown = Math.min(MOST, figure.plates().size());
            int across = shown <= FEW ? Math.max(1, shown) : (int) Math.ceil(Math.sqrt(shown));
            return new Tiles(shown, across, figure.rows(), figure.columns());
        }

        /// Whether rows and columns are named.
        boolean lettered() {
            return shown <= FEW;
        }

        private double marginLeft() {
            return lettered() ? columns * across / 16.0 : columns / 20.0;
        }

        private double marginTop() {
            return lettered() ? rows * across / 7.0 : rows / 4.0;
        }

        double left(int plate) {
            return marginLeft() + (plate % across) * (columns + marginLeft());
        }

        double top(int plate) {
            int line = plate / across;
            return marginTop() + line * (rows + marginTop());
        }

        double width() {
            return marginLeft() + across * (columns + marginLeft());
        }

        double height() {
            int lines = Math.max(1, (shown + across - 1) / across);
            return lines * (rows + marginTop()) + rows / 20.0;
        }
    }
}
