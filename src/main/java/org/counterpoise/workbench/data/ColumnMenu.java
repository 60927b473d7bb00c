package org.counterpoise.workbench.data;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleGroup;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Role;

/// What can be done with a column from its head.
final class ColumnMenu {
    private ColumnMenu() {}

    static ContextMenu of(DataModel model, ColumnInfo info, TableColumn<Integer, ?> column) {
        Menu roles = new Menu("Role");
        ToggleGroup group = new ToggleGroup();
        for (Role role : Role.values()) {
            RadioMenuItem item = new RadioMenuItem(Words.of(role) + ": " + Words.help(role));
            item.setToggleGroup(group);
            item.setSelected(role == info.role());
            item.setDisable(!model.rolesEditable());
            item.setOnAction(_ -> model.assignRole(info.name(), role));
            roles.getItems().add(item);
        }
        MenuItem inspect = item("Look at this column", () -> model.inspect(info.name()));
        MenuItem filter =
                item(
                        "Filter…",
                        () -> new FilterPopOver(model.grid(), info).show(column.getGraphic()));
        MenuItem missing =
                item(
                        "Only rows where it is missing",
                        () -> model.grid().filter(new RowFilter.Missing(info.name())));
        return new ContextMenu(inspect, roles, new SeparatorMenuItem(), filter, missing);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
