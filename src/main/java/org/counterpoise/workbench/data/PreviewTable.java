package org.counterpoise.workbench.data;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Preview;

import java.util.List;

/// The first rows of a file, with a type and missing codes to choose in each column's head.
///
/// The heads are dear: they come a few with each frame, so that the window answers while a table
/// of many columns is shown.
final class PreviewTable extends TableView<List<String>> {
    private static final double WIDTH = 156;
    private static final double ROW = 28;
    private static final int HEADS_PER_FRAME = 2;

    PreviewTable(Preview preview, List<ImportModel.ColumnChoice> columns) {
        getStyleClass().add("import-table");
        setId("import-preview");
        setAccessibleText("The first rows of the file");
        setMinHeight(220);
        setPrefHeight(460);
        setFixedCellSize(ROW);
        for (int i = 0; i < columns.size(); i++) {
            getColumns().add(column(columns.get(i), i));
        }
        setItems(FXCollections.observableArrayList(preview.rows()));
        showHeads(columns);
    }

    private void showHeads(List<ImportModel.ColumnChoice> columns) {
        new AnimationTimer() {
            private int next;

            @Override
            public void handle(long now) {
                int end = Math.min(next + HEADS_PER_FRAME, columns.size());
                for (; next < end; next++) {
                    getColumns().get(next).setGraphic(head(columns.get(next)));
                }
                if (next == columns.size()) {
                    stop();
                }
            }
        }.start();
    }

    private static TableColumn<List<String>, String> column(
            ImportModel.ColumnChoice choice, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        column.setId(choice.name());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(WIDTH);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        return column;
    }

    private static VBox head(ImportModel.ColumnChoice choice) {
        Label name = new Label(choice.name());
        name.getStyleClass().add("column-name");
        ComboBox<ColumnType> type = Fields.choice(List.of(ColumnType.values()), Words::of);
        type.setId("type-" + choice.name());
        type.setAccessibleText("Type of " + choice.name());
        type.valueProperty().bindBidirectional(choice.type());
        type.setPrefWidth(WIDTH - 20);
        TextField missing = new TextField();
        missing.setPromptText("also missing …");
        missing.setAccessibleText("Codes that mean missing in " + choice.name());
        missing.textProperty().bindBidirectional(choice.missing());
        missing.setPrefWidth(WIDTH - 20);
        VBox head = new VBox(4, name, type, missing);
        head.getStyleClass().add("column-head");
        return head;
    }
}
