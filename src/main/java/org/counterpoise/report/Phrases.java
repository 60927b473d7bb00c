package org.counterpoise.report;

import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Validation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Results as sentences.
final class Phrases {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Phrases() {}

    /// "True positive rate 0.812 [0.771, 0.843], n = 517 (95% interval, Wilson); p = .003 …".
    static String measure(Measure measure) {
        StringBuilder text = new StringBuilder(capitalised(measure.name()));
        text.append(' ').append(NumberText.measure(measure));
        measure.interval()
                .filter(interval -> interval.defined() && measure.defined())
                .ifPresent(
                        interval ->
                                text.append(" (")
                                        .append(NumberText.short3(interval.confidence() * 100))
                                        .append("% interval, ")
                                        .append(interval.method())
                                        .append(")"));
        if (!Double.isNaN(measure.p())) {
            text.append("; ").append(NumberText.p(measure.p()));
            if (!Double.isNaN(measure.adjustedP())) {
                text.append(", adjusted ").append(NumberText.p(measure.adjustedP()));
            }
            if (!measure.test().isEmpty()) {
                text.append(" (").append(measure.test()).append(")");
            }
        }
        return text.append('.').toString();
    }

    /// "Absolute gap of at most 10 percentage points. Source: founding guide."
    static String threshold(Threshold threshold) {
        String source = threshold.source().isEmpty() ? "" : " Source: " + threshold.source() + ".";
        return sentence(threshold.description()) + source;
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case OK -> "No concern";
            case NOTE -> "Note";
            case WARNING -> "Warning";
            case SERIOUS -> "Serious";
        };
    }

    static String verdict(Validation.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passes";
            case UNDECIDED -> "undecided";
            case FAIL -> "fails";
            case LEFT_OUT -> "left out";
        };
    }

    static Severity severity(Validation.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Severity.OK;
            case UNDECIDED -> Severity.WARNING;
            case FAIL -> Severity.SERIOUS;
            case LEFT_OUT -> Severity.NOTE;
        };
    }

    static String count(long n, String one, String many) {
        return NumberText.count(n) + " " + (n == 1 ? one : many);
    }

    /// "sex", "sex and age", "sex, age and race"; "nothing" for none.
    static String list(List<String> words) {
        return switch (words.size()) {
            case 0 -> "nothing";
            case 1 -> words.getFirst();
            default ->
                    String.join(", ", words.subList(0, words.size() - 1))
                            + " and "
                            + words.getLast();
        };
    }

    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// The text with a capital at its start and a full stop at its end.
    static String sentence(String text) {
        String trimmed = text.strip();
        boolean ended =
                trimmed.isEmpty() || ".!?…".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return capitalised(trimmed) + (ended ? "" : ".");
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /// The first twelve digits of a hash.
    static String shortHash(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }
}
