package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks about people no table can show: those gone before it was made (survivorship), and those who
/// did not answer (volunteers). Asked only where roles or names suggest it, and never a warning.
final class Absentees {
    private static final Pattern VOLUNTARY =
            Pattern.compile(
                    "survey|questionnaire|respon|volunt|consent|enrol|opt.?in|biobank|nhanes");

    /// So small a part of the longest follow-up counts as its very beginning.
    private static final double BEGINNING = 0.01;

    private Absentees() {}

    static List<Finding> of(Dataset data) {
        List<Finding> asked = new ArrayList<>();
        data.schema().withRole(Role.TIME).stream()
                .filter(info -> info.type().numeric())
                .findFirst()
                .flatMap(info -> survivors(data, info))
                .ifPresent(asked::add);
        volunteers(data).ifPresent(asked::add);
        return asked;
    }

    private static Optional<Finding> survivors(Dataset data, ColumnInfo info) {
        double[] times =
                Arrays.stream(data.numbers(info.name())).filter(Double::isFinite).toArray();
        double longest = Arrays.stream(times).max().orElse(Double.NaN);
        if (!(longest > 0) || Arrays.stream(times).anyMatch(time -> time < 0)) {
            return Optional.empty();
        }
        double shortest = Arrays.stream(times).min().orElse(Double.NaN);
        long atOnce = Arrays.stream(times).filter(t -> t <= BEGINNING * longest).count();
        String seen =
                atOnce == 0
                        ? "Nobody's \""
                                + info.title()
                                + "\" is under "
                                + NumberText.short3(shortest)
                                + ", which is what data look like from which early losses are"
                                + " missing."
                        : NumberText.count(atOnce)
                                + " of "
                                + NumberText.count(times.length)
                                + " rows end within the first hundredth of the longest \""
                                + info.title()
                                + "\", so early losses are not left out altogether.";
        return Optional.of(
                asks(
                        "survivorship",
                        "Who had died, left or been left out before \""
                                + info.title()
                                + "\" began to count?",
                        seen
                                + " People who had to survive, or stay in care, to get into the data"
                                + " are its survivors: ask from when each was at risk, and from when"
                                + " observed.",
                        Optional.of(
                                Measure.of("shortest " + info.title(), shortest, times.length))));
    }

    private static Optional<Finding> volunteers(Dataset data) {
        List<String> weights = data.schema().namesWithRole(Role.WEIGHT);
        Optional<String> word =
                Stream.concat(Stream.of(data.name()), data.schema().names().stream())
                        .filter(name -> VOLUNTARY.matcher(name.toLowerCase(Locale.ROOT)).find())
                        .findFirst();
        if (weights.isEmpty() && word.isEmpty()) {
            return Optional.empty();
        }
        String why =
                weights.isEmpty()
                        ? "The name \"" + word.get() + "\" suggests that people chose to take part."
                        : "The weights in \""
                                + weights.getFirst()
                                + "\" suggest a survey; they make up for those not asked, and for"
                                + " those who did not answer only as far as these are like others of"
                                + " their cell.";
        return Optional.of(
                asks(
                        "volunteers",
                        "Who was asked to take part, and who did not answer?",
                        why
                                + " Those who take part are often healthier and better off: ask how"
                                + " many were invited in each group, and hold their make-up against"
                                + " the target population.",
                        Optional.empty()));
    }

    private static Finding asks(
            String id, String question, String explanation, Optional<Measure> measure) {
        return new Finding(
                id,
                Severity.NOTE,
                question,
                explanation,
                measure,
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }
}
