package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Heatmap;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.UnitType;
import org.jfree.data.xy.DefaultXYZDataset;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import java.util.stream.IntStream;

/// Coloured cells, with their values where there are few, and the scale at the right.
final class HeatmapChart {
    static final int MOST = 60;
    private static final double LABEL_WIDTH = 130;

    private HeatmapChart() {}

    static JFreeChart chart(Heatmap figure, Look look) {
        int rows = Math.min(MOST, figure.values().length);
        int columns = Math.min(MOST, figure.columnLabels().size());
        Scale scale = Scale.of(figure, look);
        XYPlot plot =
                new XYPlot(
                        rows * columns > 0 ? cells(figure, rows, columns) : null,
                        labels(figure.columnLabels(), columns, look),
                        labels(figure.rowLabels(), rows, look),
                        new HeatmapRenderer(figure, scale, rows * columns, look));
        plot.getRangeAxis().setInverted(true);
        plot.getDomainAxis().setVerticalTickLabels(turned(figure));
        HouseTheme.grid(plot, false, false, look);
        JFreeChart chart =
                HouseTheme.chart(
                        plot, new LegendItemCollection(), note(figure, rows, columns), look);
        if (rows * columns > 0) {
            chart.addSubtitle(legend(figure.legend(), scale, look));
        }
        return chart;
    }

    /// How much height the column labels need, in pixels.
    static int labelHeight(Heatmap figure) {
        double widest =
                figure.columnLabels().stream()
                        .mapToDouble(label -> TextFit.width(label, HouseTheme.small()))
                        .max()
                        .orElse(0);
        return turned(figure) ? (int) Math.min(widest, LABEL_WIDTH) + 10 : 20;
    }

    private static boolean turned(Heatmap figure) {
        int columns = Math.min(MOST, figure.columnLabels().size());
        return figure.columnLabels().stream()
                .limit(columns)
                .anyMatch(label -> label.length() > 60 / columns);
    }

    private static DefaultXYZDataset cells(Heatmap figure, int rows, int columns) {
        double[][] cells = new double[3][rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cells[0][r * columns + c] = c;
                cells[1][r * columns + c] = r;
                cells[2][r * columns + c] = figure.values()[r][c];
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries(figure.legend(), cells);
        return data;
    }

    private static SymbolAxis labels(List<String> all, int count, Look look) {
        String[] shown =
                IntStream.range(0, count)
                        .mapToObj(i -> TextFit.elide(all.get(i), HouseTheme.small(), LABEL_WIDTH))
                        .toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(null, shown);
        HouseTheme.style(axis, look);
        axis.setTickLabelPaint(look.text());
        axis.setGridBandsVisible(false);
        axis.setAxisLineVisible(false);
        axis.setRange(-0.5, Math.max(1, count) - 0.5);
        return axis;
    }

    private static String note(Heatmap figure, int rows, int columns) {
        return rows < figure.values().length || columns < figure.columnLabels().size()
                ? "The first "
                        + rows
                        + " × "
                        + columns
                        + " of "
                        + figure.values().length
                        + " × "
                        + figure.columnLabels().size()
                        + " cells are shown; all are in the data."
                : "";
    }

    static PaintScaleLegend legend(String label, Scale scale, Look look) {
        NumberAxis axis = HouseTheme.numberAxis(label, false, java.util.Optional.empty(), look);
        axis.setAxisLineVisible(false);
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.TOP);
        legend.setAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        legend.setStripWidth(8);
        legend.setStripOutlineVisible(false);
        legend.setSubdivisionCount(64);
        legend.setBackgroundPaint(null);
        legend.setPadding(new RectangleInsets(UnitType.RELATIVE, 0.01, 0.03, 0.01, 0.5));
        return legend;
    }

    /// The colours of a heatmap's values.
    record Scale(double min, double max, boolean diverging, Color undefined) implements PaintScale {

        static Scale of(Heatmap figure, Look look) {
            double min = figure.min();
            double max = figure.max();
            if (figure.diverging()) {
                max = Math.max(Math.abs(min), Math.abs(max));
                min = -max;
            }
            boolean usable = Double.isFinite(min) && Double.isFinite(max) && min < max;
            return new Scale(usable ? min : 0, usable ? max : 1, figure.diverging(), look.grid());
        }

        @Override
        public double getLowerBound() {
            return min;
        }

        @Override
        public double getUpperBound() {
            return max;
        }

        @Override
        public Paint getPaint(double value) {
            return colour(value);
        }

        Color colour(double value) {
            if (Double.isNaN(value)) {
                return undefined;
            }
            double t = (Math.clamp(value, min, max) - min) / (max - min);
            return diverging ? Palette.diverging(2 * t - 1) : Palette.sequential(t);
        }
    }

    /// A cell as the tooltip says it.
    static String tooltip(Heatmap figure, int row, int column) {
        return figure.rowLabels().get(row)
                + " × "
                + figure.columnLabels().get(column)
                + ": "
                + NumberText.short3(figure.values()[row][column]);
    }
}
