package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.widget.Clip;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.Texts;
import org.counterpoise.workbench.widget.Unrolling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table of a dataset. Only the cells in view exist, so a million rows scroll like a hundred.
final class DataGrid extends TableView<Integer> {
    static final double ROW = 26;
    private static final int MOST_COLUMNS = 200;
    private static final int COLUMNS_A_FRAME = 2;

    private final DataModel model;
    private final Map<String, ColumnHead> heads = new HashMap<>();
    private final StructureTip structures;
    private Frames coming = Frames.none();

    /// Whether no row of these columns has been shown yet.
    private boolean unseen = true;

    /// Whether all columns are there.
    private boolean complete;

    DataGrid(DataModel model) {
        this.model = model;
        this.structures = new StructureTip(model.workspace());
        getStyleClass().add("data-grid");
        setId("data-grid");
        setAccessibleText("The rows of the dataset");
        setFixedCellSize(ROW);
        setMinHeight(200);
        setPlaceholder(Texts.muted("No row passes the filters."));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().setCellSelectionEnabled(false);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.workspace().currentRow().set(row == null ? -1 : row));
        setSortPolicy(_ -> sort(model.grid()));
        setContextMenu(menu());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.grid().rows().subscribe(this::showRows);
        model.grid().dataset().subscribe(this::showColumns);
        model.described().subscribe(this::showDistributions);
    }

    DataModel model() {
        return model;
    }

    /// Selects a row of the dataset, by its position there, and brings it into view.
    void showRow(int row) {
        int index = getItems().indexOf(row);
        getSelectionModel().clearAndSelect(index);
        scrollTo(Math.max(0, index - 3));
        requestFocus();
    }

    private boolean sort(GridModel grid) {
        grid.sort(
                getSortOrder().stream()
                        .map(
                                column ->
                                        new RowOrder.Key(
                                                column.getId(),
                                                column.getSortType() == SortType.ASCENDING))
                        .toList());
        return true;
    }

    /// Rows wait for their columns: a row of all columns at once would hold up the window.
    private void showRows(GridRows rows) {
        if (!complete) {
            return;
        }
        setItems(rows);
        if (unseen && !rows.isEmpty()) {
            unseen = false;
            Unrolling.of(this);
        }
    }

    // ---- columns ----------------------------------------------------------------------------

    /// Brings in columns a few a frame and their heads with them, then the rows. Columns that stay
    /// keep their widths.
    private void showColumns(Optional<Dataset> shown) {
        List<ColumnInfo> infos = shown.map(data -> data.schema().columns()).orElse(List.of());
        List<ColumnInfo> inView = infos.subList(0, Math.min(MOST_COLUMNS, infos.size()));
        List<String> names = inView.stream().map(ColumnInfo::name).toList();
        coming.stop();
        if (!names.equals(getColumns().stream().map(TableColumn::getId).toList())) {
            setItems(new GridRows(new int[0]));
            getColumns().clear();
            heads.clear();
            unseen = true;
            complete = false;
        }
        shown.ifPresent(data -> coming = Frames.later(new Filling(data, inView)::next));
    }

    /// The columns of one dataset on their way into the table.
    private final class Filling {
        private final Dataset data;
        private final List<ColumnInfo> infos;
        private int done;

        Filling(Dataset data, List<ColumnInfo> infos) {
            this.data = data;
            this.infos = infos;
        }

        /// Waits for the bare table to be there.
        boolean next() {
            if (getScene() != null && getSkin() == null) {
                return true;
            }
            int end = Math.min(done + COLUMNS_A_FRAME, infos.size());
            if (getColumns().size() < end) {
                getColumns()
                        .addAll(
                                infos.subList(getColumns().size(), end).stream()
                                        .map(DataGrid.this::column)
                                        .toList());
            }
            for (; done < end; done++) {
                fill(data, done);
            }
            if (done == infos.size() && !complete) {
                complete = true;
                showRows(model.grid().rows().get());
            }
            return done < infos.size();
        }
    }

    private TableColumn<Integer, ?> column(ColumnInfo info) {
        TableColumn<Integer, Integer> column = new TableColumn<>();
        column.setId(info.name());
        column.setPrefWidth(ColumnHead.width(info));
        column.setMinWidth(56);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /// Gives a column its head, and its cells, which are made when they come into view.
    @SuppressWarnings("unchecked") // every column of this table is made by column()
    private void fill(Dataset data, int index) {
        TableColumn<Integer, Integer> column =
                (TableColumn<Integer, Integer>) getColumns().get(index);
        ColumnInfo info = data.schema().columns().get(index);
        column.setCellFactory(
                _ ->
                        info.role() == Role.MOLECULE
                                ? new MoleculeCell(data, index, structures)
                                : new DataCell(data, index));
        fillHead(column, info);
    }

    private void fillHead(TableColumn<Integer, ?> column, ColumnInfo info) {
        ColumnHead head = new ColumnHead(info);
        if (column.getWidth() < ColumnHead.width(info)) {
            column.setPrefWidth(ColumnHead.width(info));
        }
        head.prefWidthProperty().bind(column.widthProperty().subtract(22));
        heads.put(info.name(), head);
        column.setGraphic(head);
        column.setContextMenu(ColumnMenu.of(model, info, column));
        model.described().get().ifPresent(one -> showDistribution(one, info.name()));
    }

    private void showDistributions(Optional<DataModel.Described> described) {
        described.ifPresent(one -> heads.keySet().forEach(name -> showDistribution(one, name)));
    }

    private void showDistribution(DataModel.Described described, String name) {
        ColumnHead head = heads.get(name);
        if (head != null && described.data().schema().has(name)) {
            head.showDistribution(ProfileText.shape(described.profile().column(name)));
        }
    }

    // ---- keys and menus ---------------------------------------------------------------------

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copySelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            inspectFocused();
            event.consume();
        }
    }

    private void inspectFocused() {
        TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
        if (focused.getTableColumn() != null) {
            model.inspect(focused.getTableColumn().getId());
        }
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem("Copy the selected rows");
        copy.setOnAction(_ -> copySelected());
        MenuItem csv = new MenuItem("Export as CSV…");
        csv.setOnAction(_ -> model.export("csv"));
        MenuItem parquet = new MenuItem("Export as Parquet…");
        parquet.setOnAction(_ -> model.export("parquet"));
        return new ContextMenu(copy, new SeparatorMenuItem(), csv, parquet);
    }

    /// Puts the selected rows on the clipboard as TSV with full precision. Gathered beside the FX
    /// thread: it may be a million.
    void copySelected() {
        Optional<Dataset> shown = model.grid().dataset().get();
        int[] rows =
                getSelectionModel().getSelectedIndices().stream()
                        .mapToInt(index -> getItems().get(index))
                        .toArray();
        shown.ifPresent(
                data ->
                        model.workspace()
                                .compute("Copying", progress -> tsv(data, rows, progress))
                                .thenAccept(Clip::copy));
    }

    /// Rows of a dataset as TSV, headings first.
    static String tsv(Dataset data, int[] rows, Progress progress) {
        int columns = data.schema().size();
        StringBuilder text = new StringBuilder();
        text.append(
                data.schema().names().stream()
                        .map(DataGrid::oneLine)
                        .collect(Collectors.joining("\t", "", "\n")));
        for (int i = 0; i < rows.length; i++) {
            if (i % 1000 == 0) {
                progress.report((double) i / rows.length, "Copying");
                progress.check();
            }
            for (int column = 0; column < columns; column++) {
                text.append(oneLine(data.text(rows[i], column)));
                text.append(column + 1 < columns ? '\t' : '\n');
            }
        }
        return text.toString();
    }

    private static String oneLine(String cell) {
        return cell.indexOf('\t') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                ? cell
                : cell.replaceAll("[\\t\\r\\n]+", " ");
    }

    /// One cell: draws what is at its row's position, whenever it comes into view.
    private static class DataCell extends TableCell<Integer, Integer> {
        private final Dataset data;
        private final int index;

        DataCell(Dataset data, int index) {
            this.data = data;
            this.index = index;
            if (data.schema().columns().get(index).type().numeric()) {
                getStyleClass().add("number");
            }
            setOnMouseEntered(_ -> showExact());
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            boolean missing = !empty && row != null && data.column(index).missing(row);
            setText(empty || row == null ? null : GridModel.shown(data, row, index));
            boolean marked = getStyleClass().contains("missing");
            if (missing && !marked) {
                getStyleClass().add("missing");
            } else if (!missing && marked) {
                getStyleClass().remove("missing");
            }
        }

        /// Full precision on hover; made only then, since most cells are never pointed at.
        private void showExact() {
            Integer row = getItem();
            if (row == null || isEmpty()) {
                setTooltip(null);
                return;
            }
            String exact = data.text(row, index);
            setTooltip(
                    exact.isEmpty()
                            ? new Tooltip("missing")
                            : exact.equals(getText()) ? null : new Tooltip(exact));
        }
    }

    /// A cell of SMILES: its structure is drawn while the pointer rests on it.
    private static final class MoleculeCell extends DataCell {
        MoleculeCell(Dataset data, int index, StructureTip structures) {
            super(data, index);
            setOnMouseEntered(
                    _ -> {
                        Integer row = getItem();
                        if (row != null && !isEmpty() && !data.text(row, index).isEmpty()) {
                            structures.rest(this, data.text(row, index));
                        }
                    });
            setOnMouseExited(_ -> structures.leave());
        }
    }
}
