package org.counterpoise.workbench.audit;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.slice.SliceAudit;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.PickedRows;
import org.counterpoise.workbench.shell.Workspace;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Leads from a group or slice in a finding to its rows in the data grid.
final class RowsBehind {
    private static final String SLICE = new SliceAudit().id();

    private final Workspace workspace;
    private final AuditModel model;

    RowsBehind(Workspace workspace, AuditModel model) {
        this.workspace = workspace;
        this.model = model;
    }

    /// Picks the rows and shows the data; says so if the data no longer have such rows.
    ///
    /// @param cell column to level
    void show(FindingItem item, Map<String, String> cell) {
        workspace.selected().get().ifPresent(data -> show(item, cell, data));
    }

    private void show(FindingItem item, Map<String, String> cell, DataEntry data) {
        String name =
                cell.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(" and "));
        var step = model.stepOf(item);
        workspace
                .compute(
                        "Finding the rows with " + name,
                        progress -> {
                            int[] rows =
                                    item.method().equals(SLICE) && step.isPresent()
                                            ? ofSlice(data.dataset(), step.get(), cell, progress)
                                            : ofGroup(data.dataset(), cell);
                            if (rows.length == 0) {
                                throw new UserProblem(
                                        "No row has " + name + ".",
                                        data.dataset().name(),
                                        "If the data or its roles have changed since, ask the"
                                                + " question again.");
                            }
                            return rows;
                        })
                .thenAccept(
                        rows -> {
                            workspace.pick(
                                    new PickedRows(
                                            data.id(),
                                            NumberText.count(rows.length) + " with " + name,
                                            rows));
                            workspace.show("data");
                        });
    }

    private static int[] ofSlice(
            Dataset data, Step.RunAudit step, Map<String, String> cell, Progress progress) {
        return SliceAudit.rows(
                data, new SliceAudit().settings().fromJson(step.settings()), cell, progress);
    }

    /// The rows of a group, ascending; none if the data lack its columns or levels.
    static int[] ofGroup(Dataset data, Map<String, String> cell) {
        if (!cell.keySet().stream().allMatch(data.schema()::has)) {
            return new int[0];
        }
        Grouping grouping = Grouping.of(data, List.copyOf(cell.keySet()));
        return IntStream.range(0, grouping.groups().size())
                .filter(g -> grouping.groups().get(g).cell().equals(cell))
                .mapToObj(grouping::rows)
                .findFirst()
                .orElse(new int[0]);
    }
}
