package org.counterpoise.engine.audit.wording;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about the texts of two sources.
///
/// @param adjusted p of words per text, readability, first words and type–token ratio
record WordingFindings(WordingStudy study, WordingSettings settings, double[] adjusted) {
    private static final int BARS = 8;

    List<Finding> all() {
        return List.of(
                difference(
                        "length", "Words per text", "words per text", study.lengths(), adjusted[0]),
                difference(
                        "readability",
                        "Readability",
                        "automated readability index",
                        study.readability(),
                        adjusted[1]),
                openings(),
                vocabulary());
    }

    private String id(String what) {
        return String.join("/", study.column(), study.attribute(), study.second().name(), what);
    }

    private boolean named(double p) {
        return p < settings.level();
    }

    private String first() {
        return study.first().name();
    }

    private String second() {
        return study.second().name();
    }

    private long texts() {
        return (long) study.first().texts() + study.second().texts();
    }

    private Optional<Threshold> threshold() {
        return Optional.of(
                new Threshold(
                        settings.level(), "no difference below this adjusted p", "our default"));
    }

    private static Measure measure(
            String name, WordingStudy.Difference difference, long n, String test, double adjusted) {
        Measure measure =
                difference.interval().defined()
                        ? Measure.of(name, difference.value(), difference.interval(), n)
                        : Measure.of(name, difference.value(), n);
        return measure.withTest(test, difference.p(), adjusted);
    }

    private Finding difference(
            String id,
            String title,
            String measured,
            WordingStudy.Difference difference,
            double adjusted) {
        Interval interval = difference.interval();
        return new Finding(
                id(id),
                named(adjusted) ? Severity.WARNING : Severity.OK,
                title
                        + (named(adjusted)
                                ? " differ" + (id.equals("length") ? "" : "s")
                                : " hardly differ" + (id.equals("length") ? "" : "s"))
                        + ": "
                        + NumberText.short3(difference.second())
                        + " for "
                        + second()
                        + ", "
                        + NumberText.short3(difference.first())
                        + " for "
                        + first()
                        + ".",
                (interval.defined()
                                ? "The difference lies within "
                                        + NumberText.interval(interval)
                                        + ". "
                                : "")
                        + (id.equals("length")
                                ? "Texts that are longer or shorter than those they stand for can"
                                        + " be told from them, and models may treat them otherwise."
                                : "The index is about the school grade that a text in English"
                                        + " needs; it counts letters per word and words per"
                                        + " sentence."),
                Optional.of(
                        measure(
                                "difference of " + measured,
                                difference,
                                texts(),
                                "Welch's t-test",
                                adjusted)),
                threshold(),
                List.of(),
                new Evidence(
                        title + " of \"" + study.column() + "\"",
                        List.of("", first(), second(), "difference", "lower", "upper"),
                        List.of(
                                List.of(
                                        "mean",
                                        Evidence.cell(difference.first(), texts()),
                                        Evidence.cell(difference.second(), texts()),
                                        Evidence.cell(difference.value(), texts()),
                                        Evidence.cell(interval.lower(), texts()),
                                        Evidence.cell(interval.upper(), texts())))),
                List.of());
    }

    private Finding openings() {
        boolean named = named(adjusted[2]);
        WordingStudy.Word most = study.firstWords().getFirst();
        for (WordingStudy.Word word : study.firstWords()) {
            most = Math.abs(gap(word)) > Math.abs(gap(most)) ? word : most;
        }
        return new Finding(
                id("first-word"),
                named ? Severity.WARNING : Severity.OK,
                named
                        ? "Texts begin with other words: \""
                                + most.word()
                                + "\" begins "
                                + NumberText.percent(most.second().value())
                                + " of "
                                + second()
                                + ", "
                                + NumberText.percent(most.first().value())
                                + " of "
                                + first()
                                + "."
                        : "Texts of "
                                + second()
                                + " and "
                                + first()
                                + " begin with the same words about equally often.",
                "First words show how a question is asked; a source that asks otherwise may favour"
                        + " systems made for its way of asking.",
                Optional.of(
                        Measure.of(
                                        "largest difference of shares",
                                        gap(most),
                                        most.interval(),
                                        texts())
                                .withTest("chi-square test", study.openings().p(), adjusted[2])),
                threshold(),
                List.of(),
                words("Texts that begin with a word", study.firstWords()),
                List.of(bars()));
    }

    private static double gap(WordingStudy.Word word) {
        return word.second().value() - word.first().value();
    }

    private Evidence words(String caption, List<WordingStudy.Word> words) {
        List<List<Object>> rows = new ArrayList<>();
        for (WordingStudy.Word word : words) {
            rows.add(
                    List.of(
                            word.word(),
                            Evidence.cell(word.first().value(), word.first().n()),
                            Evidence.cell(word.second().value(), word.second().n()),
                            Evidence.cell(gap(word), texts()),
                            Evidence.cell(word.interval().lower(), texts()),
                            Evidence.cell(word.interval().upper(), texts()),
                            Evidence.cell(word.adjusted(), texts())));
        }
        return new Evidence(
                caption,
                List.of("word", first(), second(), "difference", "lower", "upper", "adjusted p"),
                rows);
    }

    private Figure bars() {
        List<WordingStudy.Word> top = study.firstWords().stream().limit(BARS).toList();
        double[] none = new double[0];
        return new Figure.Bars(
                "First words of \"" + study.column() + "\"",
                "The share of texts that begin with each word, by source.",
                "share of texts",
                true,
                top.stream().map(WordingStudy.Word::word).toList(),
                List.of(
                        new Figure.Bars.Series(
                                first(),
                                Hue.REAL,
                                top.stream().mapToDouble(w -> w.first().value()).toArray(),
                                none,
                                none),
                        new Figure.Bars.Series(
                                second(),
                                Hue.SYNTHETIC,
                                top.stream().mapToDouble(w -> w.second().value()).toArray(),
                                none,
                                none)));
    }

    private Finding vocabulary() {
        boolean named = named(adjusted[3]);
        WordingStudy.Difference ratio = study.ratio();
        boolean richer = ratio.value() > 0;
        long uneven = study.words().stream().filter(w -> named(w.adjusted())).count();
        return new Finding(
                id("vocabulary"),
                named ? Severity.WARNING : Severity.OK,
                named
                        ? capital(second())
                                + (richer ? " uses more" : " uses fewer")
                                + " different words than "
                                + first()
                                + ": a type–token ratio of "
                                + NumberText.short3(ratio.second())
                                + " against "
                                + NumberText.short3(ratio.first())
                                + "."
                        : "Vocabularies of "
                                + second()
                                + " and "
                                + first()
                                + " are about equally rich.",
                "Type–token ratios are of "
                        + NumberText.count(study.firstVocabulary().sample())
                        + " words of each. "
                        + NumberText.percent(Vocabulary.shared(study.first(), study.second()))
                        + " of all different words occur in both; word frequencies lie "
                        + NumberText.short3(study.divergence())
                        + " bits apart (Jensen–Shannon), and "
                        + uneven
                        + " of the "
                        + study.words().size()
                        + " most frequent words are in unequal shares of texts.",
                Optional.of(
                        measure(
                                "difference of type–token ratios",
                                ratio,
                                texts(),
                                "t-test, jackknife",
                                adjusted[3])),
                threshold(),
                List.of(),
                words("Texts that have a word", study.words()),
                List.of());
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
