package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// What has never been tried: pairs of choice and condition without a record, those first that the
/// popularity of both would make most frequent.
///
/// @param pairs how many there are
/// @param possible of how many
/// @param listed the first of them
record UntriedFinding(Choices choices, long pairs, long possible, List<Pair> listed) {
    private static final int MOST_LISTED = 100;

    /// A pair without a record.
    ///
    /// @param expected records, had the condition been chosen regardless of the choice
    private record Pair(String choice, String condition, String value, double expected) {}

    /// Empty if every pair was tried.
    static Optional<UntriedFinding> of(Choices choices, List<Condition> conditions) {
        Comparator<Pair> leastFirst = Comparator.comparingDouble(Pair::expected);
        PriorityQueue<Pair> kept = new PriorityQueue<>(leastFirst);
        long pairs = 0;
        long possible = 0;
        for (Condition condition : conditions) {
            possible += condition.pairs();
            double all = 0;
            for (long n : condition.perValue()) {
                all += n;
            }
            for (int choice : choices.order()) {
                long n = condition.perChoice()[choice];
                for (int value = 0; n > 0 && value < condition.values().size(); value++) {
                    if (condition.records()[choice][value] > 0) {
                        continue;
                    }
                    pairs++;
                    double expected = n * condition.perValue()[value] / all;
                    if (kept.size() < MOST_LISTED || expected > kept.element().expected()) {
                        kept.add(
                                new Pair(
                                        choices.levels().get(choice),
                                        condition.column().title(),
                                        condition.values().get(value),
                                        expected));
                    }
                    if (kept.size() > MOST_LISTED) {
                        kept.remove();
                    }
                }
            }
        }
        List<Pair> listed = new ArrayList<>(kept);
        listed.sort(
                leastFirst
                        .reversed()
                        .thenComparing(Pair::condition)
                        .thenComparing(Pair::choice)
                        .thenComparing(Pair::value));
        return pairs == 0
                ? Optional.empty()
                : Optional.of(new UntriedFinding(choices, pairs, possible, listed));
    }

    Finding finding() {
        Pair first = listed.getFirst();
        List<List<Object>> rows = new ArrayList<>();
        for (Pair pair : listed) {
            rows.add(List.of(pair.choice(), pair.condition(), pair.value(), pair.expected()));
        }
        return new Finding(
                "untried",
                Severity.NOTE,
                NumberText.count(pairs)
                        + " of "
                        + NumberText.count(possible)
                        + " pairs of "
                        + choices.title()
                        + " and a condition have never been tried.",
                "The first to stand out is "
                        + first.choice()
                        + " with "
                        + first.condition()
                        + " "
                        + first.value()
                        + ": popular as both are, "
                        + NumberText.short3(first.expected())
                        + " records could be expected, and there is none. A model trained on these"
                        + " records has seen nothing there.",
                Optional.of(
                        Measure.of(
                                "share of pairs never tried", (double) pairs / possible, possible)),
                Optional.empty(),
                List.of(
                        Remedy.of(
                                "Try what the table lists",
                                Remedy.Action.COLLECT,
                                choices.column().name())),
                new Evidence(
                        "Never tried"
                                + (pairs > listed.size() ? ", the first " + listed.size() : ""),
                        List.of(choices.title(), "condition", "value", "records expected"),
                        rows),
                List.of());
    }
}
