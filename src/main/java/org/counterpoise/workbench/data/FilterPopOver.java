package org.counterpoise.workbench.data;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.OptionalDouble;

/// Asks which rows of a table to show, by one column: a range for numbers, words for all else.
final class FilterPopOver extends PopOver {
    private final GridModel grid;
    private final ColumnInfo info;
    private final TextField first = new TextField();
    private final TextField second = new TextField();

    FilterPopOver(GridModel grid, ColumnInfo info) {
        this.grid = grid;
        this.info = info;
        boolean range = info.type() == ColumnType.INTEGER || info.type() == ColumnType.REAL;
        first.setId("filter-first");
        second.setId("filter-second");
        first.setPrefColumnCount(range ? 7 : 18);
        second.setPrefColumnCount(7);
        first.setOnAction(_ -> apply(range));
        second.setOnAction(_ -> apply(range));
        HBox fields =
                range
                        ? new HBox(8, field("From", first), field("To", second))
                        : new HBox(8, field("Contains", first));
        VBox content =
                new VBox(
                        Texts.heading("Rows by " + info.title()),
                        fields,
                        new HBox(8, Buttons.primary("Show these rows", () -> apply(range))));
        content.getStyleClass().add("popover-content");
        setContentNode(content);
        setArrowLocation(ArrowLocation.TOP_LEFT);
        setAnimated(false);
    }

    private static Node field(String name, TextField field) {
        Label label = Texts.caption(name);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private void apply(boolean range) {
        if (range) {
            OptionalDouble from = number(first, Double.NEGATIVE_INFINITY);
            OptionalDouble to = number(second, Double.POSITIVE_INFINITY);
            if (from.isEmpty() || to.isEmpty()) {
                return;
            }
            grid.filter(new RowFilter.Range(info.name(), from.getAsDouble(), to.getAsDouble()));
        } else {
            grid.filter(new RowFilter.Contains(info.name(), first.getText().strip()));
        }
        hide();
    }

    /// A typed number; empty, with the field marked, if it is none.
    private static OptionalDouble number(TextField field, double ifBlank) {
        field.getStyleClass().remove("invalid");
        String text = field.getText().strip().replace(',', '.');
        try {
            return OptionalDouble.of(text.isEmpty() ? ifBlank : Double.parseDouble(text));
        } catch (NumberFormatException e) {
            field.getStyleClass().add("invalid");
            return OptionalDouble.empty();
        }
    }
}
