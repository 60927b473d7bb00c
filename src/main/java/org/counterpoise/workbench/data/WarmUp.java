package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Preview;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.figure.FigureCharts;
import org.counterpoise.workbench.shell.Jobs;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.Texts;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Lays out tables and controls that nobody sees, some a frame, each table larger than the one
/// before, and draws a figure beside the FX thread.
///
/// The first table of a session costs some tenths of a second of loading and of code that is not
/// compiled yet, and so do other controls and figures; better while the user looks for a file than
/// while the file is opened.
final class WarmUp {
    private static final List<Integer> SIZES = List.of(1, 1, 2, 3, 4, 6, 8, 8, 8);

    /// Rows of a table that is scrolled to its end: a virtual list counts its way there, which
    /// takes an eye blink per million rows only once that loop is compiled.
    private static final int MANY = 100_000;

    private static final Figure FIGURE =
            new Figure.Histogram(
                    "a",
                    "",
                    "b",
                    new double[] {0, 1, 2},
                    List.of(new Figure.Histogram.Series("c", Hue.REAL, new double[] {0.4, 0.6})));

    /// Controls that other pages show first.
    private static final List<Supplier<Region>> CONTROLS =
            List.of(
                    () -> new ListView<>(FXCollections.observableArrayList("a", "b")),
                    () -> new ComboBox<>(FXCollections.observableArrayList("a", "b")),
                    () -> new TreeTableView<>(new TreeItem<>("a")),
                    () -> new TitledPane("a", new TextField("b")),
                    () -> new VBox(new RadioButton("a"), new CheckBox("b"), new Hyperlink("c")),
                    () -> new TextArea("a"),
                    () -> new Slider(0, 1, 0.5),
                    () -> Card.of("a", Texts.body("b"), Buttons.primary("c", () -> {})));

    private WarmUp() {}

    static void run(Jobs jobs) {
        Iterator<Integer> sizes = SIZES.iterator();
        Iterator<Supplier<Region>> controls = CONTROLS.iterator();
        TableView<Integer> scrolled = many();
        Frames.each(
                () -> {
                    if (sizes.hasNext()) {
                        layOutPreview(sizes.next());
                        scrolled.scrollTo(sizes.hasNext() ? MANY / 2 : MANY - 1);
                        layOut(scrolled);
                    } else {
                        layOut(controls.next().get());
                    }
                    return controls.hasNext();
                });
        jobs.quietly(_ -> FigureCharts.chart(FIGURE).createBufferedImage(400, 300));
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

    private static void layOut(Region seen) {
        VBox root = new VBox(seen);
        new Scene(root, 1440, 600).getStylesheets().add(Theme.stylesheet());
        root.applyCss();
        root.layout();
    }

    private static ImportModel.ColumnChoice choice(String name) {
        return new ImportModel.ColumnChoice(
                name, new SimpleObjectProperty<>(ColumnType.INTEGER), new SimpleStringProperty(""));
    }
}
