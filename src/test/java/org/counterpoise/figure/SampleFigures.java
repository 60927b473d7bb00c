package org.counterpoise.figure;

import org.counterpoise.engine.audit.molecule.MoleculePicture;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// One figure of each kind as a program would make it, and the awkward ones.
public final class SampleFigures {
    private static final double[] NONE = {};

    private SampleFigures() {}

    /// Figures of each kind, by a name that can be a file's.
    public static Map<String, Figure> usual() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("histogram", histogram());
        figures.put("bars", bars());
        figures.put("bars-many", barsMany());
        figures.put("intervals", intervals());
        figures.put("intervals-percent", gaps());
        figures.put("curves", curves());
        figures.put("calibration", calibration());
        figures.put("heatmap", heatmap(7, true));
        figures.put("heatmap-sequential", heatmap(24, false));
        figures.put("scatter", scatter(7874));
        figures.put("agreement", agreement());
        figures.put("agreement-marks", crowd(0, 0));
        figures.put("agreement-density", crowd(1, 1));
        figures.put("plate", plates(1, 16, 24));
        figures.put("plate-pair", plates(2, 16, 24));
        figures.put("plate-large", plates(1, 32, 48));
        figures.put("plates", plates(12, 8, 12));
        figures.put("structures", structures());
        return figures;
    }

    /// Aspirin, caffeine, cholesterol, glycine as a zwitterion, acetonitrile and biphenyl.
    private static Figure structures() {
        return MoleculePicture.of(
                        List.of(
                                "CC(=O)Oc1ccccc1C(=O)O",
                                "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
                                "CC(C)CCCC(C)C1CCC2C1(CCC3C2CC=C4C3(CCC(C4)O)C)C",
                                "[NH3+]CC(=O)[O-]",
                                "CC#N",
                                "c1ccccc1-c1ccccc1"))
                .orElseThrow();
    }

    /// The peak flows of Bland and Altman 1986.
    private static Figure agreement() {
        double[] mean = {503, 412.5, 518, 431, 488, 578.5, 388.5, 411, 654, 439, 424.5, 641};
        double[] difference = {-18, -35, -4, 6, -24, -43, 49, 62, -8, -12, -15, 30};
        return new Figure.Agreement(
                "Differences of Wright meter − mini meter against the mean",
                "Each dot is a person.",
                "mean of both (l/min)",
                "Wright meter − mini meter (l/min)",
                mean,
                difference,
                List.of(
                        new Figure.Agreement.Line("bias −2.12 l/min", -2.12, 0, -22, 17.8, true),
                        new Figure.Agreement.Line(
                                "upper limit 73.9 l/min", 73.9, 0, 48.6, 125, false),
                        new Figure.Agreement.Line(
                                "lower limit −78.1 l/min", -78.1, 0, -129, -52.8, false)));
    }

    /// Two groups, as marks or as rectangles that stand for several pairs.
    private static Figure crowd(double width, double height) {
        int n = 300;
        double[] mean = new double[n];
        double[] difference = new double[n];
        int[] counts = new int[n];
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            mean[i] = i % 20;
            difference[i] = Math.floorDiv(i, 20) - 7.0;
            counts[i] = width > 0 ? 1 + (i * 37) % 50 : 1;
            groups[i] = i % 2;
        }
        return new Figure.Agreement(
                "Differences against the mean",
                "Each mark is a pair.",
                "mean of both",
                "first − second",
                mean,
                difference,
                List.of(new Figure.Agreement.Line("bias 0", 0, 0, -1, 1, true)),
                Optional.of(
                        new Figure.Agreement.Crowd(
                                counts,
                                width,
                                height,
                                groups,
                                List.of("F", "M"),
                                new double[] {-1, 20, -8, 8})));
    }

    /// Figures of each kind with nothing, next to nothing or far too much in them.
    public static Map<String, Figure> awkward() {
        double nan = Double.NaN;
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "agreement-none", new Figure.Agreement("t", "s", "x", "y", NONE, NONE, List.of()));
        figures.put(
                "agreement-sloped",
                new Figure.Agreement(
                        "t",
                        "s",
                        "x",
                        "y",
                        new double[] {1, 2, nan},
                        new double[] {1, nan, 2},
                        List.of(new Figure.Agreement.Line("bias", 0, 1, nan, nan, true))));
        figures.put("plate-none", plates(1, 2, 3, nan));
        figures.put("plates-many", plates(100, 16, 24));
        figures.put("histogram-none", new Figure.Histogram("t", "s", "x", NONE, List.of()));
        figures.put(
                "histogram-nan",
                new Figure.Histogram(
                        "t",
                        "s",
                        "x",
                        new double[] {0, 1, 2},
                        List.of(
                                new Figure.Histogram.Series(
                                        "real", Hue.REAL, new double[] {nan, nan}))));
        figures.put(
                "histogram-one",
                new Figure.Histogram(
                        "t",
                        "s",
                        "x",
                        new double[] {3, 3},
                        List.of(
                                new Figure.Histogram.Series(
                                        "synthetic", Hue.SYNTHETIC, new double[] {1}))));
        figures.put("bars-none", new Figure.Bars("t", "s", "v", true, List.of(), List.of()));
        figures.put("bars-nan", bars(List.of("a"), new double[] {nan}));
        figures.put("bars-zero", bars(List.of("a", "b"), new double[] {0, 0}));
        figures.put("bars-same", bars(List.of("a", "a", ""), new double[] {0.1, -0.2, nan}));
        figures.put("bars-200", bars(names(200), new double[200]));
        figures.put(
                "intervals-none",
                new Figure.Intervals(
                        "t", "s", "v", false, List.of(), Optional.empty(), Optional.empty()));
        figures.put("intervals-nan", intervals(1, nan));
        figures.put("intervals-one", intervals(1, 0.5));
        figures.put("intervals-200", intervals(200, 0.5));
        figures.put("curves-none", new Figure.Curves("t", "s", "x", "y", true, List.of()));
        figures.put("curves-nan", curves(new double[] {nan, nan}));
        figures.put("curves-one", curves(new double[] {0.3}));
        figures.put("curves-empty", curves(NONE));
        figures.put(
                "heatmap-none",
                new Figure.Heatmap(
                        "t", "s", "v", List.of(), List.of(), new double[0][], 0, 1, false));
        figures.put(
                "heatmap-nan",
                new Figure.Heatmap(
                        "t",
                        "s",
                        "v",
                        List.of("a"),
                        List.of("b"),
                        new double[][] {{nan}},
                        nan,
                        nan,
                        true));
        figures.put("heatmap-200", heatmap(200, true));
        figures.put("scatter-none", new Figure.Scatter("t", "s", "x", "y", List.of()));
        figures.put(
                "scatter-one",
                new Figure.Scatter(
                        "t",
                        "s",
                        "x",
                        "y",
                        List.of(
                                new Figure.Scatter.Series(
                                        "real",
                                        Hue.REAL,
                                        new double[] {1, nan, Double.POSITIVE_INFINITY},
                                        new double[] {2, 2, 2}))));
        return figures;
    }

    public static Figure.Histogram histogram() {
        double[] edges = IntStream.rangeClosed(0, 25).mapToDouble(i -> 48 + 2.2 * i).toArray();
        return new Figure.Histogram(
                "Age, real and synthetic",
                "Synthetic people are a little older than real ones.",
                "age (years)",
                edges,
                List.of(
                        new Figure.Histogram.Series("real, training", Hue.REAL, bell(25, 11, 5)),
                        new Figure.Histogram.Series(
                                "synthetic", Hue.SYNTHETIC, bell(25, 12.2, 5.4))));
    }

    public static Figure.Bars bars() {
        return new Figure.Bars(
                "Shares by sex and race",
                "Hispanic people are over-represented.",
                "share of people",
                true,
                List.of("Mexican", "Hispanic", "White", "Black", "Asian", "other"),
                List.of(
                        new Figure.Bars.Series(
                                "data",
                                Hue.REAL,
                                new double[] {0.18, 0.136, 0.391, 0.189, 0.072, 0.032},
                                new double[] {0.17, 0.126, 0.376, 0.18, 0.066, 0.026},
                                new double[] {0.19, 0.146, 0.406, 0.199, 0.08, 0.038}),
                        new Figure.Bars.Series(
                                "target population",
                                Hue.TARGET,
                                new double[] {0.09, 0.061, 0.666, 0.118, 0.045, 0.02},
                                NONE,
                                NONE)));
    }

    private static Figure.Bars barsMany() {
        List<String> names =
                List.of(
                        "Circulatory system diseases",
                        "Neoplasms",
                        "Respiratory",
                        "Mental and behavioural disorders",
                        "Nervous system",
                        "External causes of injury, poisoning and certain other consequences of"
                                + " external causes",
                        "Digestive",
                        "Endocrine",
                        "Genitourinary");
        double[] before = {0.34, 0.26, 0.11, 0.07, 0.06, 0.03, 0.04, 0.05, 0.04};
        double[] after = {0.31, 0.27, 0.1, 0.08, 0.06, 0.04, 0.04, 0.05, 0.05};
        return new Figure.Bars(
                "Causes of death",
                "The shares hardly differ.",
                "share of deaths",
                true,
                names,
                List.of(
                        new Figure.Bars.Series("real, training", Hue.REAL, before, NONE, NONE),
                        new Figure.Bars.Series("synthetic", Hue.SYNTHETIC, after, NONE, NONE)));
    }

    public static Figure.Intervals intervals() {
        String[] labels = {
            "M, 50–59",
            "M, 60–69",
            "M, 70–79",
            "M, 80+",
            "F, 50–59",
            "F, 60–69",
            "F, 70–79",
            "F, 80+",
            "other, 80+"
        };
        double[] values = {0.92, 0.91, 0.89, 0.87, 0.90, 0.887, 0.86, 0.805, Double.NaN};
        long[] n = {812, 933, 611, 280, 1033, 1240, 702, 517, 0};
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            double half = 0.7 / Math.sqrt(Math.max(1, n[i]));
            rows.add(
                    new Figure.Intervals.Row(
                            labels[i],
                            values[i],
                            values[i] - half,
                            values[i] + half,
                            n[i],
                            i == 7));
        }
        return new Figure.Intervals(
                "Whom the model finds",
                "Of those who died, the share the model found is lowest in women over 80.",
                "true positive rate",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0.907, "reference: M, 0.907")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                0, 0.857, "more than 5 points under the reference")));
    }

    private static Figure.Intervals gaps() {
        return new Figure.Intervals(
                "Gap to the target population",
                "Hispanic people are over-represented by 16.5 points.",
                "gap (data − target)",
                true,
                List.of(
                        new Figure.Intervals.Row("Hispanic", 0.165, 0.152, 0.178, 1574, true),
                        new Figure.Intervals.Row("White", -0.275, -0.29, -0.26, 1930, true),
                        new Figure.Intervals.Row("Black", 0.071, 0.06, 0.083, 940, false)),
                Optional.of(new Figure.Intervals.Reference(0, "no gap")),
                Optional.empty());
    }

    private static Figure.Curves curves() {
        double[] x = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        List<Figure.Curves.Series> series = new ArrayList<>();
        String[] names = {"F (n = 4,350, AUC 0.83)", "M (n = 3,524, AUC 0.79)", "all", "few", "e"};
        for (int s = 0; s < names.length; s++) {
            double power = 0.15 + 0.1 * s;
            series.add(
                    new Figure.Curves.Series(
                            names[s],
                            Hue.GROUP,
                            x,
                            Arrays.stream(x).map(v -> Math.pow(v, power)).toArray(),
                            false));
        }
        return new Figure.Curves(
                "ROC by sex",
                "The curve of women lies above that of men.",
                "false positive rate",
                "true positive rate",
                true,
                series);
    }

    private static Figure.Curves calibration() {
        double[] x = {0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8};
        double[] y = {0.04, 0.17, 0.22, 0.39, 0.47, 0.7, Double.NaN};
        return new Figure.Curves(
                "Calibration",
                "Predicted and observed risk agree.",
                "predicted risk",
                "observed risk",
                true,
                List.of(
                        new Figure.Curves.Series("real", Hue.REAL, x, y, true),
                        new Figure.Curves.Series("synthetic", Hue.SYNTHETIC, y, x, true)));
    }

    private static Figure.Heatmap heatmap(int n, boolean diverging) {
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double v = Math.sin(i * 0.9 + j * 0.7) * (diverging ? 0.4 : 0.5);
                values[i][j] = diverging ? v : Math.abs(v);
            }
        }
        values[n / 2][n / 3] = Double.NaN;
        List<String> labels = names(n);
        return new Figure.Heatmap(
                "Association, synthetic minus real",
                "No pair differs by more than 0.4.",
                "difference of Spearman's ρ",
                labels,
                labels,
                values,
                diverging ? -0.5 : 0,
                0.5,
                diverging);
    }

    private static Figure.Scatter scatter(int n) {
        RandomGenerator random = new java.util.SplittableRandom(7);
        double[][] points = new double[4][n];
        for (int i = 0; i < n; i++) {
            points[0][i] = 1.5 + 0.6 * random.nextGaussian();
            points[1][i] = points[0][i] * 1.1 + 0.4 * random.nextGaussian();
            points[2][i] = 1.6 + 0.5 * random.nextGaussian();
            points[3][i] = points[2][i] + 0.6 * random.nextGaussian();
        }
        return new Figure.Scatter(
                "Kappa against lambda",
                "Both clouds have the same shape.",
                "kappa (mg/dL)",
                "lambda (mg/dL)",
                List.of(
                        new Figure.Scatter.Series("real", Hue.REAL, points[0], points[1]),
                        new Figure.Scatter.Series(
                                "synthetic", Hue.SYNTHETIC, points[2], points[3])));
    }

    private static Figure bars(List<String> names, double[] values) {
        return new Figure.Bars(
                "t",
                "s",
                "v",
                false,
                names,
                List.of(new Figure.Bars.Series("one", Hue.REAL, values, NONE, NONE)));
    }

    private static Figure intervals(int rows, double value) {
        return new Figure.Intervals(
                "t",
                "s",
                "v",
                true,
                IntStream.range(0, rows)
                        .mapToObj(
                                i ->
                                        new Figure.Intervals.Row(
                                                "a row with a rather long label " + i,
                                                value,
                                                Double.NaN,
                                                Double.NaN,
                                                0,
                                                i % 50 == 49))
                        .toList(),
                Optional.of(new Figure.Intervals.Reference(Double.NaN, "none")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "all")));
    }

    private static Figure curves(double[] x) {
        return new Figure.Curves(
                "t",
                "s",
                "x",
                "y",
                false,
                List.of(new Figure.Curves.Series("one", Hue.GROUP, x, x, false)));
    }

    private static List<String> names(int n) {
        String[] stems = {"age", "creatinine (mg/dL)", "kappa", "lambda", "mgus", "flc.grp", "sex"};
        return IntStream.range(0, n)
                .mapToObj(i -> i < stems.length ? stems[i] : stems[i % stems.length] + " " + i)
                .toList();
    }

    private static double[] bell(int bins, double mean, double sd) {
        double[] shares = new double[bins];
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            shares[i] = Math.exp(-(i - mean) * (i - mean) / (2 * sd * sd));
            sum += shares[i];
        }
        for (int i = 0; i < bins; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static Figure plates(int plates, int rows, int columns) {
        return plates(plates, rows, columns, 0);
    }

    private static Figure plates(int plates, int rows, int columns, double middle) {
        RandomGenerator random = org.counterpoise.engine.Streams.of(3, plates);
        List<Figure.PlateMap.Plate> all = new ArrayList<>();
        for (int plate = 0; plate < plates; plate++) {
            double[] values = new double[rows * columns];
            for (int well = 0; well < values.length; well++) {
                values[well] = middle + random.nextGaussian() + (well / columns == 1 ? 2 : 0);
            }
            values[2] = Double.NaN;
            all.add(
                    new Figure.PlateMap.Plate(
                            "plate " + (plate + 1), values, List.of(1), List.of(columns - 1)));
        }
        return new Figure.PlateMap(
                "Plates", "Wells on plates.", "robust z", rows, columns, all, -4, 4);
    }
}
