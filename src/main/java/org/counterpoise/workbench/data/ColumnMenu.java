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

import java.util.ArrayList;
import java.util.List;

/// What can be done with a column from its head.
final class ColumnMenu {
    private ColumnMenu() {}

    static ContextMenu of(DataModel model, ColumnInfo info, TableColumn<Integer, ?> column) {
        Menu roles = new Menu("Role");
        MenuItem inspect = item("Look at this column", () -> model.inspect(info.name()));
        MenuItem filter =
                item(
                        "Filter…",
                        () -> new FilterPopOver(model.grid(), info).show(column.getGraphic()));
        MenuItem missing =
                item(
                        "Only rows where it is missing",
                        () -> model.grid().filter(new RowFilter.Missing(info.name())));
        ContextMenu menu =
                new ContextMenu(inspect, roles, new SeparatorMenuItem(), filter, missing);
        menu.setOnShowing(_ -> roles.getItems().setAll(roles(model, info)));
        return menu;
    }

    /// Made when the menu opens: most menus never do, and every column has one.
    private static List<MenuItem> roles(DataModel model, ColumnInfo info) {
        List<MenuItem> roles = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (Role role : Role.values()) {
            RadioMenuItem item = new RadioMenuItem(Words.of(role) + ": " + Words.help(role));
            item.setToggleGroup(group);
            item.setSelected(role == info.role());
            item.setDisable(!model.rolesEditable());
            item.setOnAction(_ -> model.assignRole(info.name(), role));
            roles.add(item);
        }
        return roles;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
