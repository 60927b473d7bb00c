package org.counterpoise.workbench.widget;

import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// Brings a table into view a few rows a frame, from the top down. A cell once made is used again
/// for good.
public final class Unrolling {
    private static final int ROWS_PER_FRAME = 2;

    /// About the height of a head without graphics.
    private static final double HEAD = 30;

    /// In pixels; higher than any window that there is.
    private static final double HIGHEST = 4000;

    private final TableView<?> table;
    private final double least;
    private double given = HEAD;

    private Unrolling(TableView<?> table) {
        this.table = table;
        this.least = table.getMinHeight();
        table.setMinHeight(0);
    }

    /// Lets a table of fixed row height grow to the height that its parent gives it.
    ///
    /// @return to stop it before it is done
    public static Frames of(TableView<?> table) {
        return Frames.each(new Unrolling(table)::grow);
    }

    private boolean grow() {
        boolean inView = table.getScene() != null && table.getHeight() > 0;
        boolean enough = inView && table.getHeight() < given || given > HIGHEST;
        if (enough) {
            table.setMaxHeight(Region.USE_COMPUTED_SIZE);
            table.setMinHeight(least);
        } else if (inView || given == HEAD) {
            given += ROWS_PER_FRAME * table.getFixedCellSize();
            table.setMaxHeight(given);
        }
        return !enough;
    }
}
