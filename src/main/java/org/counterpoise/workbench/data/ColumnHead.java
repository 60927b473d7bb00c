package org.counterpoise.workbench.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.workbench.widget.Badge;

/// A column's head in the table: name, role, type, and the shape of its distribution.
final class ColumnHead extends VBox {
    private final MiniHistogram histogram = new MiniHistogram();

    ColumnHead(ColumnInfo info) {
        getStyleClass().add("column-head");
        Label name = new Label(info.title());
        name.getStyleClass().add("column-name");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMinWidth(20);
        Badge role = new Badge(Words.of(info.role()), Words.tone(info.role()));
        role.getStyleClass().add("square");
        HBox line = new HBox(6, name, role);
        line.setAlignment(Pos.CENTER_LEFT);
        Label type = new Label(Words.typeAndUnit(info));
        type.getStyleClass().add("column-type");
        getChildren().addAll(line, type, histogram);
        setAccessibleText(
                info.title() + ", " + Words.of(info.role()) + ", " + Words.typeAndUnit(info));
    }

    /// @param counts per bin or level
    void showDistribution(double[] counts) {
        histogram.show(counts);
    }

    /// A width that shows name and role in full, within bounds.
    static double width(ColumnInfo info) {
        double letters = info.title().length() * 7.4 + Words.of(info.role()).length() * 6.4;
        return Math.clamp(letters + 58, 112, 280);
    }
}
