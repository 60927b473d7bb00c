package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Histogram;
import org.counterpoise.engine.finding.Hue;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultIntervalXYDataset;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/// Real data as light filled bars, everything else as steps over them, on one scale.
final class HistogramChart {
    private HistogramChart() {}

    static JFreeChart chart(Histogram figure, Look look) {
        List<Color> colours = SeriesColours.of(figure.series(), Histogram.Series::hue, look);
        int filled = filled(figure);
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        for (int s = 0; s < figure.series().size(); s++) {
            data.addSeries(s + " " + figure.series().get(s).name(), bins(figure, s));
        }
        Optional<Range> shares =
                HouseTheme.range(
                                0,
                                figure.series().stream()
                                        .map(Histogram.Series::shares)
                                        .toArray(double[][]::new))
                        .map(r -> new Range(0, Math.max(r.getUpperBound() * 1.06, 0.01)));
        NumberAxis x =
                HouseTheme.numberAxis(
                        figure.xLabel(), false, HouseTheme.range(0.01, figure.edges()), look);
        NumberAxis y = HouseTheme.numberAxis("share of rows", true, shares, look);
        y.setAxisLineVisible(false);
        XYPlot plot =
                new XYPlot(
                        shares.isPresent() ? data : null,
                        x,
                        y,
                        new HistogramRenderer(figure, colours, filled, look));
        HouseTheme.grid(plot, false, true, look);
        return HouseTheme.chart(plot, legend(figure, colours, filled, look), "", look);
    }

    /// The filled series: the first real one, else the first.
    private static int filled(Histogram figure) {
        for (int s = 0; s < figure.series().size(); s++) {
            if (figure.series().get(s).hue() == Hue.REAL) {
                return s;
            }
        }
        return 0;
    }

    /// Rows of x, its start and end, y, its start and end, as the dataset wants them.
    private static double[][] bins(Histogram figure, int series) {
        double[] edges = figure.edges();
        double[] shares = figure.series().get(series).shares();
        int count = Math.max(0, Math.min(edges.length - 1, shares.length));
        double[][] bins = new double[6][count];
        for (int i = 0; i < count; i++) {
            bins[0][i] = (edges[i] + edges[i + 1]) / 2;
            bins[1][i] = edges[i];
            bins[2][i] = edges[i + 1];
            bins[3][i] = shares[i];
            bins[4][i] = shares[i];
            bins[5][i] = shares[i];
        }
        return bins;
    }

    private static LegendItemCollection legend(
            Histogram figure, List<Color> colours, int filled, Look look) {
        LegendItemCollection legend = new LegendItemCollection();
        if (figure.series().size() > 1) {
            for (int s = 0; s < figure.series().size(); s++) {
                String name = figure.series().get(s).name();
                legend.add(
                        s == filled
                                ? HouseTheme.key(
                                        name,
                                        HouseTheme.square(),
                                        HistogramRenderer.fill(colours.get(s), look))
                                : HouseTheme.lineKey(name, HistogramRenderer.TICK, colours.get(s)));
            }
        }
        return legend;
    }
}
