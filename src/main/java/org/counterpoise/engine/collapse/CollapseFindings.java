package org.counterpoise.engine.collapse;

import org.counterpoise.engine.collapse.CollapseSettings.Mode;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says in words what generations lose.
final class CollapseFindings {
    private static final int NAMED = 3;

    private final String method;
    private final int given;
    private final Dataset source;
    private final CollapseSettings how;
    private final Chain chain;
    private final FreshSamples chance;
    private final Generation last;
    private final List<Quantity> lost;
    private final List<Quantity> grown;
    private final CollapseFigures figures;

    /// @param method the synthesizer's name
    /// @param given rows before a sample was drawn
    /// @param source generation 0
    CollapseFindings(
            String method,
            int given,
            Dataset source,
            CollapseSettings how,
            Chain chain,
            FreshSamples chance) {
        this.method = method;
        this.given = given;
        this.source = source;
        this.how = how;
        this.chain = chain;
        this.chance = chance;
        last = chain.generations().getLast();
        lost =
                chain.quantities().stream()
                        .filter(quantity -> chance.lost(quantity, last, how.loss()))
                        .sorted(Comparator.comparingDouble(last::kept))
                        .toList();
        grown =
                chain.quantities().stream()
                        .filter(quantity -> chance.grown(quantity, last, how.loss()))
                        .toList();
        figures = new CollapseFigures(chain, chance, lost);
    }

    Assessment assessment() {
        return new Assessment(
                CollapseStudy.INSTANCE.id(),
                CollapseStudy.INSTANCE.card().question(),
                List.of(loss(), columns()),
                metrics(),
                notes());
    }

    private Finding loss() {
        return new Finding(
                "loss",
                lost.isEmpty() ? Severity.OK : Severity.WARNING,
                headline(),
                explanation(),
                measure(),
                lost.stream().findFirst().map(this::threshold),
                lost.isEmpty() || keepsReal()
                        ? List.of()
                        : List.of(Remedy.of("Generate from the real rows", Remedy.Action.GENERATE)),
                figures.table(),
                List.of(figures.lines(), figures.beside()));
    }

    private Finding columns() {
        return new Finding(
                "columns",
                // Never above the finding that it belongs to.
                lost.isEmpty() ? Severity.OK : Severity.NOTE,
                "What generation " + last.number() + " keeps, column by column",
                "A column of numbers that is as spread as the real one keeps a variance of 1 and"
                        + " has about 2 % of its values beyond the 1st and 99th percentile of the"
                        + " real rows.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                figures.columns(),
                List.of());
    }

    private boolean keepsReal() {
        return how.mode() == Mode.ACCUMULATE || how.realShare() > 0;
    }

    private String headline() {
        String after =
                "After "
                        + last.number()
                        + (last.number() == 1 ? " generation, " : " generations, ")
                        + method;
        if (lost.isEmpty()) {
            return after + " has lost nothing that fresh samples keep.";
        }
        return after
                + " keeps "
                + listed(lost.stream().limit(NAMED).map(this::share).toList())
                + ".";
    }

    private String share(Quantity quantity) {
        return NumberText.percent(last.kept(quantity)) + " of the " + quantity.words();
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private String explanation() {
        StringBuilder text = new StringBuilder(learning());
        if (lost.isEmpty()) {
            text.append(" No quantity is both below all of ").append(chance.pairs());
            text.append(" fresh samples of as many people and short by ");
            text.append(NumberText.percent(how.loss())).append('.');
        } else {
            text.append(" Below all of ").append(chance.pairs());
            text.append(" fresh samples of as many people: ");
            text.append(
                    lost.stream()
                            .map(
                                    quantity ->
                                            quantity.words()
                                                    + " "
                                                    + two(last.kept(quantity))
                                                    + " (first generation "
                                                    + two(first().kept(quantity))
                                                    + ", least fresh sample "
                                                    + two(least(quantity))
                                                    + ")")
                            .collect(Collectors.joining("; ")));
            text.append('.');
        }
        if (!grown.isEmpty()) {
            text.append(" Above all of them: ");
            text.append(
                    grown.stream()
                            .map(quantity -> quantity.words() + " " + two(last.kept(quantity)))
                            .collect(Collectors.joining("; ")));
            text.append(", which is a distortion, too.");
        }
        return text.toString();
    }

    private String learning() {
        return switch (how.mode()) {
            case ACCUMULATE ->
                    "Each generation learned from the real rows and all rows made since.";
            case REPLACE ->
                    how.realShare() > 0
                            ? "Each generation learned from rows of the one before, "
                                    + NumberText.percent(how.realShare())
                                    + " of them replaced by real ones."
                            : "Each generation learned from the rows of the one before alone.";
        };
    }

    private Generation first() {
        return chain.generations().get(1);
    }

    private double least(Quantity quantity) {
        FreshSamples.Range range = chance.ranges().get(quantity);
        return range == null ? Double.NaN : range.least();
    }

    private static String two(double value) {
        return NumberText.fixed(value, 2);
    }

    private Optional<Measure> measure() {
        return lost.stream()
                .findFirst()
                .or(() -> chain.quantities().stream().filter(Quantity::losable).findFirst())
                .map(
                        quantity ->
                                Measure.of(
                                        quantity.words() + " kept",
                                        last.kept(quantity),
                                        source.rows()));
    }

    private Threshold threshold(Quantity quantity) {
        return new Threshold(
                least(quantity),
                "least of " + chance.pairs() + " fresh samples: " + two(least(quantity)),
                "the real rows themselves");
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (Generation generation : chain.generations()) {
            for (Quantity quantity : chain.quantities()) {
                metrics.put(
                        "collapse/" + quantity.key() + "/" + generation.number(),
                        generation.kept(quantity));
            }
        }
        metrics.put("collapse/lost", (double) lost.size());
        return metrics;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        chain.stopped().ifPresent(notes::add);
        if (source.rows() < given) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows were drawn at random; a smaller table loses more per"
                                    + " generation.",
                            source.rows(),
                            given));
        }
        SmallGroups groups = new Baseline(source).groups();
        notes.add(
                groups.columns().isEmpty()
                        ? "No column is marked as protected, so small groups were not followed."
                        : "The smallest groups are "
                                + groups.keys().stream().sorted().collect(Collectors.joining("; "))
                                + ".");
        notes.add(
                "Rare levels are those of fewer than 5 % of the real rows. Quality is that of"
                        + " SDMetrics and is not held against fresh samples, because it also falls"
                        + " where nothing is lost.");
        notes.add(
                "This is one chain of generations; another seed shows another. Fresh samples are"
                        + " pairs of samples drawn from the real rows with replacement.");
        return notes;
    }
}
