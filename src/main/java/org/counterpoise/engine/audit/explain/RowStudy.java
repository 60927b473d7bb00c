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
/// @param probability of the outcome
/// @param expected log-odds of nobody in particular
/// @param shap value of each column, in log-odds
/// @param whatIf the row with changes
/// @param counterfactual nearest other outcome
record RowStudy(
        int row,
        double probability,
        double expected,
        double[] shap,
        List<WhatIf> whatIf,
        Optional<Counterfactual> counterfactual) {
    private static final int MOST_LEVELS = 8;

    /// @param probability of the outcome after the changes
    record WhatIf(Map<String, String> changes, double probability) {
        String text() {
            return String.join(
                    ", ",
                    changes.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
        }
    }

    static RowStudy of(Explained explained, ExplainSettings settings, Progress progress) {
        int row = settings.row() - 1;
        Dataset data = explained.data();
        TreeShap shap = new TreeShap(explained.model());
        List<Integer> changeable = new ArrayList<>();
        settings.immutable().forEach(data.schema()::column);
        for (int c = 0; c < explained.columns().size(); c++) {
            ColumnInfo info = explained.columns().get(c);
            if (info.role() != Role.PROTECTED && !settings.immutable().contains(info.name())) {
                changeable.add(c);
            }
        }
        List<WhatIf> whatIf = new ArrayList<>();
        for (Map<String, String> changes : changes(explained, settings, row)) {
            whatIf.add(
                    new WhatIf(
                            changes,
                            explained.probability(OneRow.changed(data, row, changes))));
        }
        return new RowStudy(
                row,
                explained.probability(row),
                shap.expected(),
                shap.values(explained.table(), row),
                whatIf,
                Counterfactual.of(explained, row, changeable, settings.cut(), progress));
    }

    /// Those typed, or each other value of each protected attribute.
    private static List<Map<String, String>> changes(
            Explained explained, ExplainSettings settings, int row) {
        Map<String, String> typed = OneRow.changes(settings.change());
        if (!typed.isEmpty()) {
            return List.of(typed);
        }
        Dataset data = explained.data();
        List<Map<String, String>> changes = new ArrayList<>();
        for (ColumnInfo info : data.schema().withRole(Role.PROTECTED)) {
            if (explained.columns().contains(info)) {
                String own = data.text(row, data.schema().indexOf(info.name()));
                for (String label : Grid.of(data, info.name(), MOST_LEVELS).labels()) {
                    if (!label.equals(own)) {
                        changes.add(Map.of(info.name(), label));
                    }
                }
            }
        }
        return changes;
    }
}
