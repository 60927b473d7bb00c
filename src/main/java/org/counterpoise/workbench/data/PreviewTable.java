package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Preview;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.Unrolling;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The first rows of a file, with a type and missing codes to choose in each column's head.
///
/// One head comes with each frame, then a few rows with each: heads and cells are dear.
final class PreviewTable extends TableView<List<String>> {
    private static final double WIDTH = 156;
    private static final double ROW = 28;

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
        setPlaceholder(new Region());
        Iterator<ImportModel.ColumnChoice> left = columns.iterator();
        Frames.each(() -> showNext(left, preview));
    }

    private boolean showNext(Iterator<ImportModel.ColumnChoice> left, Preview preview) {
        if (left.hasNext()) {
            ImportModel.ColumnChoice choice = left.next();
            column(choice.name()).ifPresent(column -> column.setGraphic(head(choice)));
            return true;
        }
        setItems(FXCollections.observableArrayList(preview.rows()));
        Unrolling.of(this);
        return false;
    }

    private Optional<TableColumn<List<String>, ?>> column(String name) {
        return getColumns().stream().filter(column -> name.equals(column.getId())).findFirst();
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
