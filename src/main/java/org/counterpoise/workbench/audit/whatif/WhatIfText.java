package org.counterpoise.workbench.audit.whatif;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.finding.NumberText;

import java.util.Map;
import java.util.stream.Collectors;

/// What a model says of a row, in words.
final class WhatIfText {
    private final RowModel model;

    WhatIfText(RowModel model) {
        this.model = model;
    }

    /// What the model says: "12.3%", or a number.
    String said(double value) {
        return model.probabilities() ? NumberText.percent(value) : NumberText.short3(value);
    }

    /// A change of it, with its sign.
    String moved(double difference) {
        return model.probabilities() ? NumberText.points(difference) : signed(difference);
    }

    /// A Shapley value.
    String effect(double value) {
        if (!model.probabilities()) {
            return signed(value);
        }
        String text = NumberText.fixed(value, 2);
        return (value > 0 && !text.equals("0.00") ? "+" : "") + text;
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + NumberText.short3(value);
    }

    /// "sex = M, age = 60".
    static String changes(Map<String, String> changes) {
        return changes.entrySet().stream()
                .map(e -> e.getKey() + " = " + WhatIfCell.shown(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// The whole answer with full precision: a line of the row, one of each value, and the cells
    /// and Shapley values as a table with tabs.
    ///
    /// @param data the dataset's name
    String whole(String data, WhatIfModel.Answers answers) {
        StringBuilder text = new StringBuilder();
        text.append("What if, row ")
                .append(answers.asked().row() + 1)
                .append(" of ")
                .append(data)
                .append('\n');
        text.append(model.valueName())
                .append(" as it is\t")
                .append(CellText.number(answers.before().value()))
                .append('\n');
        if (answers.changed()) {
            text.append(model.valueName())
                    .append(" with ")
                    .append(changes(answers.asked().changes()))
                    .append('\t')
                    .append(CellText.number(answers.now().value()))
                    .append('\n');
        }
        text.append("\ncolumn\tas it is\tchanged to\tSHAP as it is (")
                .append(model.unit())
                .append(")\tSHAP changed\n");
        var cells = model.cells(answers.asked().row());
        for (int c = 0; c < cells.size(); c++) {
            String name = model.columns().get(c).name();
            text.append(
                    String.join(
                            "\t",
                            name,
                            cells.get(c),
                            answers.asked().changes().getOrDefault(name, cells.get(c)),
                            CellText.number(answers.before().shap()[c]),
                            CellText.number(answers.now().shap()[c])));
            text.append('\n');
        }
        return text.toString();
    }
}
