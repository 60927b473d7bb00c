package org.counterpoise.workbench.data;

import javafx.scene.layout.StackPane;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnProfile;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All columns of a dataset, one per row: role, type, missing, spread.
final class ColumnsTable extends StackPane {
    private final EvidenceTable table;

    ColumnsTable(DataModel model) {
        table = new EvidenceTable(model.workspace());
        table.setId("columns-table");
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                model.inspect(row.getFirst().toString());
                            }
                        });
        model.described().subscribe(this::show);
    }

    private void show(Optional<DataModel.Described> described) {
        if (described.isEmpty()) {
            getChildren().setAll(Texts.muted("Describing the columns …"));
            return;
        }
        table.show(evidence(described.get()));
        getChildren().setAll(table);
    }

    static Evidence evidence(DataModel.Described described) {
        List<List<Object>> rows = new ArrayList<>();
        for (ColumnInfo info : described.data().schema().columns()) {
            ColumnProfile profile = described.profile().column(info.name());
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    info.name(),
                                    Words.of(info.role()),
                                    Words.typeAndUnit(info),
                                    profile.missing(),
                                    profile.distinct()));
            row.add(profile.summary().<Object>map(s -> s.min()).orElse("–"));
            row.add(profile.summary().<Object>map(s -> s.median()).orElse("–"));
            row.add(profile.summary().<Object>map(s -> s.max()).orElse("–"));
            row.add(profile.summary().<Object>map(s -> s.outliers()).orElse("–"));
            row.add(
                    profile.top().isEmpty()
                            ? "–"
                            : profile.top().getFirst().level()
                                    + " ("
                                    + profile.top().getFirst().count()
                                    + ")");
            rows.add(row);
        }
        return new Evidence(
                "Columns of " + described.data().name(),
                List.of(
                        "column",
                        "role",
                        "type",
                        "missing",
                        "different",
                        "min",
                        "median",
                        "max",
                        "outliers",
                        "most frequent"),
                rows);
    }
}
