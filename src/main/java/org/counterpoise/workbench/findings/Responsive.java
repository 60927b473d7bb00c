package org.counterpoise.workbench.findings;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// Layouts that turn from beside each other to one above the other where the window is narrow.
public final class Responsive {
    /// Below this width two panes no longer fit side by side.
    private static final double NARROW = 660;

    private Responsive() {}

    /// Puts a pane's two parts side by side where there is room, else one above the other.
    ///
    /// @param beside share of the first part when side by side
    /// @param above share of the first part when stacked
    public static void stack(SplitPane pane, double beside, double above) {
        pane.setDividerPositions(beside);
        pane.widthProperty()
                .subscribe(
                        width -> {
                            boolean narrow = width.doubleValue() < NARROW;
                            Orientation wanted =
                                    narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
                            if (pane.getOrientation() != wanted) {
                                pane.setOrientation(wanted);
                                pane.setDividerPositions(narrow ? above : beside);
                            }
                        });
    }
}
