package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rarer choices whose success cannot be told from the favourites': what to try next.
///
/// @param rare their positions in `success`, the most promising first
record UnderTriedFinding(SuccessFinding success, List<Integer> rare) {
    private static final int MOST_NAMED = 10;

    Finding finding() {
        Choices choices = success.choices();
        List<String> names =
                rare.stream()
                        .limit(MOST_NAMED)
                        .map(i -> choices.levels().get(success.picked()[i]))
                        .toList();
        return new Finding(
                "under-tried",
                Severity.NOTE,
                NumberText.count(rare.size())
                        + (rare.size() == 1 ? " rarer value of " : " rarer values of ")
                        + choices.title()
                        + " cannot be told from the favourites by success.",
                "The favourites succeed in "
                        + NumberText.percent(success.favouriteSuccess().value())
                        + "; what these are expected to reach at most is no less. By what their own"
                        + " records say they reach at least, the first are "
                        + String.join(", ", names)
                        + (rare.size() > names.size() ? " and others" : "")
                        + ".",
                Optional.of(
                        Measure.of(
                                "share of rarer values that are under-tried",
                                (double) rare.size() / others(),
                                others())),
                Optional.empty(),
                List.of(
                        Remedy.of(
                                "Try the values of "
                                        + choices.title()
                                        + " that the table lists, in random order",
                                Remedy.Action.COLLECT,
                                choices.column().name())),
                evidence(),
                List.of(
                        success.forest(
                                "The most promising under-tried values of " + choices.title(),
                                "Success that the model expects of them, with intervals, against that"
                                        + " of all favourites.",
                                rare.stream().limit(SuccessFinding.MOST_DRAWN).toList(),
                                true)));
    }

    /// How many choices are no favourites.
    private int others() {
        boolean[] favourite = success.choices().favourites(success.settings().top());
        int others = 0;
        for (int choice : success.picked()) {
            others += favourite[choice] ? 0 : 1;
        }
        return others;
    }

    private Evidence evidence() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i : rare) {
            rows.add(
                    List.of(
                            success.choices().levels().get(success.picked()[i]),
                            success.trials()[i],
                            success.successes()[i],
                            success.promise(i),
                            success.model().shrunken()[i],
                            success.model().shrunkenIntervals()[i].lower(),
                            success.model().shrunkenIntervals()[i].upper()));
        }
        return new Evidence(
                "Under-tried values of " + success.choices().title() + ", the most promising first",
                List.of(
                        success.choices().title(),
                        "records",
                        "successes",
                        "at least, by its own records",
                        "expected share",
                        "lower",
                        "upper"),
                rows);
    }
}
