package org.counterpoise.engine.audit.plate;

import org.counterpoise.engine.data.WellPlace;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.plate.PlateFigures;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.stats.plate.AssayQuality;
import org.counterpoise.engine.stats.plate.BiasedLines;
import org.counterpoise.engine.stats.plate.ModelChoice;
import org.counterpoise.engine.stats.plate.Pmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What there is to say about a screen.
final class PlateFindings {
    private static final double CONFIDENCE = 0.95;
    private static final double EXCELLENT = 0.5;
    private static final double SERIOUS_SHARE = 0.25;

    private final PlateStudy study;
    private final PlateSettings settings;

    PlateFindings(PlateStudy study, PlateSettings settings) {
        this.study = study;
        this.settings = settings;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(lines());
        if (study.looked().biasedLines() > 0) {
            findings.add(model());
        }
        if (study.hasControls()) {
            findings.add(quality());
        }
        findings.addAll(new HitFindings(study, settings).all());
        return findings;
    }

    // ---- rows and columns -------------------------------------------------------------------

    private Finding lines() {
        int plates = study.looks().size();
        int biased = study.looked().biasedPlates();
        Proportion share = new Proportion(biased, plates);
        Interval interval = share.wilson(CONFIDENCE);
        Severity severity =
                biased == 0
                        ? Severity.OK
                        : share.value() >= SERIOUS_SHARE ? Severity.SERIOUS : Severity.WARNING;
        String headline =
                biased == 0
                        ? "No row or column differs from the rest of its plate."
                        : count(
                                        study.looked().biasedLines(),
                                        "row or column reads",
                                        "rows and columns read")
                                + " differently from the rest of the plate, on "
                                + biased
                                + " of "
                                + count(plates, "plate", "plates")
                                + ".";
        String explanation =
                biased == 0
                        ? "Every row and column was held against the rest of its plate by the"
                                + " Mann–Whitney test. An effect of place too small for this many"
                                + " wells, or one that fades over the plate, would not be found."
                        : "Samples are usually placed without a thought for rows and columns, so a"
                                + " line that stands out tells of evaporation, dispensing or"
                                + " reading rather than of what is in the wells. If samples were"
                                + " ordered on the plate, the difference may be real.";
        return new Finding(
                "biased-lines",
                severity,
                headline,
                explanation,
                Optional.of(
                        Measure.of(
                                "share of plates with a biased line",
                                share.value(),
                                interval,
                                plates)),
                Optional.of(
                        new Threshold(
                                settings.alpha(),
                                "p below "
                                        + NumberText.short3(settings.alpha())
                                        + (settings.perLine()
                                                ? " for each line"
                                                : " for the whole plate (Bonferroni)"),
                                "Mazoure et al. 2017, doi:10.1038/s41598-017-11940-4")),
                biased == 0
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Correct the readouts",
                                        Remedy.Action.MITIGATE,
                                        study.screen().readout().name())),
                lineTable(),
                new PlateFigures(study).all());
    }

    private Evidence lineTable() {
        List<List<Object>> rows = new ArrayList<>();
        for (int plate = 0; plate < study.looks().size(); plate++) {
            BiasedLines lines = study.looks().get(plate).lines();
            for (int row = 0; row < lines.rows().length; row++) {
                if (lines.rows()[row]) {
                    rows.add(line(plate, true, row, lines.rowP()[row]));
                }
            }
            for (int column = 0; column < lines.columns().length; column++) {
                if (lines.columns()[column]) {
                    rows.add(line(plate, false, column, lines.columnP()[column]));
                }
            }
        }
        return new Evidence(
                "Flagged rows and columns",
                List.of("plate", "line", "mean less mean of the rest", "p (Mann–Whitney)"),
                rows);
    }

    private List<Object> line(int plate, boolean row, int line, double p) {
        return List.of(
                study.looked().name(plate),
                row ? "row " + WellPlace.letters(line) : "column " + (line + 1),
                Evidence.cell(study.shift(plate, row, line), 0),
                Evidence.cell(p, 0));
    }

    // ---- additive or multiplicative ---------------------------------------------------------

    private Finding model() {
        String headline =
                switch (study.looked().model()) {
                    case ADDITIVE -> "The bias adds to the readouts.";
                    case MULTIPLICATIVE -> "The bias multiplies the readouts.";
                    case UNDECIDED, NONE ->
                            "The plates do not tell whether the bias adds or multiplies.";
                };
        int n = study.looked().biasedPlates();
        double logOdds = study.looks().stream().mapToDouble(look -> look.choice().logOdds()).sum();
        return new Finding(
                "model",
                Severity.NOTE,
                headline,
                "A bias that adds leaves the spread of a line as it is, one that multiplies"
                        + " stretches it with the mean. Over "
                        + count(n, "plate", "plates")
                        + " with a flagged line, the odds of additive against multiplicative are "
                        + odds(logOdds)
                        + ".",
                Optional.of(Measure.of("log odds, additive against multiplicative", logOdds, n)),
                Optional.empty(),
                List.of(),
                modelTable(),
                List.of());
    }

    private static String odds(double logOdds) {
        double odds = Math.exp(Math.min(Math.abs(logOdds), Math.log(1e6)));
        String text = odds >= 1e6 ? "more than a million" : NumberText.short3(odds);
        return logOdds >= 0 ? text + " to 1" : "1 to " + text;
    }

    private Evidence modelTable() {
        List<String> columns =
                new ArrayList<>(List.of("plate", "model", "log odds", "corrections not rejected"));
        for (Pmp pmp : Pmp.values()) {
            columns.add("p after correction " + pmp.code());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int plate = 0; plate < study.looks().size(); plate++) {
            ModelChoice choice = study.looks().get(plate).choice();
            if (choice.model() == ModelChoice.Model.NONE) {
                continue;
            }
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    study.looked().name(plate),
                                    choice.model().name().toLowerCase(Locale.ROOT),
                                    choice.logOdds(),
                                    choice.confidence()));
            for (double p : choice.p()) {
                row.add(Evidence.cell(p, 0));
            }
            rows.add(row);
        }
        return new Evidence("Model of bias per plate", columns, rows);
    }

    // ---- controls ---------------------------------------------------------------------------

    private Finding quality() {
        List<List<Object>> rows = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        int below = 0;
        int judged = 0;
        int wells = 0;
        for (int plate = 0; plate < study.looks().size(); plate++) {
            AssayQuality q = study.quality().get(plate);
            int n = Math.min(q.positives(), q.negatives());
            rows.add(
                    List.of(
                            study.looked().name(plate),
                            q.positives(),
                            q.negatives(),
                            Evidence.cell(q.zPrime(), n),
                            interval(q.zPrimeInterval()),
                            Evidence.cell(q.robustZPrime(), n),
                            Evidence.cell(q.ssmd(), n),
                            interval(q.ssmdInterval()),
                            Evidence.cell(q.signalWindow(), n),
                            interval(q.signalWindowInterval())));
            if (!Double.isNaN(q.zPrime())) {
                judged++;
                wells += q.positives() + q.negatives();
                lowest = Math.min(lowest, q.zPrime());
                below += q.zPrime() < EXCELLENT ? 1 : 0;
            }
        }
        return new Finding(
                "quality",
                below == 0 ? Severity.OK : lowest < 0 ? Severity.SERIOUS : Severity.WARNING,
                below == 0
                        ? "Every plate tells its controls apart well."
                        : below
                                + " of "
                                + count(judged, "plate tells", "plates tell")
                                + " its controls apart less than well.",
                "The lowest Z′ is "
                        + NumberText.short3(lowest)
                        + "; from 0.5 an assay is called excellent, below 0 its controls overlap."
                        + " Z′ rests on few control wells, so look at its interval and compare it"
                        + " with the robust Z′ and the SSMD. The intervals are large-sample ones"
                        + " by the delta method, for normal readouts.",
                Optional.of(Measure.of("lowest Z′", lowest, wells)),
                Optional.of(
                        new Threshold(
                                EXCELLENT,
                                "Z′ of at least 0.5",
                                "Zhang et al. 1999, doi:10.1177/108705719900400206")),
                List.of(),
                new Evidence(
                        "Controls per plate",
                        List.of(
                                "plate",
                                "positive controls",
                                "negative controls",
                                "Z′",
                                "95% interval of Z′",
                                "robust Z′",
                                "SSMD",
                                "95% interval of SSMD",
                                "signal window",
                                "95% interval of the signal window"),
                        rows),
                List.of());
    }

    private static String interval(Interval interval) {
        return Double.isNaN(interval.lower())
                ? "undefined"
                : NumberText.short3(interval.lower())
                        + " to "
                        + NumberText.short3(interval.upper());
    }

    static String count(int n, String one, String many) {
        return NumberText.count(n) + " " + (n == 1 ? one : many);
    }
}
