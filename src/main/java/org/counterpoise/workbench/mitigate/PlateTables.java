package org.counterpoise.workbench.mitigate;

import org.counterpoise.engine.data.ControlLevels;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.plate.HitRule;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.stats.plate.AssayQuality;
import org.counterpoise.engine.stats.plate.PlateLook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A study as tables.
final class PlateTables {
    /// More hits than this are not listed.
    static final int MOST_HITS = 2_000;

    private PlateTables() {}

    /// One line per plate: its flagged lines, its model of bias, how it tells its controls apart.
    static Evidence plates(PlateStudy study) {
        List<List<Object>> rows = new ArrayList<>();
        for (int plate = 0; plate < study.looks().size(); plate++) {
            PlateLook look = study.looks().get(plate);
            AssayQuality q = study.quality().get(plate);
            int n = Math.min(q.positives(), q.negatives());
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    study.looked().name(plate),
                                    look.lines().count(),
                                    look.choice().model().name().toLowerCase(Locale.ROOT)));
            if (study.hasControls()) {
                row.add(Evidence.cell(q.zPrime(), n));
                row.add(shown(q.zPrimeInterval()));
                row.add(Evidence.cell(q.ssmd(), n));
                row.add(shown(q.ssmdInterval()));
                row.add(Evidence.cell(q.signalWindow(), n));
                row.add(shown(q.signalWindowInterval()));
            }
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("plate", "flagged lines", "bias"));
        if (study.hasControls()) {
            columns.addAll(
                    List.of("Z′", "95%", "SSMD", "95% of SSMD", "signal window", "95% of window"));
        }
        return new Evidence("Plates, with how well each tells its controls apart", columns, rows);
    }

    private static String shown(Interval interval) {
        return interval.defined()
                ? NumberText.short3(interval.lower()) + " to " + NumberText.short3(interval.upper())
                : "undefined";
    }

    /// How many hits stay, appear and vanish under each correction.
    static Evidence methods(PlateStudy study) {
        List<List<Object>> rows = new ArrayList<>();
        study.hits()
                .forEach(
                        (method, hits) ->
                                rows.add(
                                        List.of(
                                                method.label(),
                                                hits.all(),
                                                hits.stay(),
                                                hits.appear(),
                                                hits.vanish())));
        return new Evidence(
                "Hits under each correction, against the readouts as measured",
                List.of("correction", "hits", "stay", "appear", "vanish"),
                rows);
    }

    /// The hits as measured or as corrected.
    static Evidence hits(PlateStudy study) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlateStudy.Hit hit : study.hitList(MOST_HITS)) {
            rows.add(
                    List.of(
                            study.looked().name(hit.plate()),
                            study.screen().wellName(hit.well()),
                            word(hit.change()),
                            hit.before(),
                            hit.after()));
        }
        return new Evidence(
                "Hits as measured and under " + study.method().label(),
                List.of("plate", "well", "hit", "robust z as measured", "as corrected"),
                rows);
    }

    /// The picked wells of one plate.
    static Evidence wells(PlateStudy study, int plate, BitSet picked) {
        List<List<Object>> rows = new ArrayList<>();
        Screen.Plate one = study.screen().plates().get(plate);
        picked.stream()
                .forEach(
                        well ->
                                rows.add(
                                        List.of(
                                                study.screen().wellName(well),
                                                kind(one, well),
                                                number(one.values()[well]),
                                                number(study.corrected().get(plate)[well]),
                                                number(study.raw().get(plate)[well]),
                                                number(study.correctedZ().get(plate)[well]))));
        return new Evidence(
                "Picked wells of " + one.name(),
                List.of("well", "holds", "measured", "corrected", "robust z", "z corrected"),
                rows);
    }

    /// A well in one line, for the pointer.
    static String well(PlateStudy study, int plate, int well) {
        Screen.Plate one = study.screen().plates().get(plate);
        double before = study.raw().get(plate)[well];
        double after = study.correctedZ().get(plate)[well];
        HitRule.Change change = study.rule().change(before, after);
        boolean sample = study.looks().get(plate).wells().sample(well);
        return study.screen().wellName(well)
                + " · "
                + kind(one, well)
                + "\nmeasured "
                + NumberText.short3(one.values()[well])
                + ", corrected "
                + NumberText.short3(study.corrected().get(plate)[well])
                + "\nrobust z "
                + NumberText.short3(before)
                + ", corrected "
                + NumberText.short3(after)
                + (sample && change != HitRule.Change.NONE ? "\na hit that " + word(change) : "");
    }

    private static String word(HitRule.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static Object number(double value) {
        return Evidence.cell(value, 0);
    }

    private static String kind(Screen.Plate plate, int well) {
        if (plate.rowOf()[well] < 0) {
            return "not in the table";
        }
        ControlLevels.Kind kind = plate.kinds()[well];
        return switch (kind) {
            case SAMPLE -> "sample";
            case POSITIVE -> "positive control";
            case NEGATIVE -> "negative control";
            case OTHER -> "other control";
        };
    }
}
