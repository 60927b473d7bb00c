package org.counterpoise.engine.plate;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ControlLevels;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.stats.plate.AssayQuality;
import org.counterpoise.engine.stats.plate.BiasedLines;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.engine.stats.plate.Scores;
import org.counterpoise.engine.stats.plate.Wells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A screen under every correction, with one of them in full.
///
/// @param looked the screen and its biased lines
/// @param rule what counts as a hit
/// @param quality how well each plate tells its controls apart
/// @param hits per correction, against the readouts as measured
/// @param rawHits the hits as measured
/// @param raw robust z of the readouts as measured, one array per plate
/// @param method the correction in full
/// @param corrected readouts or scores by it, one array per plate
/// @param correctedZ their robust z; the scores themselves if it makes scores
public record PlateStudy(
        LookedScreen looked,
        HitRule rule,
        List<AssayQuality> quality,
        Map<PlateMethod, Hits> hits,
        Hits rawHits,
        List<double[]> raw,
        PlateMethod method,
        List<double[]> corrected,
        List<double[]> correctedZ) {

    /// How the hits under a correction compare with those of the readouts as they are.
    ///
    /// @param wells the wells that are hits, one set of positions per plate
    public record Hits(int stay, int appear, int vanish, List<BitSet> wells) {
        public Hits {
            wells = List.copyOf(wells);
        }

        public int all() {
            return stay + appear;
        }
    }

    /// A well that is a hit as measured or as corrected.
    ///
    /// @param plate its position
    /// @param well its position on the plate
    /// @param before robust z as measured
    /// @param after robust z as corrected
    public record Hit(int plate, int well, double before, double after, HitRule.Change change) {}

    /// A well that is a hit as measured or under some correction.
    ///
    /// @param measured whether as measured
    /// @param under the corrections under which it is one
    public record Standing(int plate, int well, boolean measured, Set<PlateMethod> under) {}

    public PlateStudy {
        quality = List.copyOf(quality);
        hits = Collections.unmodifiableMap(new EnumMap<>(hits));
    }

    /// @param method the correction to keep in full, one that these plates allow
    /// @param span of the loess surface
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static PlateStudy of(
            LookedScreen looked, PlateMethod method, HitRule rule, double span, Progress progress) {
        List<PlateLook> looks = looked.looks();
        List<double[]> raw = looks.stream().map(look -> Scores.robustZ(look.wells())).toList();
        Map<PlateMethod, Hits> hits = new EnumMap<>(PlateMethod.class);
        List<double[]> corrected = List.of();
        List<double[]> correctedZ = List.of();
        List<PlateMethod> methods = new ArrayList<>(PlateMethod.offered(looks.size()));
        if (!methods.contains(method)) {
            methods.add(method);
        }
        for (int i = 0; i < methods.size(); i++) {
            PlateMethod one = methods.get(i);
            Progress part = progress.part((double) i / methods.size(), (i + 1.0) / methods.size());
            List<double[]> values = one.correct(looks, span, part);
            List<double[]> z = one.score() ? values : scored(looks, values);
            hits.put(one, compare(looks, raw, z, rule));
            if (one == method) {
                corrected = values;
                correctedZ = z;
            }
        }
        return new PlateStudy(
                looked,
                rule,
                looked.screen().plates().stream().map(PlateStudy::quality).toList(),
                hits,
                compare(looks, raw, raw, rule),
                raw,
                method,
                corrected,
                correctedZ);
    }

    private static AssayQuality quality(Screen.Plate plate) {
        return AssayQuality.of(
                plate.values(ControlLevels.Kind.POSITIVE),
                plate.values(ControlLevels.Kind.NEGATIVE));
    }

    private static List<double[]> scored(List<PlateLook> looks, List<double[]> values) {
        List<double[]> z = new ArrayList<>();
        for (int plate = 0; plate < values.size(); plate++) {
            z.add(Scores.robustZ(looks.get(plate).wells().with(values.get(plate))));
        }
        return z;
    }

    private static Hits compare(
            List<PlateLook> looks, List<double[]> before, List<double[]> after, HitRule rule) {
        int[] counts = new int[HitRule.Change.values().length];
        List<BitSet> hits = new ArrayList<>();
        for (int plate = 0; plate < looks.size(); plate++) {
            Wells wells = looks.get(plate).wells();
            BitSet here = new BitSet(wells.size());
            for (int well = 0; well < wells.size(); well++) {
                if (wells.sample(well)) {
                    double z = after.get(plate)[well];
                    counts[rule.change(before.get(plate)[well], z).ordinal()]++;
                    here.set(well, rule.matches(z));
                }
            }
            hits.add(here);
        }
        return new Hits(
                counts[HitRule.Change.STAYS.ordinal()],
                counts[HitRule.Change.APPEARS.ordinal()],
                counts[HitRule.Change.VANISHES.ordinal()],
                hits);
    }

    /// Whether any well could be a hit under a correction. Of n readouts of one well location none
    /// lies more than (n − 1)/√n standard deviations from their mean, so that with few plates a
    /// correction across them finds nothing.
    public boolean able(PlateMethod method) {
        int n = looks().size();
        return !method.acrossPlates() || (n - 1) / Math.sqrt(n) >= rule.hit();
    }

    /// The wells that are hits as measured or under any correction that can find one, those under
    /// most corrections first, then in the order of plates and wells.
    public List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (int plate = 0; plate < looks().size(); plate++) {
            BitSet any = (BitSet) rawHits.wells().get(plate).clone();
            for (Hits one : hits.values()) {
                any.or(one.wells().get(plate));
            }
            for (int well = any.nextSetBit(0); well >= 0; well = any.nextSetBit(well + 1)) {
                Set<PlateMethod> under = EnumSet.noneOf(PlateMethod.class);
                for (Map.Entry<PlateMethod, Hits> one : hits.entrySet()) {
                    if (able(one.getKey()) && one.getValue().wells().get(plate).get(well)) {
                        under.add(one.getKey());
                    }
                }
                standings.add(
                        new Standing(plate, well, rawHits.wells().get(plate).get(well), under));
            }
        }
        standings.sort(Comparator.comparingInt(standing -> -standing.under().size()));
        return standings;
    }

    /// The hits as measured or under the correction in full, in the order of plates and wells.
    ///
    /// @param most at most so many
    public List<Hit> hitList(int most) {
        List<Hit> list = new ArrayList<>();
        for (int plate = 0; plate < looks().size(); plate++) {
            Wells wells = looks().get(plate).wells();
            for (int well = 0; well < wells.size(); well++) {
                double before = raw.get(plate)[well];
                double after = correctedZ.get(plate)[well];
                HitRule.Change change = rule.change(before, after);
                if (wells.sample(well) && change != HitRule.Change.NONE) {
                    if (list.size() == most) {
                        return list;
                    }
                    list.add(new Hit(plate, well, before, after, change));
                }
            }
        }
        return list;
    }

    public Screen screen() {
        return looked.screen();
    }

    public List<PlateLook> looks() {
        return looked.looks();
    }

    /// Whether any plate has two positive and two negative controls.
    public boolean hasControls() {
        return quality.stream().anyMatch(q -> !Double.isNaN(q.zPrime()));
    }

    /// The mean of a line's samples less the mean of the samples outside flagged lines.
    public double shift(int plate, boolean row, int line) {
        Wells wells = looks().get(plate).wells();
        BiasedLines lines = looks().get(plate).lines();
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
