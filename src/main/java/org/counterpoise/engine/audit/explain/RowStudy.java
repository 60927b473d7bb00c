package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.learn.TreeShap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row explained.
///
/// @param row its position
/// @param value what the model says: a probability, or a number in the target's unit
/// @param expected raw score of nobody in particular
/// @param shap raw value of each column
/// @param local a sum that stands in for the model near the row
/// @param whatIf the row with changes
/// @param counterfactual nearest other outcome
record RowStudy(
        int row,
        double value,
        double expected,
        double[] shap,
        LocalSurrogate local,
        List<WhatIf> whatIf,
        Optional<Counterfactual> counterfactual) {
    private static final int MOST_LEVELS = 8;

    /// @param value what the model says after the changes
    record WhatIf(Map<String, String> changes, double value) {}

    /// "sex = M, age = 60".
    static String text(Map<String, String> changes) {
        return String.join(
                ", ",
                changes.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
    }

    static RowStudy of(Fitted fitted, ExplainSettings settings, long seed, Progress progress) {
        int row = settings.row() - 1;
        Fitted.Place place = fitted.place(row);
        TreeShap shap = new TreeShap(fitted.model());
        settings.immutable().forEach(fitted.data().schema()::column);
        List<WhatIf> whatIf = new ArrayList<>();
        for (Map<String, String> changes : changes(fitted, settings, row)) {
            Dataset one = OneRow.changed(fitted.source().select(new int[] {row}), changes);
            whatIf.add(new WhatIf(changes, fitted.value(fitted.table().recode(one), 0)));
        }
        return new RowStudy(
                row,
                fitted.value(place.table(), place.row()),
                shap.expected(),
                shap.values(place.table(), place.row()),
                LocalSurrogate.of(fitted, place, seed, progress),
                whatIf,
                Counterfactual.of(
                        fitted,
                        place,
                        Counterfactual.changeable(fitted, settings),
                        settings.cut(),
                        progress));
    }

    /// Those typed, or each other value of each protected attribute.
    private static List<Map<String, String>> changes(
            Fitted fitted, ExplainSettings settings, int row) {
        Map<String, String> typed = OneRow.changes(settings.change());
        if (!typed.isEmpty()) {
            return List.of(typed);
        }
        Dataset data = fitted.source();
        List<Map<String, String>> changes = new ArrayList<>();
        for (ColumnInfo info : fitted.columns()) {
            if (info.role() == Role.PROTECTED) {
                String own = data.text(row, data.schema().indexOf(info.name()));
                for (String label : Grid.of(fitted.data(), info.name(), MOST_LEVELS).labels()) {
                    if (!label.equals(own)) {
                        changes.add(Map.of(info.name(), label));
                    }
                }
            }
        }
        return changes;
    }
}
