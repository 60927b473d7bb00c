package org.counterpoise.workbench.widget;

import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;

import java.nio.file.Files;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The table behind a finding or a figure: sorts, copies as TSV with full precision, exports.
public final class EvidenceTable extends TableView<List<Object>> {
    private static final double ROW = 26;
    private static final double HEAD = 34;
    private static final int ROWS_SHOWN = 14;
    private static final int SAMPLE = 60;

    private final Desk desk;
    private Evidence evidence = Evidence.none();
    private Frames unrolling = Frames.none();
    private boolean unseen;

    /// By the row itself: two groups may have equal numbers.
    private final Map<List<Object>, Map<String, String>> cells = new IdentityHashMap<>();

    public EvidenceTable(Desk desk) {
        this.desk = desk;
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setContextMenu(
                new ContextMenu(
                        item("Copy the selected rows", this::copySelected),
                        item("Copy the whole table", () -> Clip.copy(Clip.tsv(evidence))),
                        item("Export as CSV…", this::export)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().subscribe(this::unroll);
    }

    public EvidenceTable(Desk desk, Evidence evidence) {
        this(desk);
        show(evidence);
    }

    /// Shows another table. Its height follows the number of rows, up to a point.
    public void show(Evidence table) {
        evidence = table;
        cells.clear();
        for (int i = 0; i < table.rows().size(); i++) {
            cells.put(table.rows().get(i), table.cell(i));
        }
        setAccessibleText(table.caption());
        getColumns().clear();
        for (int i = 0; i < table.columns().size(); i++) {
            getColumns().add(column(i));
        }
        setItems(FXCollections.observableArrayList(table.rows()));
        int shown = Math.clamp(table.rows().size(), 1, ROWS_SHOWN);
        setPrefHeight(HEAD + ROW * shown + 14);
        setMinHeight(HEAD + ROW * Math.min(shown, 4));
        setMaxHeight(USE_COMPUTED_SIZE);
        unrolling.stop();
        unseen = true;
        unroll();
    }

    /// Brings the rows in from the top down when they are first seen.
    private void unroll() {
        if (unseen && getScene() != null && !evidence.rows().isEmpty()) {
            unseen = false;
            unrolling = Unrolling.of(this);
        }
    }

    private TableColumn<List<Object>, Object> column(int index) {
        String name = evidence.columns().get(index);
        TableColumn<List<Object>, Object> column = new TableColumn<>(name);
        boolean numeric =
                evidence.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        column.setCellValueFactory(
                features -> new SimpleObjectProperty<>(features.getValue().get(index)));
        column.setCellFactory(_ -> new EvidenceCell());
        if (numeric) {
            column.getStyleClass().add("number");
        }
        column.setComparator(EvidenceTable::compare);
        column.setPrefWidth(width(name, index));
        return column;
    }

    private double width(String name, int index) {
        int longest = name.length() + 3;
        for (List<Object> row : evidence.rows().subList(0, Math.min(SAMPLE, itemCount()))) {
            longest = Math.max(longest, shown(row.get(index)).length());
        }
        return Math.clamp(24 + 7.4 * longest, 64, 320);
    }

    private int itemCount() {
        return evidence.rows().size();
    }

    /// Lets the rows of the dataset that a row tells of be shown: by a double click, by Enter, or
    /// from the menu.
    public void leadTo(Consumer<Map<String, String>> rowsBehind) {
        Runnable go = () -> selectedCell().ifPresent(rowsBehind);
        getContextMenu().getItems().addFirst(item("Show its rows in the data", go));
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        go.run();
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        go.run();
                        event.consume();
                    }
                });
    }

    /// Selects the rows that tell of the group with this label, as figures show it: its levels,
    /// joined by commas. Selects nothing if there is no such group.
    public void selectGroup(String label) {
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            Map<String, String> cell = cells.getOrDefault(getItems().get(i), Map.of());
            if (!cell.isEmpty() && label.equals(String.join(", ", cell.values()))) {
                getSelectionModel().select(i);
                scrollTo(i);
            }
        }
    }

    /// The group or slice of the selected row, wherever sorting has put it.
    private Optional<Map<String, String>> selectedCell() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(cells::get)
                .filter(cell -> !cell.isEmpty());
    }

    /// Numbers before words, by size; words in alphabetical order.
    private static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        } else if (a instanceof Number) {
            return -1;
        } else if (b instanceof Number) {
            return 1;
        }
        return a.toString().compareToIgnoreCase(b.toString());
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double number -> NumberText.short3(number);
            case Integer number -> NumberText.count(number);
            case Long number -> NumberText.count(number);
            case Boolean flag -> flag ? "yes" : "no";
            default -> value.toString();
        };
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copySelected();
            event.consume();
        }
    }

    private void copySelected() {
        Clip.copy(
                Clip.tsv(
                        new Evidence(
                                evidence.caption(),
                                evidence.columns(),
                                List.copyOf(getSelectionModel().getSelectedItems()))));
    }

    private void export() {
        Evidence table = evidence;
        desk.save(
                "Export the table",
                "table.csv",
                (file, _) -> Files.writeString(file, CsvText.of(table)));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static final class EvidenceCell extends TableCell<List<Object>, Object> {
        private final Tooltip exact = new Tooltip();

        @Override
        protected void updateItem(Object value, boolean empty) {
            super.updateItem(value, empty);
            if (empty || value == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(shown(value));
            exact.setText(Clip.cell(value));
            setTooltip(exact);
        }
    }
}
