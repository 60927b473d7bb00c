package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The pictures of a model and of a row.
record ExplainFigures(Explained explained, Grouping grouping) {
    private static final int MOST_BARS = 20;
    private static final int MOST_GROUPS = 6;

    private Target target() {
        return explained.fitted().target();
    }

    /// Bars of the leading columns.
    ///
    /// @param ranked positions of columns
    /// @param values by position
    Figure bars(String title, String axis, int[] ranked, double[] values) {
        int[] shown = IntStream.of(ranked).limit(MOST_BARS).toArray();
        return new Figure.Bars(
                title,
                "Shapley values of the columns, the largest first.",
                axis,
                false,
                IntStream.of(shown).mapToObj(explained::title).toList(),
                List.of(
                        new Figure.Bars.Series(
                                "SHAP",
                                Hue.REAL,
                                IntStream.of(shown).mapToDouble(c -> values[c]).toArray(),
                                new double[0],
                                new double[0])));
    }

    /// Partial dependence of each group, with the spread of single rows.
    Figure curve(Dependence curve) {
        String column = explained.title(curve.column());
        String value = target().valueName();
        String title =
                Character.toUpperCase(value.charAt(0))
                        + value.substring(1)
                        + " over "
                        + column
                        + by();
        String summary =
                "The mean if every row of the group had each value of "
                        + column
                        + " (partial dependence); whiskers hold 80 % of single rows (ICE).";
        if (curve.grid().values().length == 0) {
            return new Figure.Bars(
                    title,
                    summary,
                    value,
                    target().binary(),
                    curve.grid().labels(),
                    curve.lines().stream()
                            .map(
                                    line ->
                                            new Figure.Bars.Series(
                                                    line.group(),
                                                    Hue.GROUP,
                                                    line.mean(),
                                                    line.lower(),
                                                    line.upper()))
                            .toList());
        }
        return new Figure.Curves(
                title,
                summary,
                column,
                value,
                false,
                curve.lines().stream()
                        .map(
                                line ->
                                        new Figure.Curves.Series(
                                                line.group(),
                                                Hue.GROUP,
                                                curve.grid().values(),
                                                line.mean(),
                                                true,
                                                line.lower(),
                                                line.upper()))
                        .toList());
    }

    /// Shapley values of single rows over a numeric column, by group.
    Optional<Figure> points(int column) {
        String name = explained.fitted().columns().get(column).name();
        if (!(explained.fitted().data().column(name) instanceof Column.Numbers numbers)) {
            return Optional.empty();
        }
        List<Figure.Scatter.Series> series = new ArrayList<>();
        for (int g = 0; g < Math.min(MOST_GROUPS, grouping.groups().size()); g++) {
            int group = g;
            int[] own =
                    IntStream.range(0, explained.shapRows().length)
                            .filter(i -> grouping.codes()[explained.shapRows()[i]] == group)
                            .filter(i -> Double.isFinite(numbers.values()[explained.shapRows()[i]]))
                            .toArray();
            if (own.length > 0) {
                series.add(
                        new Figure.Scatter.Series(
                                grouping.columns().isEmpty()
                                        ? "all"
                                        : grouping.groups().get(g).label(),
                                Hue.GROUP,
                                IntStream.of(own)
                                        .mapToDouble(i -> numbers.values()[explained.shapRows()[i]])
                                        .toArray(),
                                IntStream.of(own)
                                        .mapToDouble(
                                                i -> target().effect(explained.shap()[i][column]))
                                        .toArray()));
            }
        }
        String title = explained.title(column);
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Figure.Scatter(
                                "Shapley values of " + title + by(),
                                "What "
                                        + title
                                        + " adds for single rows that the model has not seen.",
                                title,
                                "SHAP (" + target().unit() + ")",
                                series));
    }

    private String by() {
        return grouping.columns().isEmpty() ? "" : " by " + grouping.columns().getFirst();
    }
}
