package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Preview;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.widget.Frames;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Lays out tables that nobody sees, some a frame, each larger than the one before.
///
/// The first table of a session costs some tenths of a second of loading and of code that is not
/// compiled yet; better while the user looks for a file than while the file is opened.
final class WarmUp {
    private static final List<Integer> SIZES = List.of(1, 1, 2, 3, 4, 6, 8, 8, 8);

    /// Rows of a table that is scrolled to its end: a virtual list counts its way there, which
    /// takes an eye blink per million rows only once that loop is compiled.
    private static final int MANY = 100_000;

    private WarmUp() {}

    static void run() {
        Iterator<Integer> sizes = SIZES.iterator();
        TableView<Integer> scrolled = many();
        Frames.each(
                () -> {
                    layOutPreview(sizes.next());
                    scrolled.scrollTo(sizes.hasNext() ? MANY / 2 : MANY - 1);
                    layOut(scrolled);
                    return sizes.hasNext();
                });
    }

    private static TableView<Integer> many() {
        TableView<Integer> table = new TableView<>(new GridRows(new int[MANY]));
        table.setFixedCellSize(DataGrid.ROW);
        TableColumn<Integer, Integer> column = new TableColumn<>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        table.getColumns().add(column);
        return table;
    }

    private static void layOutPreview(int size) {
        List<String> names = IntStream.range(0, size).mapToObj(i -> "column " + i).toList();
        List<String> row = Collections.nCopies(size, "1");
        PreviewTable table =
                new PreviewTable(
                        new Preview(names, Collections.nCopies(size, row)),
                        names.stream().map(WarmUp::choice).toList());
        layOut(table);
    }

    private static void layOut(TableView<?> table) {
        VBox root = new VBox(table);
        new Scene(root, 1440, 600).getStylesheets().add(Theme.stylesheet());
        root.applyCss();
        root.layout();
    }

    private static ImportModel.ColumnChoice choice(String name) {
        return new ImportModel.ColumnChoice(
                name, new SimpleObjectProperty<>(ColumnType.INTEGER), new SimpleStringProperty(""));
    }
}
