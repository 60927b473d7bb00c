package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.validate.ClosestRecords;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells what the distances and copies mean.
final class PrivacyVerdict {
    private static final int CURVE_POINTS = 200;

    private final PrivacyEvidence evidence;
    private final PrivacySettings settings;
    private final ExactCopies copies;

    PrivacyVerdict(PrivacyEvidence evidence, PrivacySettings settings) {
        this.evidence = evidence;
        this.settings = settings;
        this.copies = evidence.copies();
    }

    Validation validation(MethodCard card) {
        Verdict byCopies = byCopies();
        Verdict byCloseness =
                evidence.held().isEmpty()
                        ? Verdict.UNDECIDED
                        : Verdicts.atMost(closeness(), limit());
        NearCopiesFinding near = new NearCopiesFinding(evidence.near(), settings.confidence());
        Verdict others = worse(byCopies, byCloseness);
        Verdict verdict = near.fails() ? Verdict.FAIL : others;
        boolean restsOnNear = near.fails() && others != Verdict.FAIL;
        String sentence = restsOnNear ? near.sentence() : sentence(byCopies, byCloseness);
        boolean restsOnCopies =
                evidence.held().isEmpty() || (byCopies != byCloseness && byCopies == verdict);
        return new Validation(
                Pillar.PRIVACY,
                verdict,
                Optional.of(restsOnNear ? near.measure() : restsOnCopies ? copied() : closeness()),
                Optional.of(
                        restsOnNear
                                ? near.threshold()
                                : restsOnCopies ? copiesThreshold() : closenessThreshold()),
                sentence,
                new Assessment(
                        card.id(),
                        card.name(),
                        List.of(
                                copiesFinding(byCopies),
                                near.finding(),
                                closenessFinding(byCloseness)),
                        evidence.metrics(),
                        notes()));
    }

    private static Verdict worse(Verdict a, Verdict b) {
        return a == Verdict.FAIL || b == Verdict.FAIL
                ? Verdict.FAIL
                : a == Verdict.UNDECIDED || b == Verdict.UNDECIDED
                        ? Verdict.UNDECIDED
                        : Verdict.PASS;
    }

    /// Copies fail if they are certainly more frequent than in the control. A few copies where the
    /// control has none are too few to be certain, and too many to pass.
    private Verdict byCopies() {
        if (copies.excessAtLeast(settings.confidence()) > 0) {
            return Verdict.FAIL;
        }
        return copies.copies() > 0 && copies.controlCopies() == 0
                ? Verdict.UNDECIDED
                : Verdict.PASS;
    }

    private double limit() {
        return 0.5 + settings.margin();
    }

    private Measure copied() {
        return Measure.of("exact copies of training rows", copies.copies(), copies.rows());
    }

    private Measure closeness() {
        int n = evidence.compared()[1];
        return evidence.held()
                .map(PrivacyEvidence.Held::closeness)
                .map(
                        c ->
                                Measure.of(
                                                "share closer to training than to holdout",
                                                c.share(),
                                                c.interval(),
                                                n)
                                        .withTest(
                                                "random split of the real rows, one-sided",
                                                c.p(),
                                                c.p()))
                .orElse(
                        Measure.of(
                                "median distance to the closest training row",
                                Quantiles.median(evidence.toTraining().closest()),
                                n));
    }

    private Threshold closenessThreshold() {
        return Verdicts.threshold(
                limit(),
                0.5 + PrivacySettings.DEFAULTS.margin(),
                "share closer to training of at most " + decimal(limit()),
                "ours: one half is what a fresh sample of the population gives");
    }

    private Threshold copiesThreshold() {
        return new Threshold(
                copies.expected(),
                "no more copies than "
                        + (copies.holdout() ? "holdout rows" : "duplicates in the training table")
                        + " lead one to expect",
                "ours: chance repeats of real rows are no leak");
    }

    private String sentence(Verdict byCopies, Verdict byCloseness) {
        if (byCopies == Verdict.FAIL) {
            return copies.copies()
                    + " synthetic rows copy a training row exactly; chance explains about "
                    + Math.round(copies.expected())
                    + ".";
        } else if (evidence.held().isEmpty()) {
            return copiesInWords()
                    + " Without a holdout it cannot be judged whether the others are too close to"
                    + " training rows.";
        }
        double share = closeness().value();
        String shown = String.format(Locale.ROOT, "%.1f %%", 100 * share);
        if (byCloseness == Verdict.FAIL) {
            return "Synthetic rows give training rows away: "
                    + shown
                    + " lie closer to training than to unseen real rows, where 50 % is chance.";
        } else if (byCloseness == Verdict.UNDECIDED) {
            return "Whether synthetic rows lie too close to training rows is undecided: "
                    + shown
                    + " do, and the interval reaches beyond "
                    + Math.round(100 * limit())
                    + " %.";
        }
        return byCopies == Verdict.UNDECIDED
                ? copiesInWords() + " Too few to be certain that it is not chance."
                : "Synthetic rows lie no closer to training rows than to unseen real rows: "
                        + shown
                        + ", where 50 % is chance.";
    }

    private String copiesInWords() {
        return copies.copies() == 0
                ? "No synthetic row copies a training row exactly."
                : copies.copies()
                        + (copies.copies() == 1 ? " synthetic row copies" : " synthetic rows copy")
                        + " a training row exactly.";
    }

