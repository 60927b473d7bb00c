package org.counterpoise.workbench.data;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.counterpoise.workbench.widget.Icons;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// What stands at the right above the table: filters as chips, the number of rows, copy and export.
final class GridBar extends HBox {
    private final GridModel grid;
    private final HBox chips = new HBox(4);

    GridBar(DataModel model, DataGrid table) {
        super(8);
        this.grid = model.grid();
        setAlignment(Pos.CENTER_RIGHT);
        chips.setAlignment(Pos.CENTER_RIGHT);
        Label count = new Label();
        count.getStyleClass().addAll("muted", "small");
        count.setId("row-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(this::count, grid.rows(), grid.dataset()));
        getChildren()
                .addAll(
                        chips,
                        count,
                        Icons.button(
                                BootstrapIcons.CLIPBOARD,
                                "Copy the selected rows with full precision (Ctrl C)",
                                table::copySelected),
                        Icons.button(
                                BootstrapIcons.DOWNLOAD,
                                "Export as CSV…",
                                () -> model.export("csv")));
        grid.filters().addListener((ListChangeListener<RowFilter>) _ -> showChips());
        showChips();
    }

    private String count() {
        return grid.dataset()
                .get()
                .map(data -> GridModel.count(grid.rows().get().size(), data.rows()))
                .orElse("");
    }

    private void showChips() {
        chips.getChildren().setAll(grid.filters().stream().map(this::chip).toList());
    }

    private Node chip(RowFilter filter) {
        HBox chip =
                new HBox(
                        2,
                        new Label(filter.shown()),
                        Icons.button(
                                BootstrapIcons.X,
                                "Stop filtering by " + filter.shown(),
                                () -> grid.filters().remove(filter)));
        chip.getStyleClass().add("chip");
        return chip;
    }
}
