package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.NumberText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.DefaultXYZDataset;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A Bland–Altman plot of a crowd: marks by group, or rectangles inked by how many pairs lie in
/// them, with the histogram of the differences beside it on the same axis.
final class CrowdChart {
    private static final int BINS = 40;
    private static final double FAINTEST = 0.25;
    private static final int WEIGHT = 6;

    private CrowdChart() {}

    static JFreeChart chart(Agreement figure, Agreement.Crowd crowd, Look look) {
        NumberAxis y =
                HouseTheme.numberAxis(
                        figure.yLabel(),
                        false,
                        Optional.of(new Range(crowd.window()[2], crowd.window()[3])),
                        look);
        CombinedRangeXYPlot both = new CombinedRangeXYPlot(y);
        both.setGap(8);
        both.add(cloud(figure, crowd, look), WEIGHT);
        both.add(histogram(figure, crowd, look), 1);
        return HouseTheme.chart(both, legend(crowd, look), note(crowd), look);
    }

    private static String note(Agreement.Crowd crowd) {
        long pairs = Arrays.stream(crowd.counts()).asLongStream().sum();
        String n = "n = " + NumberText.count(pairs) + " pairs";
        return crowd.width() > 0
                ? n + " in small rectangles, with more ink the more there are (logarithmic)"
                : n;
    }

    private static LegendItemCollection legend(Agreement.Crowd crowd, Look look) {
        LegendItemCollection legend = new LegendItemCollection();
        for (int g = 0; g < crowd.names().size() && crowd.names().size() > 1; g++) {
            Shape shape = crowd.width() > 0 ? HouseTheme.square() : mark(g);
            legend.add(HouseTheme.key(crowd.names().get(g), shape, colour(g, crowd, look)));
        }
        return legend;
    }

    private static Color colour(int group, Agreement.Crowd crowd, Look look) {
        return crowd.names().get(group).isEmpty()
                ? Palette.of(Hue.REAL, 0, look)
                : Palette.of(Hue.GROUP, group, look);
    }

    /// The same shapes as in the window.
    private static Shape mark(int group) {
        return switch (group % 4) {
            case 0 -> HouseTheme.dot(5);
            case 1 -> HouseTheme.diamond(6);
            case 2 -> new java.awt.geom.Rectangle2D.Double(-2.2, -2.2, 4.4, 4.4);
            default -> HouseTheme.triangle(5.8);
        };
    }

    // ---- pairs ------------------------------------------------------------------------------

    private static XYPlot cloud(Agreement figure, Agreement.Crowd crowd, Look look) {
        Range across = new Range(crowd.window()[0], crowd.window()[1]);
        XYPlot plot =
                new XYPlot(
                        null,
                        HouseTheme.numberAxis(figure.xLabel(), false, Optional.of(across), look),
                        null,
                        null);
        HouseTheme.grid(plot, true, true, look);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        int layers = crowd.names().size();
        if (crowd.width() > 0) {
            layers = 1;
            Rectangles rectangles = Rectangles.of(figure, crowd, look);
            XYBlockRenderer blocks = new XYBlockRenderer();
            blocks.setBlockWidth(crowd.width());
            blocks.setBlockHeight(crowd.height());
            blocks.setPaintScale(rectangles);
            plot.setDataset(0, rectangles.data());
            plot.setRenderer(0, blocks);
        } else {
            for (int g = 0; g < layers; g++) {
                marks(plot, g, figure, crowd, look);
            }
        }
        AgreementChart.lines(plot, layers, figure, look);
        return plot;
    }

    private static void marks(
            XYPlot plot, int group, Agreement figure, Agreement.Crowd crowd, Look look) {
        int[] points =
                IntStream.range(0, figure.x().length)
                        .filter(i -> crowd.groups()[i] == group)
                        .toArray();
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(
                crowd.names().get(group),
                new double[][] {
                    Arrays.stream(points).mapToDouble(i -> figure.x()[i]).toArray(),
                    Arrays.stream(points).mapToDouble(i -> figure.y()[i]).toArray()
                });
        XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
        double opacity = ScatterChart.opacity(figure.x().length);
        marks.setSeriesPaint(0, Palette.transparent(colour(group, crowd, look), opacity));
        marks.setSeriesShape(0, mark(group));
        marks.setDrawOutlines(false);
        plot.setDataset(group, data);
        plot.setRenderer(group, marks);
    }

    /// Rectangles in which several groups lie are one, in the mixture of their colours.
    ///
    /// @param data with the position of its colour as each rectangle's value
    private record Rectangles(DefaultXYZDataset data, List<Color> colours) implements PaintScale {
        private record Place(double x, double y) {}

