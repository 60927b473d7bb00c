package org.counterpoise.workbench.findings;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Parts side by side that share the width equally and are as high as the highest.
public final class Halves {
    private static final double GAP = 12;
    private static final double WHOLE = 100;

    private Halves() {}

    public static GridPane of(Region... parts) {
        GridPane grid = new GridPane(GAP, GAP);
        for (Region part : parts) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(WHOLE / parts.length);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
            part.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            grid.add(part, grid.getChildren().size(), 0);
        }
        return grid;
    }
}