    private Finding copiesFinding(Verdict verdict) {
        String control =
                copies.holdout()
                        ? copies.controlCopies()
                                + " of "
                                + copies.controlRows()
                                + " holdout rows, which were never seen, equal a training row"
                        : copies.controlCopies()
                                + " of "
                                + copies.controlRows()
                                + " training rows equal another one";
        return new Finding(
                "exact-copies",
                Verdicts.severity(verdict),
                copiesInWords(),
                "As a control, "
                        + control
                        + "; at that rate chance would give about "
                        + decimal(copies.expected())
                        + " copies.",
                Optional.of(copied()),
                Optional.of(copiesThreshold()),
                verdict == Verdict.PASS
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Use a synthesizer that does not repeat rows",
                                        Action.GENERATE)),
                new Evidence(
                        "Rows that equal a training row in every compared column",
                        List.of("rows", "equal a training row", "of"),
                        List.of(
                                List.of("synthetic", copies.copies(), copies.rows()),
                                List.of(
                                        copies.holdout()
                                                ? "holdout (control)"
                                                : "training, other rows (control)",
                                        copies.controlCopies(),
                                        copies.controlRows()))),
                List.of());
    }

    private Finding closenessFinding(Verdict verdict) {
        boolean held = evidence.held().isPresent();
        String headline =
                !held
                        ? "How close synthetic rows may come to training rows cannot be judged"
                                + " without a holdout."
                        : switch (verdict) {
                            case PASS ->
                                    "Synthetic rows lie no closer to training rows than to unseen"
                                            + " ones.";
                            case FAIL -> "Synthetic rows lie too close to training rows.";
                            case UNDECIDED, LEFT_OUT ->
                                    "Synthetic rows may lie too close to training rows.";
                        };
        return new Finding(
                "closest-records",
                Verdicts.severity(verdict),
                headline,
                evidence.held()
                        .map(h -> explanation(h.closeness()))
                        .orElse(
                                "Small distances may be resemblance or memory; only rows that the"
                                        + " synthesizer has never seen can tell which."),
                Optional.of(closeness()),
                held ? Optional.of(closenessThreshold()) : Optional.empty(),
                remedies(verdict, held),
                distances(),
                List.of(curves()));
    }

    private static List<Remedy> remedies(Verdict verdict, boolean held) {
        if (!held) {
            return List.of(Remedy.of("Lock a holdout away before generating", Action.CHANGE_ROLES));
        }
        return verdict == Verdict.PASS
                ? List.of()
                : List.of(
                        Remedy.of("Use a synthesizer that fits less closely", Action.GENERATE),
                        Remedy.of("Hold out more rows and validate again", Action.VALIDATE));
    }

    private static String explanation(Closeness closeness) {
        return String.format(
                Locale.ROOT,
                "The closest real row is a training row for %.1f %% of the synthetic rows; without"
                        + " a leak it would be for %.1f %%, as many as there are training rows among"
                        + " the real ones. On the scale of equal sizes that is %.1f %% against 50 %%."
                        + " The rows count as %.0f independent ones, since several share a closest"
                        + " row.",
                100 * closeness.rawShare(),
                100 * closeness.expectedShare(),
                100 * closeness.share(),
                closeness.votes());
    }

    private Evidence distances() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("synthetic to training", evidence.toTraining()));
        evidence.held()
                .ifPresent(
                        held -> {
                            rows.add(row("synthetic to holdout", held.toHoldout()));
                            rows.add(row("holdout to training (control)", held.control()));
                        });
        return new Evidence(
                "Distance to the closest record (0 to 1) and nearest-neighbour distance ratio",
                List.of("from, to", "rows", "5th percentile", "median", "median ratio (NNDR)"),
                rows);
    }

    private static List<Object> row(String name, ClosestRecords records) {
        long n = records.closest().length;
        return List.of(
                name,
                n,
                Evidence.cell(Quantiles.of(records.closest(), 0.05), n),
                Evidence.cell(Quantiles.median(records.closest()), n),
                Evidence.cell(PrivacyEvidence.medianRatio(records), n));
    }

    private Figure curves() {
        List<Figure.Curves.Series> series = new ArrayList<>();
        series.add(curve("synthetic to training", Hue.SYNTHETIC, evidence.toTraining()));
        evidence.held()
                .ifPresent(
                        held -> {
                            series.add(
                                    curve("synthetic to holdout", Hue.HOLDOUT, held.toHoldout()));
                            series.add(
                                    curve(
                                            "holdout to training (control)",
                                            Hue.REAL,
                                            held.control()));
                        });
        return new Figure.Curves(
                "Distance to the closest record",
                "Cumulative shares of rows by their distance to the closest record. A curve of"
                        + " synthetic to training that rises well before the control, fresh real"
                        + " rows to the same training rows, means memorised rows."
                        + (evidence.held().isEmpty() ? " There is no control here." : ""),
                "distance (mean over columns, 0 to 1)",
                "cumulative share of rows",
                false,
                series);
    }

    private static Figure.Curves.Series curve(String name, Hue hue, ClosestRecords records) {
        double[] sorted = Arrays.stream(records.closest()).sorted().toArray();
        int points = Math.min(CURVE_POINTS, sorted.length);
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            int rank = (int) ((i + 1L) * sorted.length / points);
            x[i] = sorted[rank - 1];
            y[i] = (double) rank / sorted.length;
        }
        return new Figure.Curves.Series(name, hue, x, y, false);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(evidence.notes());
        notes.add(
                "Distance between rows: the mean over columns of |difference|/range (at most 1) for"
                        + " numbers, the range taken from the real data, and 0 or 1 for categories;"
                        + " missing against missing counts 0, missing against a value 1.");
        if (!Arrays.equals(evidence.rows(), evidence.compared())) {
            notes.add(
                    "Distances were computed on random samples of at most "
                            + settings.maxRows()
                            + " rows of each table; a leak of single rows may be missed.");
        }
        if (evidence.held().isEmpty()) {
            notes.add(
                    "There is no holdout, so closeness to training rows was not judged and copies"
                            + " are held against the duplicates within the training table.");
        }
        return notes;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
