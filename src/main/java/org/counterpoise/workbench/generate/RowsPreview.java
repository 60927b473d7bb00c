package org.counterpoise.workbench.generate;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The first rows of a dataset.
final class RowsPreview extends TableView<Integer> {
    private static final int ROWS = 20;
    private static final double HEIGHT = 34 + 8 * 27;
    private static final double MARGIN = 28;
    private static final double LETTER = 7.5;
    private static final double NARROW = 90;
    private static final double WIDE = 240;

    RowsPreview() {
        setId("rows-preview");
        getStyleClass().add("rows-preview");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
    }

    void show(Dataset data) {
        setAccessibleText("First rows of " + data.name());
        List<TableColumn<Integer, String>> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            columns.add(column(data, i));
        }
        getColumns().setAll(columns);
        getItems().setAll(IntStream.range(0, Math.min(ROWS, data.rows())).boxed().toList());
    }

    private static TableColumn<Integer, String> column(Dataset data, int index) {
        ColumnInfo info = data.schema().columns().get(index);
        TableColumn<Integer, String> column = new TableColumn<>(info.title());
        column.setPrefWidth(Math.clamp(MARGIN + LETTER * info.title().length(), NARROW, WIDE));
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(data.text(cell.getValue(), index)));
        if (info.type().numeric()) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }
}
