package org.counterpoise.engine.validate.release;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Proportion;
import org.counterpoise.engine.validate.KeyClasses;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the disclosure of a release came to, and the verdict on it.
///
/// @param classes of training, release and perhaps holdout rows
/// @param secrets by column; empty if it is not known what outsiders know
/// @param matches of the release with all real rows
/// @param training people behind the release
/// @param control people never seen
record ReleaseVerdict(
        KeyClasses classes,
        Map<String, SecretsInClasses> secrets,
        PopulationMatches matches,
        Uniques training,
        Optional<Uniques> control,
        ReleaseSettings settings,
        List<String> notes) {

    Validation validation(MethodCard card) {
        Verdict byMatches = byMatches();
        List<String> broken = broken();
        Verdict verdict = broken.isEmpty() ? byMatches : Verdict.FAIL;
        return new Validation(
                Pillar.PRIVACY,
                verdict,
                Optional.of(excess()),
                Optional.of(threshold()),
                sentence(byMatches, broken),
                new Assessment(
                        card.id(), card.name(), new ReleaseFindings(this).all(), metrics(), notes));
    }

    Verdict byMatches() {
        return control.isEmpty()
                ? Verdict.UNDECIDED
                : Verdicts.atMost(excess(), settings.maxExcess());
    }

    /// The share of training rows that are alone and matched, less that of holdout rows.
    Measure excess() {
        Proportion behind = new Proportion(training.matched(), training.people());
        if (control.isEmpty()) {
            return Measure.of(
                    "people alone with their keys who are matched, without a control",
                    behind.value(),
                    training.people());
        }
        Proportion others = new Proportion(control.get().matched(), control.get().people());
        return Measure.of(
                "excess of people alone with their keys who are matched",
                behind.value() - others.value(),
                Proportion.newcombe(behind, others, settings.confidence()),
                training.people() + control.get().people());
    }

    Threshold threshold() {
        return Verdicts.threshold(
                settings.maxExcess(),
                ReleaseSettings.DEFAULTS.maxExcess(),
                "excess of at most " + NumberText.percent(settings.maxExcess()),
                "founding guide: singling out");
    }

    /// The size of the smallest class of the release.
    int k() {
        return Arrays.stream(classes.sizes(ReleaseDisclosure.RELEASE))
                .filter(size -> size > 0)
                .min()
                .orElse(0);
    }

    /// What was demanded and is not met, in words.
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (k() < settings.k()) {
            broken.add("k is " + k() + " where " + settings.k() + " was demanded");
        }
        secrets.forEach(
                (name, secret) -> {
                    if (secret.distinct() < settings.l()) {
                        broken.add(
                                "l of \""
                                        + name
                                        + "\" is "
                                        + NumberText.short3(secret.distinct())
                                        + " where "
                                        + settings.l()
                                        + " was demanded");
                    }
                    if (secret.closeness() > settings.t()) {
                        broken.add(
                                "t of \""
                                        + name
                                        + "\" is "
                                        + NumberText.short3(secret.closeness())
                                        + " where "
                                        + NumberText.short3(settings.t())
                                        + " was allowed");
                    }
                });
        return broken;
    }

    private String sentence(Verdict byMatches, List<String> broken) {
        if (!broken.isEmpty()) {
            return "The release does not meet what was demanded of it: "
                    + String.join("; ", broken)
                    + ".";
        } else if (control.isEmpty()) {
            return "Whether people can be found by what outsiders know cannot be judged without a"
                    + " holdout: a match may be a coincidence.";
        }
        String shown =
                NumberText.percent((double) training.matched() / training.people())
                        + " of the people behind the data and "
                        + NumberText.percent(
                                (double) control.get().matched() / control.get().people())
                        + " of people never seen are alone with what outsiders know and are met"
                        + " there";
        return switch (byMatches) {
            case FAIL -> "People can be found by what outsiders know: " + shown + ".";
            case PASS ->
                    "People behind the data are not found by what outsiders know more often than"
                            + " people never seen: "
                            + shown
                            + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether people can be found by what outsiders know is undecided: "
                            + shown
                            + "."
                            + needed();
        };
    }

    /// The interval shrinks with the root of the number of rows.
    private String needed() {
        Measure excess = excess();
        Interval interval = excess.interval().orElseThrow();
        double half = (interval.upper() - interval.lower()) / 2;
        double rows =
                Math.pow(half / Math.abs(excess.value() - settings.maxExcess()), 2) * excess.n();
        return rows > excess.n() && rows < 1e7
                ? " It needs about "
                        + NumberText.count((long) Math.ceil(rows))
                        + " real rows; there are "
                        + NumberText.count(excess.n())
                        + "."
                : "";
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        Measure excess = excess();
        metrics.put("release/uniques/training", (double) training.matched() / training.people());
        control.ifPresent(
                held -> {
                    Interval interval = excess.interval().orElseThrow();
                    metrics.put("release/uniques/control", (double) held.matched() / held.people());
                    metrics.put("release/uniques/excess", excess.value());
                    metrics.put("release/uniques/excess/lower", interval.lower());
                    metrics.put("release/uniques/excess/upper", interval.upper());
                });
        metrics.put("release/k", (double) k());
        metrics.put("release/k/single", single());
        secrets.forEach(
                (name, secret) -> {
                    metrics.put("release/l-distinct/" + name, secret.distinct());
                    metrics.put("release/l-entropy/" + name, secret.entropy());
                    metrics.put("release/t/" + name, secret.closeness());
                    metrics.put(
                            "release/uniform/" + name, (double) secret.uniform() / secret.rows());
                });
        metrics.put("release/k-map", (double) matches.fewest());
        metrics.put("release/k-map/one", (double) matches.alone() / matches.rows());
        metrics.put("release/k-map/nobody", (double) matches.nobody() / matches.rows());
        metrics.put("release/presence/min", matches.least());
        metrics.put("release/presence/max", matches.most());
        return metrics;
    }

    /// The share of rows of the release that are alone with their keys.
    double single() {
        int[] sizes = classes.sizes(ReleaseDisclosure.RELEASE);
        return (double) Arrays.stream(sizes).filter(size -> size == 1).count() / matches.rows();
    }
}
