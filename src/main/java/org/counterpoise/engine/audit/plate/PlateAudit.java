package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Screen;
import org.counterpoise.engine.data.WellPlace;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.plate.HitRule;
import org.counterpoise.engine.plate.LookedScreen;
import org.counterpoise.engine.plate.PlateOptions;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.stats.plate.AssayQuality;
import org.counterpoise.engine.stats.plate.BiasedLines;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Does a well's readout depend on where it stands on its plate?
public final class PlateAudit implements Audit<PlateSettings> {
    private static final MethodCard CARD =
            new MethodCard(
                    "plate",
                    "Plates",
                    "Does a well's readout depend on where it stands on its plate?",
                    "Holds every row and column against the rest of its plate, tells whether a bias"
                            + " adds or multiplies, judges the controls, and shows which hits"
                            + " appear, stay and vanish under each correction.",
                    "For screens on plates of 96, 384 or 1,536 wells, before hits are chosen.",
                    List.of(
                            "names the rows and columns that are off",
                            "leaves clean plates alone",
                            "compares thirteen ways to correct"),
                    List.of(
                            "takes samples to be placed without regard to rows and columns",
                            "finds no bias once half of a plate is off",
                            "fading effects from edge to edge are found only in part"),
                    "Mazoure B, Nadon R, Makarenkov V (2017): Identification and correction of"
                            + " spatial bias are essential for obtaining quality data in"
                            + " high-throughput screening technologies. Scientific Reports 7:11921."
                            + " doi:10.1038/s41598-017-11940-4");

    @Override
    public MethodCard card() {
        return CARD;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public PlateSettings defaults() {
        return new PlateSettings(
                PlateOptions.USUAL_ALPHA,
                false,
                ModelTest.SPREAD,
                HitRule.USUAL.hit(),
                HitRule.USUAL.direction(),
                PlateOptions.USUAL_SPAN,
                "",
                "",
                List.of());
    }

    @Override
    public Applicability applicability(AuditInput input) {
        return Screen.missing(input.data().schema())
                .map(Applicability::missing)
                .orElse(Applicability.READY);
    }

    @Override
    public Assessment run(AuditInput input, PlateSettings settings, long seed, Progress progress) {
        LookedScreen looked = LookedScreen.of(input.data(), settings, progress.part(0, 0.3));
        PlateStudy study =
                PlateStudy.of(
                        looked,
                        PlateMethod.PMP_ONE_MODEL,
                        settings.rule(),
                        settings.span(),
                        progress.part(0.3, 1));
        List<Finding> findings = new PlateFindings(study, settings).all();
        List<String> notes = new ArrayList<>(study.screen().notes());
        if (!study.hasControls()) {
            notes.add(
                    "No plate has two positive and two negative controls, so Z′ and its kin were"
                            + " left out.");
        }
        return new Assessment(
                id(), "Plates of " + input.data().name(), findings, metrics(study), notes);
    }

    private static SortedMap<String, Double> metrics(PlateStudy study) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("plate/plates", (double) study.looks().size());
        metrics.put("plate/biased-plates", (double) study.looked().biasedPlates());
        metrics.put("plate/biased-lines", (double) study.looked().biasedLines());
        metrics.put(
                "plate/model",
                switch (study.looked().model()) {
                    case ADDITIVE -> 1.0;
                    case MULTIPLICATIVE -> 2.0;
                    case NONE -> 0.0;
                    case UNDECIDED -> Double.NaN;
                });
        metrics.put(
                "plate/log-odds",
                study.looks().stream().mapToDouble(look -> look.choice().logOdds()).sum());
        metrics.put("plate/hits/raw", (double) study.rawHits().all());
        study.hits()
                .forEach(
                        (method, hits) -> {
                            String name =
                                    "plate/hits/"
                                            + method.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-');
                            metrics.put(name + "/stay", (double) hits.stay());
                            metrics.put(name + "/appear", (double) hits.appear());
                            metrics.put(name + "/vanish", (double) hits.vanish());
                        });
        for (int plate = 0; plate < study.looks().size(); plate++) {
            String name = "plate/" + study.looked().name(plate);
            BiasedLines lines = study.looks().get(plate).lines();
            for (int row = 0; row < lines.rowP().length; row++) {
                metrics.put(name + "/row/" + WellPlace.letters(row) + "/p", lines.rowP()[row]);
            }
            for (int column = 0; column < lines.columnP().length; column++) {
                metrics.put(name + "/column/" + (column + 1) + "/p", lines.columnP()[column]);
            }
            AssayQuality quality = study.quality().get(plate);
            if (study.hasControls()) {
                metrics.put("plate/zprime/" + study.looked().name(plate), quality.zPrime());
                metrics.put(
                        "plate/robust-zprime/" + study.looked().name(plate),
                        quality.robustZPrime());
                metrics.put("plate/ssmd/" + study.looked().name(plate), quality.ssmd());
                metrics.put(
                        "plate/signal-window/" + study.looked().name(plate),
                        quality.signalWindow());
            }
        }
        return metrics;
    }
}
