package org.counterpoise.cli;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Gate;
import org.counterpoise.engine.validate.TradeOff;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;

import java.io.PrintStream;
import java.util.Locale;

/// Findings as lines of text.
final class Printer {
    private static final int WIDTH = 96;

    private final PrintStream out;

    Printer(PrintStream out) {
        this.out = out;
    }

    void assessment(Assessment assessment) {
        out.println();
        out.println(assessment.title());
        out.println("-".repeat(Math.min(WIDTH, assessment.title().length())));
        assessment.findings().forEach(this::finding);
        if (assessment.findings().isEmpty()) {
            out.println("Nothing found.");
        }
        assessment.notes().forEach(note -> wrapped("Note: " + note, ""));
    }

    private void finding(Finding finding) {
        String mark =
                switch (finding.severity()) {
                    case OK -> "ok      ";
                    case NOTE -> "note    ";
                    case WARNING -> "WARNING ";
                    case SERIOUS -> "SERIOUS ";
                };
        wrapped(mark + finding.headline(), "        ");
        if (finding.severity().compareTo(Severity.NOTE) > 0) {
            wrapped("        " + finding.explanation(), "        ");
        }
    }

    void scorecard(Artifact.Scorecard card) {
        out.println(card.verdict());
        Gate gate = Gate.of(card.validations());
        out.println(gate);
        wrapped(gate.sentence(), "");
        for (Validation validation : card.validations()) {
            wrapped(
                    String.format(
                            Locale.ROOT,
                            "%-9s %-9s %s",
                            validation.pillar().name().toLowerCase(Locale.ROOT),
                            validation.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            validation.sentence()),
                    " ".repeat(20));
        }
    }

    /// Several versions by their pillars.
    void tradeOff(TradeOff versions) {
        out.println();
        out.println("Versions side by side. " + versions.sentence());
        for (TradeOff.Candidate candidate : versions.candidates()) {
            wrapped(
                    candidate.name()
                            + (candidate.front()
                                    ? ": on the Pareto front"
                                    : ": beaten by " + String.join(", ", candidate.beatenBy())),
                    "    ");
            candidate
                    .scores()
                    .forEach(
                            (pillar, score) ->
                                    wrapped(
                                            String.format(
                                                    Locale.ROOT,
                                                    "    %-9s %-10s %s %s",
                                                    pillar.name().toLowerCase(Locale.ROOT),
                                                    Gate.word(score.verdict()),
                                                    score.measure().orElseThrow().name(),
                                                    NumberText.measure(
                                                            score.measure().orElseThrow())),
                                            " ".repeat(25)));
        }
    }

    /// A text broken at spaces.
    private void wrapped(String text, String indent) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=\\S) ", -1)) {
            if (line.length() + word.length() >= WIDTH && !line.toString().isBlank()) {
                out.println(line);
                line = new StringBuilder(indent);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        out.println(line);
    }
}
