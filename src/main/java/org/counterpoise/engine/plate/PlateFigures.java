package org.counterpoise.engine.plate;

import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.stats.plate.BiasedLines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Plates as pictures. The scale reaches four robust standard deviations to either side of the
/// median, so that a few hits do not wash out the rest.
public final class PlateFigures {
    private static final double REACH = 4;

    private final PlateStudy study;

    public PlateFigures(PlateStudy study) {
        this.study = study;
    }

    /// The worst plate before and after; of several plates also their mean and all of them.
    public List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(worst());
        if (study.looks().size() > 1) {
            figures.add(mean());
            figures.add(overview());
        }
        return figures;
    }

    private Figure worst() {
        return beforeAndAfter(
                study.looked().worst(), "The plate with the most flagged rows and columns, ");
    }

    /// One plate as measured and as corrected, on one scale; as robust z where the correction makes
    /// scores.
    ///
    /// @param plate its position
    public Figure.PlateMap beforeAndAfter(int plate) {
        return beforeAndAfter(plate, "");
    }

    private Figure.PlateMap beforeAndAfter(int plate, String which) {
        boolean score = study.method().score();
        double[] before =
                score ? study.raw().get(plate) : study.screen().plates().get(plate).values();
        return map(
                "Plate " + study.looked().name(plate) + " before and after correction",
                which
                        + (which.isEmpty() ? "As" : "as")
                        + " measured and after "
                        + study.method().label()
                        + "; triangles point at flagged lines.",
                score ? "robust z" : unit(),
                List.of(
                        plate("as measured", before, study.looks().get(plate).lines()),
                        plain("corrected", study.corrected().get(plate))),
                before);
    }

    /// The mean robust z of each well location over all plates.
    public Figure.PlateMap mean() {
        Screen screen = study.screen();
        double[] sums = new double[screen.rows() * screen.columns()];
        int[] counts = new int[sums.length];
        for (double[] z : study.raw()) {
            for (int well = 0; well < z.length; well++) {
                if (Double.isFinite(z[well])) {
                    sums[well] += Math.clamp(z[well], -REACH, REACH);
                    counts[well]++;
                }
            }
        }
        for (int well = 0; well < sums.length; well++) {
            sums[well] = counts[well] == 0 ? Double.NaN : sums[well] / counts[well];
        }
        return map(
                "The mean plate",
                "Mean robust z of each well location over "
                        + study.looks().size()
                        + " plates, single values cut at 4: what is left is the mark of the place.",
                "mean robust z",
                List.of(plain("mean of " + study.looks().size() + " plates", sums)),
                sums);
    }

    /// Every plate as robust z.
    public Figure.PlateMap overview() {
        List<Figure.PlateMap.Plate> plates = new ArrayList<>();
        for (int plate = 0; plate < study.looks().size(); plate++) {
            plates.add(
                    plate(
                            study.looked().name(plate),
                            study.raw().get(plate),
                            study.looks().get(plate).lines()));
        }
        return new Figure.PlateMap(
                "All plates",
                "Robust z of every well on every plate; triangles point at flagged lines.",
                "robust z",
                study.screen().rows(),
                study.screen().columns(),
                plates,
                -REACH,
                REACH);
    }

    private String unit() {
        String unit = study.screen().readout().unit();
        return study.screen().readout().title() + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    private static Figure.PlateMap.Plate plate(String name, double[] values, BiasedLines lines) {
        return new Figure.PlateMap.Plate(
                name, finite(values), flagged(lines.rows()), flagged(lines.columns()));
    }

    private static Figure.PlateMap.Plate plain(String name, double[] values) {
        return new Figure.PlateMap.Plate(name, finite(values), List.of(), List.of());
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).map(x -> Double.isFinite(x) ? x : Double.NaN).toArray();
    }

    private static List<Integer> flagged(boolean[] lines) {
        return IntStream.range(0, lines.length).filter(i -> lines[i]).boxed().toList();
    }

    private Figure.PlateMap map(
            String title,
            String summary,
            String legend,
            List<Figure.PlateMap.Plate> plates,
            double[] scaled) {
        double middle = Quantiles.median(scaled);
        double spread =
                1.4826
                        * Quantiles.median(
                                Arrays.stream(scaled).map(x -> Math.abs(x - middle)).toArray());
        return new Figure.PlateMap(
                title,
                summary,
                legend,
                study.screen().rows(),
                study.screen().columns(),
                plates,
                middle - REACH * spread,
                middle + REACH * spread);
    }
}
