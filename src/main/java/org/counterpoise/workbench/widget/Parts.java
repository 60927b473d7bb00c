package org.counterpoise.workbench.widget;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import java.util.Iterator;
import java.util.List;

/// The parts of a pane, which come into the window one a frame, the first one first.
///
/// What is seen for the first time must be styled and measured on the FX thread; a page of cards at
/// once holds the window up for some tenths of a second. Parts stay once they are there.
public final class Parts {
    private final Pane pane;
    private Iterator<Node> left = List.<Node>of().iterator();
    private Frames coming = Frames.none();

    /// @param pane has no other children
    public Parts(Pane pane) {
        this.pane = pane;
        pane.sceneProperty().subscribe(this::comeIn);
    }

    /// A column of parts.
    ///
    /// @param spacing between them, in pixels
    public static VBox column(double spacing, List<? extends Node> parts) {
        VBox column = new VBox(spacing);
        new Parts(column).show(parts);
        return column;
    }

    /// Shows other parts: the first now, the others one a frame; all wait until the pane is in a
    /// window.
    public void show(List<? extends Node> parts) {
        left = List.<Node>copyOf(parts).iterator();
        pane.getChildren().clear();
        comeIn();
    }

    private void comeIn() {
        coming.stop();
        if (pane.getScene() != null) {
            coming = Frames.each(this::next);
        }
    }

    private boolean next() {
        if (left.hasNext()) {
            pane.getChildren().add(left.next());
        }
        return left.hasNext();
    }
}
