package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure;
import org.jfree.chart.JFreeChart;

/// Draws figures: a chart of JFreeChart, in the style of the house, for each kind.
///
/// Charts have tooltips with complete labels and values, and a legend where there is more than one
/// series; the figure's title and summary stand outside the chart, in a caption or a card.
public final class FigureCharts {
    private FigureCharts() {}

    /// The figure on a light ground.
    public static JFreeChart chart(Figure figure) {
        return chart(figure, Look.LIGHT);
    }

    /// The figure on this ground. Never fails: without any defined value it says so.
    public static JFreeChart chart(Figure figure, Look look) {
        return switch (figure) {
            case Figure.Histogram histogram -> HistogramChart.chart(histogram, look);
            case Figure.Bars bars -> BarsChart.chart(bars, look);
            case Figure.Intervals intervals -> IntervalsChart.chart(intervals, look);
            case Figure.Curves curves -> CurvesChart.chart(curves, look);
            case Figure.Heatmap heatmap -> HeatmapChart.chart(heatmap, look);
            case Figure.Scatter scatter -> ScatterChart.chart(scatter, look);
            case Figure.Agreement agreement -> AgreementChart.chart(agreement, look);
            case Figure.PlateMap plates -> PlateMapChart.chart(plates, look);
            case Figure.Structures structures -> StructuresChart.chart(structures, look);
        };
    }

    /// The height at which a figure reads best, in pixels of 1/96 inch, if it is about 600 wide.
    public static int preferredHeight(Figure figure) {
        return switch (figure) {
            case Figure.Histogram _ -> 260;
            case Figure.Bars bars -> barsHeight(bars);
            case Figure.Intervals intervals ->
                    96 + 22 * Math.clamp(intervals.rows().size(), 2, IntervalsChart.MOST_ROWS);
            case Figure.Curves _ -> 340;
            case Figure.Heatmap heatmap ->
                    70
                            + HeatmapChart.labelHeight(heatmap)
                            + Math.clamp(22L * heatmap.values().length, 40, 440);
            case Figure.Scatter _, Figure.Agreement _ -> 340;
            case Figure.PlateMap plates -> PlateMapChart.height(plates);
            case Figure.Structures structures -> StructuresChart.height(structures);
        };
    }

    private static int barsHeight(Figure.Bars bars) {
        int categories = Math.clamp(bars.categories().size(), 1, BarsChart.MOST_CATEGORIES);
        int perCategory = 10 + 15 * Math.max(1, bars.series().size());
        return BarsChart.horizontal(bars) ? 90 + categories * perCategory : 240;
    }
}
