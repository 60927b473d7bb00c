package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The pictures of a cascade: excluded shares by group, and the make-up after each criterion.
record CascadeFigures(Dataset data, CascadeSettings settings, List<CascadeStep> steps) {
    private static final int MOST_ROWS = 30;

    /// More groups than colours that can be told apart are not drawn as lines.
    private static final int MOST_LINES = 6;

    List<Figure> of(CascadeStep step, Exclusion exclusion) {
        List<Figure> figures = new ArrayList<>();
        figures.add(excluded(step, exclusion));
        if (step.whole()
                && steps.size() > 1
                && exclusion.strata().names().size() <= MOST_LINES
                && !exclusion.strata().names().isEmpty()) {
            figures.add(makeUp(exclusion.strata()));
        }
        return figures;
    }

    private Figure excluded(CascadeStep step, Exclusion exclusion) {
        Proportion everyone = exclusion.everyone();
        return new Figure.Intervals(
                "Excluded by: " + step.words() + ", by " + exclusion.strata().title(data),
                "Share of each group's rows that was excluded, with Wilson intervals.",
                "excluded",
                true,
                IntStream.range(0, Math.min(MOST_ROWS, exclusion.before().length))
                        .mapToObj(g -> row(exclusion, g))
                        .toList(),
                everyone.n() == 0
                        ? Optional.empty()
                        : Optional.of(new Figure.Intervals.Reference(everyone.value(), "everyone")),
                Optional.empty());
    }

    private Figure.Intervals.Row row(Exclusion exclusion, int g) {
        Proportion share = exclusion.excluded(g);
        Interval interval = share.wilson(settings.confidence());
        return new Figure.Intervals.Row(
                exclusion.strata().names().get(g),
                share.value(),
                interval.lower(),
                interval.upper(),
                share.n(),
                false);
    }

    private Figure makeUp(Strata strata) {
        List<CascadeStep> single = steps.stream().filter(step -> !step.whole()).toList();
        List<Exclusion> at =
                single.stream()
                        .map(
                                step ->
                                        step.exclusions().stream()
                                                .filter(e -> e.strata().equals(strata))
                                                .findFirst()
                                                .orElseThrow())
                        .toList();
        double[] x = IntStream.rangeClosed(0, single.size()).asDoubleStream().toArray();
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int group = 0; group < strata.names().size(); group++) {
            double[] y = new double[x.length];
            y[0] = at.getFirst().shareBefore(group).value();
            for (int i = 0; i < at.size(); i++) {
                y[i + 1] = at.get(i).shareAfter(group).value();
            }
            series.add(new Figure.Curves.Series(strata.names().get(group), Hue.GROUP, x, y, true));
        }
        return new Figure.Curves(
                "Make-up after each criterion, by " + strata.title(data),
                "Share of each group among the rows that are still in, before the first criterion"
                        + " and after each.",
                "criteria applied",
                "share of rows",
                false,
                series);
    }
}
