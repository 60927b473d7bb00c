package org.counterpoise.engine.validate;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Validation.Verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// How a measure stands against its threshold, and how the pillars stand together.
public final class Verdicts {
    private Verdicts() {}

    /// The verdict on a measure that should be at least `limit`, by its interval; without one, by
    /// the value alone. Undefined is undecided.
    public static Verdict atLeast(Measure measure, double limit) {
        return verdict(
                lower(measure) >= limit, upper(measure) < limit, !Double.isNaN(measure.value()));
    }

    /// The verdict on a measure that should be at most `limit`.
    public static Verdict atMost(Measure measure, double limit) {
        return verdict(
                upper(measure) <= limit, lower(measure) > limit, !Double.isNaN(measure.value()));
    }

    private static Verdict verdict(boolean meets, boolean misses, boolean defined) {
        if (!defined) {
            return Verdict.UNDECIDED;
        }
        return meets ? Verdict.PASS : misses ? Verdict.FAIL : Verdict.UNDECIDED;
    }

    private static double lower(Measure measure) {
        return measure.interval()
                .filter(Interval::defined)
                .map(Interval::lower)
                .orElse(measure.value());
    }

    private static double upper(Measure measure) {
        return measure.interval()
                .filter(Interval::defined)
                .map(Interval::upper)
                .orElse(measure.value());
    }

    /// How much a verdict matters.
    public static Severity severity(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Severity.OK;
            case UNDECIDED -> Severity.WARNING;
            case FAIL -> Severity.SERIOUS;
            case LEFT_OUT -> Severity.NOTE;
        };
    }

    /// A limit and its source: that of the default, unless the user changed it.
    public static Threshold threshold(
            double limit, double standard, String description, String source) {
        return new Threshold(limit, description, limit == standard ? source : "set by you");
    }

    /// A pillar that was not judged.
    ///
    /// @param reason one sentence
    public static Validation leftOut(Validator<?> validator, String reason) {
        return new Validation(
                validator.pillar(),
                Verdict.LEFT_OUT,
                Optional.empty(),
                Optional.empty(),
                "Not judged: " + reason,
                new Assessment(
                        validator.id(),
                        validator.card().name(),
                        List.of(),
                        new TreeMap<>(),
                        List.of(reason)));
    }

    /// One sentence over all pillars. Never an average: one pillar that fails is enough.
    public static String sentence(List<Validation> validations) {
        List<String> failed = names(validations, Verdict.FAIL);
        List<String> undecided = names(validations, Verdict.UNDECIDED);
        List<String> leftOut = names(validations, Verdict.LEFT_OUT);
        List<String> passed = names(validations, Verdict.PASS);
        if (!failed.isEmpty()) {
            return "Not ready to release: "
                    + joined(failed)
                    + (failed.size() == 1 ? " misses its threshold" : " miss their thresholds")
                    + rest(undecided, "undecided")
                    + rest(leftOut, "not judged")
                    + ".";
        } else if (!undecided.isEmpty()) {
            return "Not ready to release yet: "
                    + joined(undecided)
                    + (undecided.size() == 1 ? " is" : " are")
                    + " undecided"
                    + rest(leftOut, "not judged")
                    + ".";
        } else if (!leftOut.isEmpty()) {
            return "Not ready to release yet: "
                    + joined(leftOut)
                    + (leftOut.size() == 1 ? " was" : " were")
                    + " not judged"
                    + (passed.isEmpty() ? "" : ", though " + joined(passed) + " passed")
                    + ".";
        }
        return passed.isEmpty()
                ? "Nothing was judged."
                : "Ready for review: "
                        + joined(passed)
                        + (passed.size() == 1
                                ? " meets its threshold."
                                : " meet their thresholds.");
    }

    /// The pillars that stand so, by the worst of their validations.
    private static List<String> names(List<Validation> validations, Verdict verdict) {
        return Arrays.stream(Pillar.values())
                .filter(pillar -> worst(validations, pillar).equals(Optional.of(verdict)))
                .map(pillar -> pillar.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The worst verdict under a pillar; empty if nothing judged it.
    static Optional<Verdict> worst(List<Validation> validations, Pillar pillar) {
        List<Verdict> order =
                List.of(Verdict.PASS, Verdict.LEFT_OUT, Verdict.UNDECIDED, Verdict.FAIL);
        return validations.stream()
                .filter(validation -> validation.pillar() == pillar)
                .map(Validation::verdict)
                .max(Comparator.comparingInt(order::indexOf));
    }

    private static String joined(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String rest(List<String> names, String state) {
        return names.isEmpty() ? "" : "; " + joined(names) + " " + state;
    }
}
