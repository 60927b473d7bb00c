package org.counterpoise.bench;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Drawing;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Synthesizer;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

import javax.imageio.ImageIO;

/// How the time of synthesizers grows with rows and with columns: prints the table of
/// src/docs/guide/generate.md and draws its figure into the file named.
///
/// Copulas, the mixture and the trees learn and draw as many rows as there are; oversamplers fill
/// up the rarer outcome. Of three runs the fastest counts. To run it: `mvn -q -Pbench test-compile
/// exec:exec -Dbench.main=org.counterpoise.bench.SynthesizerGrowth`
public final class SynthesizerGrowth {
    private static final List<String> METHODS =
            List.of(
                    "gaussian-copula",
                    "student-copula",
                    "vine-copula",
                    "gaussian-mixture",
                    "sequential-trees",
                    "smote-nc",
                    "svm-smote",
                    "smote-tomek",
                    "smote-enn");

    private static final int[] ROWS = {3_000, 10_000, 30_000, 100_000};
    private static final int[] COLUMNS = {5, 10, 20, 40};
    private static final int USUAL_ROWS = 10_000;
    private static final int RUNS = 3;

    /// A method that took longer is not asked for more.
    private static final double MOST_SECONDS = 8;

    /// Okabe and Ito's colours, told apart by everyone; the ninth method is dashed.
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x0072B2),
                    new Color(0x56B4E9),
                    new Color(0x009E73),
                    new Color(0x000000),
                    new Color(0xE69F00),
                    new Color(0xD55E00),
                    new Color(0xCC79A7),
                    new Color(0x999999));

    private static final Stroke LINE = new BasicStroke(2);
    private static final Stroke DASHED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6}, 0);

    private SynthesizerGrowth() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args.length > 0 ? args[0] : "target/growth.png");
        DefaultCategoryDataset byRows = measure("rows", ROWS, n -> PatientsTable.of(n, 20));
        DefaultCategoryDataset byColumns =
                measure("columns", COLUMNS, n -> PatientsTable.of(USUAL_ROWS, n));
        BufferedImage image = new BufferedImage(1600, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart("20 columns", "Rows", byRows).draw(graphics, new Rectangle2D.Double(0, 0, 800, 640));
        chart("10,000 rows", "Columns", byColumns)
                .draw(graphics, new Rectangle2D.Double(800, 0, 800, 640));
        graphics.dispose();
        ImageIO.write(image, "png", out.toFile());
    }

    private static DefaultCategoryDataset measure(
            String what, int[] sizes, IntFunction<Dataset> table) {
        DefaultCategoryDataset all = new DefaultCategoryDataset();
        System.out.print("| seconds by " + what + " |");
        for (int size : sizes) {
            System.out.printf(Locale.ROOT, " %,d |", size);
        }
        System.out.println();
        System.out.println("|---|" + "---:|".repeat(sizes.length));
        Map<Integer, Dataset> tables = new TreeMap<>();
        for (String method : METHODS) {
            StringBuilder line = new StringBuilder("| " + method + " |");
            double before = 0;
            for (int size : sizes) {
                if (before > MOST_SECONDS) {
                    line.append(" – |");
                    continue;
                }
                Dataset data = tables.computeIfAbsent(size, table::apply);
                before = fastest(method, data);
                all.addValue(before, method, String.format(Locale.ROOT, "%,d", size));
                line.append(
                        String.format(Locale.ROOT, before < 10 ? " %.2f |" : " %.0f |", before));
            }
            System.out.println(line);
        }
        return all;
    }

    private static double fastest(String method, Dataset data) {
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < RUNS && (run == 0 || best < MOST_SECONDS / RUNS); run++) {
            long start = System.nanoTime();
            run(Catalogue.find(Synthesizer.class, method), data);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static <S extends Record> void run(Synthesizer<S> method, Dataset data) {
        SamplingPlan plan =
                method.id().contains("smote")
                        ? new SamplingPlan(
                                SamplingPlan.Goal.BALANCE,
                                List.of("outcome"),
                                0,
                                List.of(),
                                SamplingPlan.Result.AUGMENTED)
                        : SamplingPlan.keep(0);
        Drawing.draw(
                method.fit(data, method.defaults(), 7, Progress.NONE),
                plan,
                data,
                Optional.empty(),
                3,
                Progress.NONE);
    }

    private static JFreeChart chart(String title, String x, DefaultCategoryDataset seconds) {
        JFreeChart chart =
                ChartFactory.createLineChart(
                        title, x, "Seconds", seconds, PlotOrientation.VERTICAL, true, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setFrame(BlockBorder.NONE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        LogAxis axis = new LogAxis("Seconds");
        axis.setTickUnit(new NumberTickUnit(1, NumberFormat.getInstance(Locale.ROOT)));
        axis.setRange(0.01, 12);
        plot.setRangeAxis(axis);
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        for (int series = 0; series < METHODS.size(); series++) {
            renderer.setSeriesPaint(series, COLOURS.get(series % COLOURS.size()));
            renderer.setSeriesStroke(series, series < COLOURS.size() ? LINE : DASHED);
        }
        plot.setRenderer(renderer);
        return chart;
    }
}
