package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about a model and a row. Nothing is judged: every finding is a note.
record ExplainFindings(
        Explained explained,
        List<Dependence> curves,
        Grouping grouping,
        ExplainSettings settings) {
    private static final int MOST_BARS = 20;
    private static final int NAMED = 3;

    List<Finding> all() {
        return List.of(summary());
    }

    List<Finding> with(RowStudy row) {
        return List.of(row(row), summary());
    }

    private String outcome() {
        return explained.data().schema().column(explained.outcome().column()).title();
    }

    private String title(int column) {
        return explained.columns().get(column).title();
    }

    private static Finding note(
            String id,
            String headline,
            String explanation,
            Optional<Measure> measure,
            Evidence evidence,
            List<Figure> figures) {
        return new Finding(
                id,
                Severity.NOTE,
                headline,
                explanation,
                measure,
                Optional.empty(),
                List.of(),
                evidence,
                figures);
    }

    // ---- the model --------------------------------------------------------------------------

    private Finding summary() {
        int[] ranked = explained.ranked();
        List<String> leaders =
                IntStream.of(ranked)
                        .filter(c -> explained.shap()[c] > 0)
                        .limit(NAMED)
                        .mapToObj(this::title)
                        .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(bars("What a model of " + outcome() + " leans on", ranked, explained.shap()));
        curves.stream()
                .filter(curve -> !curve.lines().isEmpty() && curve.grid().rows().length > 0)
                .forEach(curve -> figures.add(curve(curve)));
        return note(
                "model",
                leaders.isEmpty()
                        ? "No column helps a model of " + outcome() + "."
                        : "A model of "
                                + outcome()
                                + " leans most on "
                                + String.join(", ", leaders)
                                + ".",
                "It ranks rows that it has not seen with an AUC of "
                        + NumberText.short3(explained.roc().auc())
                        + ". A column's value for a row is how much it moves the log-odds, averaged over"
                        + " all orders in which columns can become known; it tells of the model, not of"
                        + " causes.",
                Optional.of(
                        Measure.of(
                                "AUC",
                                explained.roc().auc(),
                                explained.roc().interval(settings.confidence()),
                                (long) explained.roc().positives()
                                        + explained.roc().negatives())),
                new Evidence(
                        "Importance of each column",
                        List.of("column", "mean |SHAP|", "AUC lost if shuffled"),
                        IntStream.of(ranked)
                                .mapToObj(
                                        c ->
                                                List.<Object>of(
                                                        title(c),
                                                        explained.shap()[c],
                                                        Evidence.cell(
                                                                explained.shuffled()[c],
                                                                explained.data().rows())))
                                .toList()),
                figures);
    }

    private Figure bars(String title, int[] ranked, double[] values) {
        int[] shown = IntStream.of(ranked).limit(MOST_BARS).toArray();
        return new Figure.Bars(
                title,
                "Shapley values of the columns, in log-odds.",
                "SHAP (log-odds)",
                false,
                IntStream.of(shown).mapToObj(this::title).toList(),
                List.of(
                        new Figure.Bars.Series(
                                "SHAP",
                                Hue.REAL,
                                IntStream.of(shown).mapToDouble(c -> values[c]).toArray(),
                                new double[0],
                                new double[0])));
    }

    private Figure curve(Dependence curve) {
        String column = title(curve.column());
        String by = grouping.columns().isEmpty() ? "" : " by " + grouping.columns().getFirst();
        String title = "Probability of " + outcome() + " over " + column + by;
        String summary =
                "The mean probability if every row of the group had each value of "
                        + column
                        + " (partial dependence); whiskers hold 80 % of single rows (ICE).";
        if (curve.grid().values().length == 0) {
            return new Figure.Bars(
                    title,
                    summary,
                    "probability",
                    true,
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
                "probability of " + outcome(),
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

    // ---- one row ----------------------------------------------------------------------------

    private Finding row(RowStudy row) {
        int[] ranked =
                IntStream.range(0, row.shap().length)
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Double.compare(
                                                Math.abs(row.shap()[b]), Math.abs(row.shap()[a])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        String whatIf =
                row.whatIf().isEmpty()
                        ? ""
                        : "With "
                                + row.whatIf().getFirst().text()
                                + " it would be "
                                + NumberText.percent(row.whatIf().getFirst().probability())
                                + ". ";
        String nearest =
                row.counterfactual()
                        .map(
                                other ->
                                        "The nearest change to the other side of "
                                                + NumberText.percent(settings.cut())
                                                + " is "
                                                + new RowStudy.WhatIf(
                                                                other.changes(),
                                                                other.probability())
                                                        .text()
                                                + ", with "
                                                + NumberText.percent(other.probability())
                                                + ".")
                        .orElse(
                                "No change of two columns that may change leads to the other side of "
                                        + NumberText.percent(settings.cut())
                                        + ".");
        return note(
                "row/" + (row.row() + 1),
                "The model gives row "
                        + (row.row() + 1)
                        + " a probability of "
                        + NumberText.percent(row.probability())
                        + " for "
                        + outcome()
                        + ".",
                whatIf + nearest,
                Optional.of(Measure.of("probability", row.probability(), 1)),
                rowTable(row, ranked),
                List.of(bars("What moved row " + (row.row() + 1), ranked, row.shap())));
    }

    private Evidence rowTable(RowStudy row, int[] ranked) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("as it is", "", row.probability(), ""));
        for (RowStudy.WhatIf one : row.whatIf()) {
            rows.add(List.of("what if", one.text(), one.probability(), ""));
        }
        row.counterfactual()
                .ifPresent(
                        other ->
                                rows.add(
                                        List.of(
                                                "nearest other outcome",
                                                new RowStudy.WhatIf(
                                                                other.changes(),
                                                                other.probability())
                                                        .text(),
                                                other.probability(),
                                                "")));
        for (int c : ranked) {
            String name = explained.columns().get(c).name();
            String value =
                    explained.data().text(row.row(), explained.data().schema().indexOf(name));
            rows.add(List.of("column", title(c) + " = " + value, "", row.shap()[c]));
        }
        return new Evidence(
                "Row " + (row.row() + 1),
                List.of("what", "cells", "probability", "SHAP (log-odds)"),
                rows);
    }
}