        static Rectangles of(Agreement figure, Agreement.Crowd crowd, Look look) {
            Map<Place, int[]> counts = new LinkedHashMap<>();
            int groups = crowd.names().size();
            for (int i = 0; i < figure.x().length; i++) {
                counts.computeIfAbsent(
                                        new Place(figure.x()[i], figure.y()[i]),
                                        _ -> new int[groups])[crowd.groups()[i]] +=
                        crowd.counts()[i];
            }
            int most =
                    counts.values().stream()
                            .mapToInt(one -> Arrays.stream(one).sum())
                            .max()
                            .orElse(1);
            double[][] cells = new double[3][counts.size()];
            List<Color> colours = new ArrayList<>();
            counts.forEach(
                    (place, own) -> {
                        cells[0][colours.size()] = place.x();
                        cells[1][colours.size()] = place.y();
                        cells[2][colours.size()] = colours.size();
                        colours.add(ink(own, most, crowd, look));
                    });
            DefaultXYZDataset data = new DefaultXYZDataset();
            data.addSeries("pairs", cells);
            return new Rectangles(data, colours);
        }

        /// The more pairs, the more ink.
        private static Color ink(int[] counts, int most, Agreement.Crowd crowd, Look look) {
            double all = 0;
            Color hue = look.ground();
            for (int g = 0; g < counts.length; g++) {
                if (counts[g] > 0) {
                    all += counts[g];
                    hue = Palette.mix(hue, colour(g, crowd, look), counts[g] / all);
                }
            }
            double share = most > 1 ? Math.log(Math.max(1, all)) / Math.log(most) : 0;
            double t = FAINTEST + (1 - FAINTEST) * share;
            Color far = look == Look.DARK ? Color.WHITE : Color.BLACK;
            return t <= 0.75
                    ? Palette.mix(look.ground(), hue, t / 0.75)
                    : Palette.mix(hue, far, (t - 0.75) * 2);
        }

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return colours.size();
        }

        @Override
        public Paint getPaint(double position) {
            return colours.get((int) position);
        }
    }

    // ---- histogram --------------------------------------------------------------------------

    private static XYPlot histogram(Agreement figure, Agreement.Crowd crowd, Look look) {
        double step = step(figure, crowd);
        double bottom = bottom(figure, crowd, step);
        int bins = (int) Math.ceil((crowd.window()[3] - bottom) / step);
        double[][] counts = new double[crowd.names().size()][bins];
        for (int i = 0; i < figure.y().length; i++) {
            int bin = Math.clamp((int) ((figure.y()[i] - bottom) / step), 0, bins - 1);
            counts[crowd.groups()[i]][bin] += crowd.counts()[i];
        }
        double[] base = new double[bins];
        XYPlot plot = new XYPlot(null, null, null, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        for (int g = 0; g < counts.length; g++) {
            Color colour = Palette.transparent(colour(g, crowd, look), 0.7);
            for (int bin = 0; bin < bins; bin++) {
                if (counts[g][bin] > 0) {
                    double low = bottom + bin * step;
                    plot.addAnnotation(
                            new XYBoxAnnotation(
                                    base[bin],
                                    low,
                                    base[bin] + counts[g][bin],
                                    low + step * 0.92,
                                    null,
                                    null,
                                    colour));
                    base[bin] += counts[g][bin];
                }
            }
        }
        double longest = Arrays.stream(base).max().orElse(1);
        NumberAxis axis =
                HouseTheme.numberAxis(
                        "pairs", false, Optional.of(new Range(0, Math.max(1, longest))), look);
        axis.setTickLabelsVisible(false);
        plot.setDomainAxis(axis);
        return plot;
    }

    /// The height of a bin: a whole number of steps where differences are discrete, else some bins
    /// would hold more values than others.
    private static double step(Agreement figure, Agreement.Crowd crowd) {
        double wanted = (crowd.window()[3] - crowd.window()[2]) / BINS;
        double[] sorted = Arrays.stream(figure.y()).sorted().toArray();
        double least = wanted * 1e-6;
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double between = sorted[i] - sorted[i - 1];
            gap = between > least ? Math.min(gap, between) : gap;
        }
        return Double.isInfinite(gap) ? wanted : gap * Math.ceil(wanted / gap - 1e-9);
    }

    /// Where the lowest bin begins, so that the lowest difference lies in the middle of a step.
    private static double bottom(Agreement figure, Agreement.Crowd crowd, double step) {
        double lowest = Arrays.stream(figure.y()).min().orElse(crowd.window()[2]);
        double below = Math.ceil((lowest - step / 2 - crowd.window()[2]) / step);
        return lowest - step / 2 - below * step;
    }
}
