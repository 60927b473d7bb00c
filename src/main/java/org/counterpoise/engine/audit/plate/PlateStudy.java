package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ControlLevels;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.stats.plate.AssayQuality;
import org.counterpoise.engine.stats.plate.BiasedLines;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.engine.stats.plate.Scores;
import org.counterpoise.engine.stats.plate.Wells;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything that is computed of a screen, before anything is said about it.
///
/// @param looks one per plate
/// @param model of the whole screen
/// @param quality one per plate
/// @param hits one list per correction
/// @param raw robust z of the readouts as they are, one array per plate
/// @param corrected readouts by [PlateMethod#PMP_ONE_MODEL], one array per plate
/// @param correctedZ their robust z
record PlateStudy(
        Screen screen,
        List<PlateLook> looks,
        ModelChoice.Model model,
        List<AssayQuality> quality,
        Map<PlateMethod, Hits> hits,
        int rawHits,
        List<double[]> raw,
        List<double[]> corrected,
        List<double[]> correctedZ) {

    /// How the hits under a correction compare with those of the readouts as they are.
    record Hits(int stay, int appear, int vanish) {
        int all() {
            return stay + appear;
        }
    }

    static PlateStudy of(Dataset data, PlateSettings settings, Progress progress) {
        Screen screen =
                Screen.of(
                        data,
                        new ControlLevels(
                                settings.positive(), settings.negative(), settings.samples()));
        List<Wells> wells =
                screen.plates().stream()
                        .map(
                                plate ->
                                        new Wells(
                                                screen.rows(),
                                                screen.columns(),
                                                plate.values(),
                                                plate.controls()))
                        .toList();
        double alpha =
                settings.perLine()
                        ? settings.alpha()
                        : PlateLook.perLine(settings.alpha(), screen.rows(), screen.columns());
        List<PlateLook> looks =
                PlateLook.all(wells, alpha, settings.modelTest(), progress.part(0, 0.3));
        List<double[]> raw = wells.stream().map(Scores::robustZ).toList();
        Map<PlateMethod, Hits> hits = new EnumMap<>(PlateMethod.class);
        List<double[]> corrected = List.of();
        List<double[]> correctedZ = List.of();
        List<PlateMethod> methods = PlateMethod.offered(wells.size());
        for (int i = 0; i < methods.size(); i++) {
            PlateMethod method = methods.get(i);
            Progress part =
                    progress.part(
                            0.3 + 0.7 * i / methods.size(), 0.3 + 0.7 * (i + 1) / methods.size());
            List<double[]> values = method.correct(looks, settings.span(), part);
            List<double[]> z = method.score() ? values : scored(wells, values);
            hits.put(method, compare(wells, raw, z, settings));
            if (method == PlateMethod.PMP_ONE_MODEL) {
                corrected = values;
                correctedZ = z;
            }
        }
        return new PlateStudy(
                screen,
                looks,
                ModelChoice.pooled(looks.stream().map(PlateLook::choice).toList()),
                screen.plates().stream().map(PlateStudy::quality).toList(),
                hits,
                compare(wells, raw, raw, settings).all(),
                raw,
                corrected,
                correctedZ);
    }

    private static AssayQuality quality(Screen.Plate plate) {
        return AssayQuality.of(
                plate.values(ControlLevels.Kind.POSITIVE),
                plate.values(ControlLevels.Kind.NEGATIVE));
    }

    private static List<double[]> scored(List<Wells> wells, List<double[]> values) {
        List<double[]> z = new ArrayList<>();
        for (int plate = 0; plate < values.size(); plate++) {
            z.add(Scores.robustZ(wells.get(plate).with(values.get(plate))));
        }
        return z;
    }

    private static Hits compare(
            List<Wells> wells,
            List<double[]> before,
            List<double[]> after,
            PlateSettings settings) {
        int stay = 0;
        int appear = 0;
        int vanish = 0;
        for (int plate = 0; plate < wells.size(); plate++) {
            for (int well = 0; well < wells.get(plate).size(); well++) {
                if (!wells.get(plate).sample(well)) {
                    continue;
                }
                boolean was = settings.direction().hit(before.get(plate)[well], settings.hit());
                boolean is = settings.direction().hit(after.get(plate)[well], settings.hit());
                stay += was && is ? 1 : 0;
                appear += !was && is ? 1 : 0;
                vanish += was && !is ? 1 : 0;
            }
        }
        return new Hits(stay, appear, vanish);
    }

    int samples() {
        return looks.stream().mapToInt(look -> look.wells().samples()).sum();
    }

    int biasedLines() {
        return looks.stream().mapToInt(look -> look.lines().count()).sum();
    }

    int biasedPlates() {
        return (int) looks.stream().filter(look -> look.lines().any()).count();
    }

    boolean hasControls() {
        return quality.stream().anyMatch(q -> !Double.isNaN(q.zPrime()));
    }

    String name(int plate) {
        return screen.plates().get(plate).name();
    }

    /// The plate with the most flagged lines, the first of them.
    int worst() {
        int worst = 0;
        for (int plate = 1; plate < looks.size(); plate++) {
            if (looks.get(plate).lines().count() > looks.get(worst).lines().count()) {
                worst = plate;
            }
        }
        return worst;
    }

    /// The mean of a line's samples less the mean of the samples outside flagged lines.
    double shift(int plate, boolean row, int line) {
        Wells wells = looks.get(plate).wells();
        BiasedLines lines = looks.get(plate).lines();
        double in = 0;
        double out = 0;
        int inside = 0;
        int outside = 0;
        for (int well = 0; well < wells.size(); well++) {
            int r = well / wells.columns();
            int c = well % wells.columns();
            if (!wells.sample(well)) {
                continue;
            }
            if ((row ? r : c) == line) {
                in += wells.values()[well];
                inside++;
            } else if (!lines.touches(r, c)) {
                out += wells.values()[well];
                outside++;
            }
        }
        return in / inside - out / outside;
    }
}
