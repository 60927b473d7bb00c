package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;
import org.counterpoise.engine.validate.attribute.AttributeInference.Attempt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what attribute inference came to.
///
/// @param attempts one per secret, at least one
/// @param controlled whether there were unseen rows to attack
record AttributeVerdict(
        List<Attempt> attempts,
        boolean controlled,
        AttributeSettings settings,
        List<String> notes) {

    /// Who guesses.
    private enum Kind {
        MODEL("model", "A model of the synthetic rows"),
        MATCHING("cap", "Matching keys in the synthetic rows");

        private final String id;
        private final String subject;

        Kind(String id, String subject) {
            this.id = id;
            this.subject = subject;
        }

        Gain of(Attempt attempt) {
            return this == MODEL ? attempt.model() : attempt.matching();
        }
    }

    Validation validation(MethodCard card) {
        Gain telling = telling(gains());
        Verdict verdict = verdict(telling);
        return new Validation(
                Pillar.PRIVACY,
                verdict,
                Optional.of(measure(telling)),
                Optional.of(threshold()),
                sentence(telling, verdict),
                new Assessment(
                        card.id(),
                        card.name(),
                        List.of(finding(Kind.MODEL), finding(Kind.MATCHING)),
                        metrics(),
                        allNotes()));
    }

    private List<Gain> gains() {
        List<Gain> gains = new ArrayList<>(gains(Kind.MODEL));
        gains.addAll(gains(Kind.MATCHING));
        return gains;
    }

    private List<Gain> gains(Kind kind) {
        return attempts.stream().map(kind::of).toList();
    }

    /// The gain that a verdict rests on: that with the worst verdict, and of those the greatest.
    /// Gains that are undefined, because a secret is too rare, say nothing.
    private Gain telling(List<Gain> gains) {
        return gains.stream()
                .max(
                        Comparator.comparing(Gain::defined)
                                .thenComparingInt(gain -> rank(verdict(gain)))
                                .thenComparingDouble(
                                        gain -> gain.defined() ? gain.value() : gain.training()))
                .orElseThrow();
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 2;
            case UNDECIDED, LEFT_OUT -> 1;
            case PASS -> 0;
        };
    }

    private Verdict verdict(Gain gain) {
        return gain.defined()
                ? Verdicts.atMost(measure(gain), settings.maxGain())
                : Verdict.UNDECIDED;
    }

    private Measure measure(Gain gain) {
        return controlled
                ? Measure.of(
                        "gain in " + gain.measure() + " of guessing " + gain.secret(),
                        gain.value(),
                        gain.interval(),
                        gain.rows())
                : Measure.of(
                        gain.measure() + " of guessing " + gain.secret() + ", without a control",
                        gain.training(),
                        gain.rows());
    }

    private Threshold threshold() {
        return Verdicts.threshold(
                settings.maxGain(),
                AttributeSettings.DEFAULTS.maxGain(),
                "gain of at most " + NumberText.short3(settings.maxGain()),
                "founding guide: attribute disclosure");
    }

    private String sentence(Gain gain, Verdict verdict) {
        if (!controlled) {
            return "Whether secrets are given away cannot be judged without a holdout: what can be"
                    + " guessed of everyone is no leak.";
        } else if (!gain.defined()) {
            return "Too few rows have each value of a secret, or the synthetic rows have none, so no"
                    + " attack on a secret could be judged.";
        }
        String shown =
                gain.measure()
                        + " "
                        + NumberText.short3(gain.training())
                        + " for the people behind the data, "
                        + NumberText.short3(gain.control())
                        + " for people never seen";
        return switch (verdict) {
            case FAIL -> "The synthetic data give \"" + gain.secret() + "\" away: " + shown + ".";
            case PASS ->
                    "Secrets are guessed no better for the people behind the data than for people"
                            + " never seen; the largest difference is in \""
                            + gain.secret()
                            + "\": "
                            + shown
                            + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether the synthetic data give \""
                            + gain.secret()
                            + "\" away is undecided: "
                            + shown
                            + "; a gain "
                            + range(gain.interval())
                            + " against a limit of "
                            + NumberText.short3(settings.maxGain())
                            + "."
                            + needed(gain);
        };
    }

    /// The interval shrinks with the root of the number of rows.
    private String needed(Gain gain) {
        double off = Math.abs(gain.value() - settings.maxGain());
        double half = (gain.interval().upper() - gain.interval().lower()) / 2;
        double rows = Math.pow(half / off, 2) * gain.rows();
        return rows > gain.rows() && rows < 1e7
                ? " It needs about "
                        + NumberText.count((long) Math.ceil(rows))
                        + " people in both tables; "
                        + NumberText.count(gain.rows())
                        + " were attacked."
                : "";
    }

    private Finding finding(Kind kind) {
        List<Gain> gains = gains(kind);
        Gain telling = telling(gains);
        Verdict verdict = verdict(telling);
        return new Finding(
                kind.id,
                severity(telling, verdict),
                headline(kind, telling, verdict),
                explanation(telling),
                Optional.of(measure(telling)),
                controlled ? Optional.of(threshold()) : Optional.empty(),
                verdict == Verdict.FAIL
                        ? List.of(
                                Remedy.of(
                                        "Use a synthesizer that learns less of single rows",
                                        Remedy.Action.GENERATE,
                                        telling.secret()))
                        : List.of(),
                kind == Kind.MODEL ? modelEvidence() : matchingEvidence(),
                telling.defined() ? List.of(figure(kind, gains)) : List.of());
    }

    /// An interval that holds 0 is no warning, however wide: chance explains it.
    private static Severity severity(Gain gain, Verdict verdict) {
        boolean chance = !gain.defined() || gain.interval().lower() <= 0;
        return verdict == Verdict.UNDECIDED && chance ? Severity.NOTE : Verdicts.severity(verdict);
    }

    private String headline(Kind kind, Gain gain, Verdict verdict) {
        if (!controlled) {
            return "What is gained on secrets cannot be judged without a holdout.";
        } else if (!gain.defined()) {
            return "No attack on a secret could be judged.";
        }
        return switch (verdict) {
            case FAIL -> kind.subject + " gives \"" + gain.secret() + "\" of people away.";
            case PASS -> kind.subject + " gains nothing much beyond what is true of everyone.";
            case UNDECIDED, LEFT_OUT ->
                    "There are too few rows to say whether \""
                            + gain.secret()
                            + "\" is given away.";
        };
    }

    private String explanation(Gain gain) {
        if (Double.isNaN(gain.training())) {
            return "A level is judged if at least "
                    + Score.FEWEST
                    + " training and as many holdout rows have it and have it not.";
        }
        String what =
                switch (gain.measure()) {
                    case "AUC" ->
                            "how well the levels are ranked (0.5 is guessing), the mean over levels";
                    case "R²" -> "the share of the variance of ranks explained (0 is guessing)";
                    default ->
                            "the chance that the synthetic rows with the same or the most similar"
                                    + " keys have the same value";
                };
        String text =
                gain.measure()
                        + " is "
                        + what
                        + ": "
                        + NumberText.short3(gain.training())
                        + " on training rows";
        return controlled
                ? text
                        + " and "
                        + NumberText.short3(gain.control())
                        + " on holdout rows. The interval of the difference "
                        + range(gain.interval())
                        + " holds for all secrets and both attacks together."
                : text + ".";
    }

    private Evidence modelEvidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (Gain gain : gains(Kind.MODEL)) {
            rows.add(
                    List.of(
                            gain.secret(),
                            gain.measure(),
                            Evidence.cell(gain.training(), gain.rows()),
                            Evidence.cell(gain.control(), gain.rows()),
                            Evidence.cell(gain.value(), gain.rows()),
                            Evidence.cell(gain.interval().lower(), gain.rows()),
                            Evidence.cell(gain.interval().upper(), gain.rows())));
        }
        return new Evidence(
                "How well a model of the synthetic rows guesses secrets",
                List.of(
                        "secret",
                        "measure",
                        "training rows",
                        "holdout rows",
                        "gain",
                        "lower",
                        "upper"),
                rows);
    }

    private Evidence matchingEvidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (Attempt attempt : attempts) {
            rows.add(row(attempt.matching().secret(), "training rows", attempt.training()));
            if (controlled) {
                rows.add(row(attempt.matching().secret(), "holdout rows", attempt.control()));
            }
        }
        return new Evidence(
                "Correct attribution probability",
                List.of("secret", "people", "number", "keys matched", "CAP", "0CAP", "GCAP"),
                rows);
    }

    private static List<Object> row(String secret, String people, CorrectAttribution of) {
        return List.of(
                secret,
                people,
                of.people(),
                of.matched(),
                Evidence.cell(of.cap(), of.matched()),
                Evidence.cell(of.zeroCap(), of.people()),
                Evidence.cell(of.generalisedCap(), of.people()));
    }

    private Figure figure(Kind kind, List<Gain> gains) {
        return new Figure.Intervals(
                kind == Kind.MODEL ? "Secrets guessed by a model" : "Secrets guessed by keys",
                "By how much secrets are guessed better for training rows than for rows never seen,"
                        + " with intervals for all secrets together.",
                kind == Kind.MODEL ? "gain in AUC or R²" : "gain in GCAP",
                false,
                gains.stream()
                        .filter(Gain::defined)
                        .map(
                                gain ->
                                        new Figure.Intervals.Row(
                                                gain.secret()
                                                        + (kind == Kind.MODEL
                                                                ? " (" + gain.measure() + ")"
                                                                : ""),
                                                gain.value(),
                                                gain.interval().lower(),
                                                gain.interval().upper(),
                                                gain.rows(),
                                                verdict(gain) == Verdict.FAIL))
                        .toList(),
                Optional.of(new Figure.Intervals.Reference(0, "no gain")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                settings.maxGain(),
                                1,
                                "more than "
                                        + NumberText.short3(settings.maxGain())
                                        + " is too much")));
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (Gain gain : gains()) {
            String name = "attribute/" + gain.id();
            metrics.put(name + "/training", gain.training());
            metrics.put(name + "/control", gain.control());
            metrics.put(name + "/gain", gain.value());
            metrics.put(name + "/gain/lower", gain.interval().lower());
            metrics.put(name + "/gain/upper", gain.interval().upper());
        }
        for (Attempt attempt : attempts) {
            String name = "attribute/cap/" + attempt.matching().secret();
            add(metrics, name + "/training", attempt.training());
            add(metrics, name + "/control", attempt.control());
        }
        return metrics;
    }

    private static void add(
            SortedMap<String, Double> metrics, String name, CorrectAttribution attribution) {
        metrics.put(name + "/cap", attribution.cap());
        metrics.put(name + "/0cap", attribution.zeroCap());
        metrics.put(name + "/matched", (double) attribution.matched());
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>(notes);
        all.add(
                "CAP counts people whose keys some synthetic row has; 0CAP counts the others as not"
                        + " guessed; GCAP takes the rows with the most similar keys for them. Numbers"
                        + " with more than "
                        + settings.bands()
                        + " values are matched in as many bands, unless they were given bands.");
        return all;
    }

    private static String range(Interval interval) {
        return interval.defined()
                ? "("
                        + NumberText.short3(interval.lower())
                        + " to "
                        + NumberText.short3(interval.upper())
                        + ")"
                : "(no interval)";
    }
}
