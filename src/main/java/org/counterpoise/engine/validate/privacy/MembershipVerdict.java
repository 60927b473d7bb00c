package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what membership inference came to.
///
/// The verdict rests on the area under the curve, whose interval must lie within the limit. People
/// recognised at few false alarms, the rarest people and single groups can only turn it to a
/// failure: to show that none of them is exposed takes more rows than most holdouts have.
///
/// @param held holdout rows, of which half were the reference
record MembershipVerdict(
        List<MembershipAttack> attacks,
        Exposures exposures,
        MembershipSettings settings,
        int held,
        List<String> notes) {
    private static final int CURVE_POINTS = 200;

    Validation validation(MethodCard card) {
        MembershipAttack worst =
                attacks.stream()
                        .max(
                                Comparator.comparingInt(
                                                (MembershipAttack attack) ->
                                                        rank(
                                                                Verdicts.atMost(
                                                                        auc(attack),
                                                                        settings.maxAuc())))
                                        .thenComparingDouble(attack -> attack.roc().auc()))
                        .orElseThrow();
        MembershipAttack found =
                attacks.stream()
                        .max(
                                Comparator.comparingDouble(
                                        attack -> attack.recognised().interval().lower()))
                        .orElseThrow();
        Verdict byAuc = Verdicts.atMost(auc(worst), settings.maxAuc());
        boolean recognised = found.recognised().interval().lower() > settings.maxFound();
        boolean onFound = recognised && byAuc != Verdict.FAIL;
        Optional<Exposure> exposed =
                recognised || byAuc == Verdict.FAIL ? Optional.empty() : onSome().worst();
        List<Finding> findings = new ArrayList<>();
        findings.add(aucFinding(worst, byAuc));
        findings.add(foundFinding(found, recognised));
        findings.addAll(onSome().all());
        return new Validation(
                Pillar.PRIVACY,
                recognised || exposed.isPresent() ? Verdict.FAIL : byAuc,
                Optional.of(
                        exposed.map(ExposureFindings::measure)
                                .orElseGet(() -> onFound ? found(found) : auc(worst))),
                Optional.of(onFound ? foundThreshold() : aucThreshold()),
                exposed.map(onSome()::sentence)
                        .orElseGet(() -> onFound ? foundSentence(found) : sentence(worst, byAuc)),
                new Assessment(card.id(), card.name(), findings, metrics(), allNotes()));
    }

    private ExposureFindings onSome() {
        return new ExposureFindings(
                exposures, settings.maxAuc(), settings.rarest(), aucThreshold());
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 2;
            case UNDECIDED, LEFT_OUT -> 1;
            case PASS -> 0;
        };
    }

    private static Measure auc(MembershipAttack attack) {
        return Measure.of(
                        "AUC of membership by " + attack.title(),
                        attack.roc().auc(),
                        attack.interval(),
                        attack.roc().positives() + attack.roc().negatives())
                .withTest("Mann–Whitney, one-sided", attack.p(), Math.min(1, 2 * attack.p()));
    }

    private static Measure found(MembershipAttack attack) {
        return Measure.of(
                "true positive rate at 1 % false positives by " + attack.title(),
                attack.recognised().value(),
                attack.recognised().interval(),
                attack.roc().positives() + attack.roc().negatives());
    }

    private Threshold aucThreshold() {
        return Verdicts.threshold(
                settings.maxAuc(),
                MembershipSettings.DEFAULTS.maxAuc(),
                String.format(Locale.ROOT, "AUC of at most %.2f", settings.maxAuc()),
                "founding guide: near 0.5; the margin is ours");
    }

    private Threshold foundThreshold() {
        return Verdicts.threshold(
                settings.maxFound(),
                MembershipSettings.DEFAULTS.maxFound(),
                "not certainly more than " + percent(settings.maxFound()),
                "ours: five times chance");
    }

    private String sentence(MembershipAttack attack, Verdict verdict) {
        String shown =
                String.format(
                        Locale.ROOT,
                        "%s ranks a training row over a row never seen in %s of the pairs, where"
                                + " 50 %% is chance",
                        attack.title(),
                        percent(attack.roc().auc()));
        return switch (verdict) {
            case FAIL -> "Who was in the training data can be told: " + shown + ".";
            case PASS -> "Who was in the training data can hardly be told: " + shown + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether it can be told who was in the training data is undecided: "
                            + shown
                            + ", and the interval reaches beyond "
                            + percent(settings.maxAuc())
                            + "."
                            + needed(attack);
        };
    }

    /// The half-width falls with the root of the smaller side, here the holdout rows.
    private String needed(MembershipAttack attack) {
        double auc = attack.roc().auc();
        boolean below = auc < settings.maxAuc();
        double half = below ? attack.interval().upper() - auc : auc - attack.interval().lower();
        double rows = Math.pow(half / Math.abs(settings.maxAuc() - auc), 2) * held;
        return rows > held && rows < 1e7
                ? String.format(
                        Locale.ROOT,
                        " It needs n ≥ %,d holdout rows and as many training rows; there are %,d.",
                        (long) Math.ceil(rows),
                        held)
                : "";
    }

    private String foundSentence(MembershipAttack attack) {
        return "Some people in the training data can be recognised: "
                + attack.title()
                + " finds "
                + percent(attack.recognised().value())
                + " of them at 1 % false alarms, though on average it does little.";
    }

    private Finding aucFinding(MembershipAttack worst, Verdict verdict) {
        Severity severity =
                verdict == Verdict.UNDECIDED && worst.interval().lower() <= 0.5
                        ? Severity.NOTE
                        : Verdicts.severity(verdict);
        String headline =
                switch (verdict) {
                    case PASS -> "Training rows can hardly be told from rows never seen.";
                    case FAIL -> "Training rows can be told from rows never seen.";
                    case UNDECIDED, LEFT_OUT ->
                            "There are too few rows to say whether training rows can be told from"
                                    + " rows never seen.";
                };
        return new Finding(
                "auc",
                severity,
                headline,
                sentence(worst, verdict)
                        + " The interval "
                        + range(worst.interval())
                        + " holds for both attacks together.",
                Optional.of(auc(worst)),
                Optional.of(aucThreshold()),
                remedies(verdict == Verdict.FAIL),
                evidence(),
                List.of(curves()));
    }

    private Finding foundFinding(MembershipAttack attack, boolean recognised) {
        Interval interval = attack.recognised().interval();
        return new Finding(
                "recognised",
                recognised
                        ? Severity.SERIOUS
                        : interval.upper() <= settings.maxFound() ? Severity.OK : Severity.NOTE,
                recognised
                        ? "Some training rows are recognised with hardly a false alarm."
                        : "No training rows are certainly recognised with few false alarms.",
                String.format(
                        Locale.ROOT,
                        "By %s %s of the training rows %s are recognised when 1 %% of rows never seen"
                                + " are mistaken for them; 1 %% would be chance.",
                        attack.title(),
                        percent(attack.recognised().value()),
                        range(interval)),
                Optional.of(found(attack)),
                Optional.of(foundThreshold()),
                remedies(recognised),
                evidence(),
                List.of());
    }

    private static List<Remedy> remedies(boolean failed) {
        return failed
                ? List.of(
                        Remedy.of(
                                "Use a synthesizer that learns less of single rows",
                                Remedy.Action.GENERATE))
                : List.of();
    }

    private Evidence evidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (MembershipAttack attack : attacks) {
            long n = attack.roc().negatives();
            rows.add(
                    List.of(
                            capital(attack.title()),
                            (long) attack.roc().positives(),
                            n,
                            Evidence.cell(attack.roc().auc(), n),
                            Evidence.cell(attack.interval().lower(), n),
                            Evidence.cell(attack.interval().upper(), n),
                            Evidence.cell(attack.recognised().value(), n),
                            Evidence.cell(attack.recognised().interval().lower(), n),
                            Evidence.cell(attack.recognised().interval().upper(), n)));
        }
        return new Evidence(
                "How well training rows are told from rows never seen",
                List.of(
                        "score",
                        "training rows",
                        "rows never seen",
                        "AUC",
                        "lower",
                        "upper",
                        "found at 1 % false alarms",
                        "lower",
                        "upper"),
                rows);
    }

    private Figure curves() {
        return new Figure.Curves(
                "Telling members from others",
                "ROC curves of the scores. The diagonal is chance; a curve that rises steeply at the"
                        + " left recognises some people with hardly a false alarm.",
                "false positive rate (rows never seen)",
                "true positive rate (training rows)",
                true,
                attacks.stream()
                        .map(
                                attack -> {
                                    var curve = attack.roc().curve(CURVE_POINTS);
                                    return new Figure.Curves.Series(
                                            attack.title(), Hue.GROUP, curve.x(), curve.y(), false);
                                })
                        .toList());
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (MembershipAttack attack : attacks) {
            String name = "membership/" + attack.id();
            metrics.put(name + "/auc", attack.roc().auc());
            metrics.put(name + "/auc/lower", attack.interval().lower());
            metrics.put(name + "/auc/upper", attack.interval().upper());
            metrics.put(name + "/tpr-at-1", attack.recognised().value());
            metrics.put(name + "/tpr-at-1/lower", attack.recognised().interval().lower());
            metrics.put(name + "/tpr-at-1/upper", attack.recognised().interval().upper());
        }
        onSome().addMetrics(metrics);
        return metrics;
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>(notes);
        all.add(
                "Half of the holdout rows are the reference sample of the density ratio; only the"
                        + " other half are attacked. Distances are those of privacy by distance.");
        return all;
    }

    private static String range(Interval interval) {
        return "(" + percent(interval.lower()) + " to " + percent(interval.upper()) + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
