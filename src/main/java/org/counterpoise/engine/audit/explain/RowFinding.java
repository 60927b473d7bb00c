package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is said about one row.
record RowFinding(Fitted fitted, RowStudy row, ExplainFigures figures, ExplainSettings settings) {

    Finding finding() {
        int[] ranked =
                IntStream.range(0, row.shap().length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(c -> -Math.abs(row.shap()[c])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        String name = "row " + NumberText.count(row.row() + 1L);
        return new Finding(
                "row/" + (row.row() + 1),
                Severity.NOTE,
                "The model gives "
                        + name
                        + " a "
                        + fitted.target().valueName()
                        + " of "
                        + said(row.value())
                        + ".",
                whatIf() + nearest(),
                Optional.of(Measure.of(fitted.target().valueName(), row.value(), 1)),
                Optional.empty(),
                List.of(),
                table(ranked),
                List.of(
                        figures.bars(
                                "What moved " + name,
                                "SHAP (" + fitted.target().unit() + ")",
                                ranked,
                                Arrays.stream(row.shap()).map(fitted.target()::effect).toArray())));
    }

    private String said(double value) {
        return fitted.target().binary() ? NumberText.percent(value) : NumberText.short3(value);
    }

    private String whatIf() {
        return row.whatIf().isEmpty()
                ? ""
                : "With "
                        + RowStudy.text(row.whatIf().getFirst().changes())
                        + " it would be "
                        + said(row.whatIf().getFirst().value())
                        + ". ";
    }

    private String nearest() {
        return row.counterfactual()
                .map(
                        other ->
                                "The nearest change to the other side of "
                                        + said(settings.cut())
                                        + " is "
                                        + RowStudy.text(other.changes())
                                        + ", with "
                                        + said(other.value())
                                        + ".")
                .orElse(
                        "No change of two columns that may change leads to the other side of "
                                + said(settings.cut())
                                + ".");
    }

    private Evidence table(int[] ranked) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("as it is", "", row.value(), "", ""));
        for (RowStudy.WhatIf one : row.whatIf()) {
            rows.add(List.of("what if", RowStudy.text(one.changes()), one.value(), "", ""));
        }
        row.counterfactual()
                .ifPresent(
                        other ->
                                rows.add(
                                        List.of(
                                                "nearest other outcome",
                                                RowStudy.text(other.changes()),
                                                other.value(),
                                                "",
                                                "")));
        for (int c : ranked) {
            String name = fitted.columns().get(c).name();
            String cell = fitted.source().text(row.row(), fitted.source().schema().indexOf(name));
            rows.add(
                    List.of(
                            "column",
                            fitted.columns().get(c).title() + " = " + cell,
                            "",
                            fitted.target().effect(row.shap()[c]),
                            fitted.target().effect(row.local().effects()[c])));
        }
        return new Evidence(
                "Row " + (row.row() + 1) + "; the local sum " + fit(),
                List.of(
                        "what",
                        "cells",
                        fitted.target().valueName(),
                        "SHAP (" + fitted.target().unit() + ")",
                        "local surrogate (" + fitted.target().unit() + ")"),
                rows);
    }

    /// How well the local surrogate stands in for the model.
    private String fit() {
        double fit = row.local().fit();
        return Double.isNaN(fit)
                ? "has nothing to explain"
                : "explains " + NumberText.percent(fit) + " of what the model says nearby";
    }
}
