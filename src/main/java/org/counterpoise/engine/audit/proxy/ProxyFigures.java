package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The pictures of proxies.
record ProxyFigures(ProxyStudy study, ProxySettings settings) {
    private static final int MOST_BARS = 20;
    private static final int MOST_NAMES = 6;

    /// How well each group is told, at every threshold.
    Figure curves(ProxyStudy.Told told) {
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int t = 0; t < told.curves().size(); t++) {
            series.add(
                    new Figure.Curves.Series(
                            told.attribute().label(t)
                                    + " ("
                                    + NumberText.short3(told.byTarget().get(t).value())
                                    + ")",
                            Hue.GROUP,
                            told.curves().get(t).x(),
                            told.curves().get(t).y(),
                            false));
        }
        String from =
                told.score().map(score -> "\"" + score.title() + "\"").orElse("the other columns");
        return new Figure.Curves(
                told.attribute().title() + " told from " + from,
                "A curve for each group told from the others, with its AUC; the diagonal is"
                        + " guessing.",
                "others taken for the group",
                "members found",
                true,
                series);
    }

    /// How much a model leans on each column.
    Figure shap(ProxyStudy.Told told, Carriers carriers) {
        List<Carriers.Carrier> ranked = carriers.ranked();
        List<Carriers.Carrier> shown = ranked.subList(0, Math.min(MOST_BARS, ranked.size()));
        double[] shap = shown.stream().mapToDouble(Carriers.Carrier::shap).toArray();
        return new Figure.Bars(
                "Columns that carry " + told.attribute().title(),
                "The mean size of the Shapley value of each column in a model of the attribute.",
                "mean |SHAP| (log-odds)",
                false,
                shown.stream().map(c -> study.columns().get(c.column()).title()).toList(),
                List.of(
                        new Figure.Bars.Series(
                                "mean |SHAP|", Hue.REAL, shap, new double[0], new double[0])));
    }

    /// What is left of the attribute as columns go.
    Figure ablation(ProxyStudy.Told told, Carriers carriers) {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        rows.add(row("all columns", carriers.auc().estimate(settings.confidence())));
        for (int i = 0; i < carriers.steps().size(); i++) {
            Carriers.Step step = carriers.steps().get(i);
            rows.add(
                    row(
                            (i == 0 ? "without " : "… and ")
                                    + study.columns().get(step.column()).title(),
                            step.auc().estimate(settings.confidence())));
        }
        return new Figure.Intervals(
                "What is left of " + told.attribute().title() + " as columns are left out",
                "The AUC of a model after each further column has gone, with its interval.",
                "AUC",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0.5, "guessing")),
                Optional.of(
                        new Figure.Intervals.Concern(
                                settings.highest(),
                                1,
                                "AUC of " + NumberText.short3(settings.highest()) + " and more")));
    }

    private static Figure.Intervals.Row row(String name, Estimate auc) {
        return new Figure.Intervals.Row(
                name, auc.value(), auc.interval().lower(), auc.interval().upper(), auc.n(), false);
    }

    /// Usefulness against give-away: the few columns that stand out by either are named.
    Figure trade(ProxyStudy.Told told, Carriers carriers, Usefulness usefulness) {
        List<Carriers.Carrier> byAlone =
                carriers.carriers().stream()
                        .sorted((a, b) -> Double.compare(b.alone(), a.alone()))
                        .limit(MOST_NAMES)
                        .toList();
        List<Integer> named = new ArrayList<>();
        byAlone.stream()
                .filter(carrier -> carrier.alone() >= settings.highest())
                .forEach(carrier -> named.add(carrier.column()));
        IntStream.range(0, usefulness.lost().size())
                .boxed()
                .filter(c -> usefulness.lost().get(c).interval().lower() > 0)
                .sorted(
                        (a, b) ->
                                Double.compare(
                                        usefulness.lost().get(b).difference(),
                                        usefulness.lost().get(a).difference()))
                .limit(MOST_NAMES)
                .filter(c -> !named.contains(c))
                .forEach(named::add);
        List<Figure.Scatter.Series> series = new ArrayList<>();
        int[] others =
                IntStream.range(0, study.columns().size())
                        .filter(c -> !named.contains(c))
                        .toArray();
        if (others.length > 0) {
            series.add(points("other columns", Hue.NEUTRAL, carriers, usefulness, others));
        }
        for (int column : named) {
            boolean away = carriers.carriers().get(column).alone() >= settings.highest();
            series.add(
                    points(
                            study.columns().get(column).title(),
                            away ? Hue.FLAGGED : Hue.REAL,
                            carriers,
                            usefulness,
                            new int[] {column}));
        }
        return new Figure.Scatter(
                "Usefulness against give-away",
                "Each column by how well it alone tells "
                        + told.attribute().title()
                        + " and by how much worse "
                        + usefulness.outcome()
                        + " is predicted without it; columns at the lower right can go.",
                "AUC for " + told.attribute().title() + " alone",
                "AUC for " + usefulness.outcome() + " lost",
                series);
    }

    private static Figure.Scatter.Series points(
            String name, Hue hue, Carriers carriers, Usefulness usefulness, int[] columns) {
        return new Figure.Scatter.Series(
                name,
                hue,
                IntStream.of(columns)
                        .mapToDouble(c -> carriers.carriers().get(c).alone())
                        .toArray(),
                IntStream.of(columns)
                        .mapToDouble(c -> usefulness.lost().get(c).difference())
                        .toArray());
    }
}
