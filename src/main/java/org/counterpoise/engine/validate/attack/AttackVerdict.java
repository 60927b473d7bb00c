package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
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

/// Tells what attacks came to.
///
/// @param controlled whether there were unseen rows to attack
record AttackVerdict(
        List<Attack> attacks, boolean controlled, AttackSettings settings, List<String> notes) {

    /// A kind of attack with one limit.
    private enum Kind {
        SINGLING_OUT(
                "singling-out", "Queries written from the synthetic data pick out single people"),
        LINKABILITY("linkability", "The synthetic data join two halves of a person's values"),
        INFERENCE("inference", "The synthetic data give away values of the people behind them");

        private final String id;
        private final String charge;

        Kind(String id, String charge) {
            this.id = id;
            this.charge = charge;
        }

        boolean has(Attack attack) {
            return attack.id().startsWith(id);
        }

        double limit(AttackSettings settings) {
            return switch (this) {
                case SINGLING_OUT -> settings.maxSinglingOut();
                case LINKABILITY -> settings.maxLinkability();
                case INFERENCE -> settings.maxInference();
            };
        }
    }

    Validation validation(MethodCard card) {
        List<Finding> findings = new ArrayList<>();
        Kind worst = Kind.SINGLING_OUT;
        for (Kind kind : Kind.values()) {
            findings.add(finding(kind));
            worst = rank(verdict(kind)) > rank(verdict(worst)) ? kind : worst;
        }
        Attack telling = telling(worst);
        Verdict verdict = verdict(worst);
        return new Validation(
                Pillar.PRIVACY,
                verdict,
                Optional.of(measure(telling)),
                Optional.of(threshold(worst)),
                sentence(worst, telling, verdict),
                new Assessment(card.id(), card.name(), findings, metrics(), notes()));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 2;
            case UNDECIDED, LEFT_OUT -> 1;
            case PASS -> 0;
        };
    }

    private Verdict verdict(Kind kind) {
        if (!controlled) {
            return Verdict.UNDECIDED;
        }
        return of(kind).stream()
                .map(attack -> verdict(attack, kind))
                .max(Comparator.comparingInt(AttackVerdict::rank))
                .orElse(Verdict.UNDECIDED);
    }

    /// An attack that guessing equals gives nothing away.
    private Verdict verdict(Attack attack, Kind kind) {
        return attack.works()
                ? Verdicts.atMost(measure(attack), kind.limit(settings))
                : Verdict.PASS;
    }

    private List<Attack> of(Kind kind) {
        return attacks.stream().filter(kind::has).toList();
    }

    /// The attack of a kind that its verdict rests on: of those with that verdict, the riskiest.
    private Attack telling(Kind kind) {
        Verdict verdict = verdict(kind);
        return of(kind).stream()
                .filter(attack -> !controlled || verdict(attack, kind) == verdict)
                .max(
                        Comparator.comparing(Attack::works)
                                .thenComparingDouble(
                                        attack ->
                                                controlled
                                                        ? attack.risk().value()
                                                        : attack.training().value()))
                .orElseThrow();
    }

    private Measure measure(Attack attack) {
        return controlled
                ? Measure.of(
                        "residual risk of " + attack.title(),
                        attack.risk().value(),
                        attack.risk().interval(),
                        attack.training().attacks())
                : Measure.of(
                        "success of " + attack.title() + ", without a control",
                        attack.training().value(),
                        attack.training().attacks());
    }

    private Threshold threshold(Kind kind) {
        AttackSettings usual = AttackSettings.DEFAULTS;
        return Verdicts.threshold(
                kind.limit(settings),
                kind.limit(usual),
                "residual risk of at most " + percent(kind.limit(settings)),
                kind == Kind.SINGLING_OUT
                        ? "founding guide"
                        : "founding guide: attribute disclosure");
    }

    private String sentence(Kind kind, Attack attack, Verdict verdict) {
        if (!controlled) {
            return "Whether attacks gain anything cannot be judged without a holdout: what is true of"
                    + " everyone is no leak.";
        }
        return switch (verdict) {
            case FAIL ->
                    "An attacker gains from the synthetic data: "
                            + attack.title()
                            + " succeeds for "
                            + percent(attack.training().value())
                            + " of the people behind them and for "
                            + percent(attack.control().value())
                            + " of people never seen.";
            case PASS ->
                    "No attack gains more on the people behind the data than on people never seen,"
                            + " within the limits set.";
            case UNDECIDED, LEFT_OUT ->
                    "Whether "
                            + attack.title()
                            + " gains too much is undecided: "
                            + percent(attack.risk().value())
                            + " "
                            + range(attack.risk().interval())
                            + " against a limit of "
                            + percent(kind.limit(settings))
                            + "."
                            + needed(attack, kind.limit(settings));
        };
    }

    /// The interval shrinks with the root of the number of attacks.
    private static String needed(Attack attack, double limit) {
        double off = Math.abs(attack.risk().value() - limit);
        long have = Math.min(attack.training().attacks(), attack.control().attacks());
        double more = Math.pow(attack.risk().error() / off, 2) * have;
        return off > 0 && Double.isFinite(more) && more < 1e7
                ? String.format(
                        Locale.ROOT,
                        " It needs about %,d attacks on either side; %,d were possible.",
                        (long) Math.ceil(more),
                        have)
                : "";
    }

    private Finding finding(Kind kind) {
        Verdict verdict = verdict(kind);
        Attack attack = telling(kind);
        String headline =
                !controlled
                        ? "What is gained by "
                                + attack.title()
                                + " cannot be judged without a holdout."
                        : switch (verdict) {
                            case FAIL -> kind.charge + ".";
                            case PASS ->
                                    "Nothing much is gained by "
                                            + kind.id.replace('-', ' ')
                                            + " beyond what is true of everyone.";
                            case UNDECIDED, LEFT_OUT ->
                                    "It cannot be told whether too much is gained by "
                                            + attack.title()
                                            + ".";
                        };
        return new Finding(
                kind.id,
                Verdicts.severity(verdict),
                headline,
                explanation(attack),
                Optional.of(measure(attack)),
                controlled ? Optional.of(threshold(kind)) : Optional.empty(),
                verdict == Verdict.FAIL
                        ? List.of(
                                Remedy.of(
                                        "Use a synthesizer that learns less of single rows",
                                        Remedy.Action.GENERATE))
                        : List.of(),
                evidence(kind),
                controlled ? List.of(figure(kind)) : List.of());
    }

    private String explanation(Attack attack) {
        String text =
                capital(attack.title())
                        + " succeeds for "
                        + percent(attack.training().value())
                        + " of "
                        + String.format(Locale.ROOT, "%,d", attack.training().attacks())
                        + " tries on training rows";
        if (controlled) {
            text +=
                    " and "
                            + percent(attack.control().value())
                            + " on holdout rows: a residual risk of "
                            + percent(attack.risk().value())
                            + " "
                            + range(attack.risk().interval());
        }
        text += ". Guessing without the synthetic data gives " + percent(attack.baseline()) + ".";
        return attack.works()
                ? text
                : text + " The attack does no better than that, so it was not counted.";
    }

    private Evidence evidence(Kind kind) {
        List<List<Object>> rows = new ArrayList<>();
        for (Attack attack : of(kind)) {
            long n = attack.control().attacks();
            rows.add(
                    List.of(
                            attack.title(),
                            attack.training().attacks(),
                            attack.training().successes(),
                            Evidence.cell(
                                    controlled ? attack.control().successes() : Double.NaN, n),
                            attack.baseline(),
                            Evidence.cell(attack.risk().value(), n),
                            Evidence.cell(attack.risk().interval().lower(), n),
                            Evidence.cell(attack.risk().interval().upper(), n)));
        }
        return new Evidence(
                "Successes on training and holdout rows",
                List.of(
                        "attack",
                        "tries",
                        "successes on training",
                        "successes on holdout",
                        "guessing",
                        "residual risk",
                        "lower",
                        "upper"),
                rows);
    }

    private Figure figure(Kind kind) {
        double limit = kind.limit(settings);
        return new Figure.Intervals(
                "Residual risk of " + kind.id.replace('-', ' '),
                "What attacks gain on training rows beyond what they gain on rows never seen, with"
                        + " intervals for all attacks together.",
                "residual risk",
                true,
                of(kind).stream()
                        .map(
                                attack ->
                                        new Figure.Intervals.Row(
                                                attack.title(),
                                                attack.risk().value(),
                                                attack.risk().interval().lower(),
                                                attack.risk().interval().upper(),
                                                attack.training().attacks(),
                                                verdict(attack, kind) == Verdict.FAIL))
                        .toList(),
                Optional.empty(),
                Optional.of(
                        new Figure.Intervals.Concern(
                                limit, 1, "more than " + percent(limit) + " is too much")));
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (Attack attack : attacks) {
            String name = "attacks/" + attack.id();
            metrics.put(name + "/tries", (double) attack.training().attacks());
            metrics.put(name + "/training", attack.training().value());
            metrics.put(name + "/control", attack.control().value());
            metrics.put(name + "/baseline", attack.baseline());
            metrics.put(name + "/risk", attack.risk().value());
            metrics.put(name + "/risk/lower", attack.risk().interval().lower());
            metrics.put(name + "/risk/upper", attack.risk().interval().upper());
        }
        return metrics;
    }

    private static String range(Interval interval) {
        return interval.defined()
                ? "(" + percent(interval.lower()) + " to " + percent(interval.upper()) + ")"
                : "(no interval)";
    }

    private static String percent(double share) {
        return Double.isNaN(share)
                ? "an undefined share"
                : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
