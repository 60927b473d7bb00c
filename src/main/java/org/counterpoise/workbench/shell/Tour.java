package org.counterpoise.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;

/// A short tour that points at the real controls, one after the other.
final class Tour {

    /// One stop.
    ///
    /// @param control found when the stop is reached
    record Stop(Node control, PopOver.ArrowLocation arrow, String heading, String text) {}

    private final List<Stop> stops;
    private final PopOver pop = new PopOver();
    private int at;

    Tour(List<Stop> stops) {
        this.stops = List.copyOf(stops);
        pop.setAnimated(false);
        pop.setAutoHide(false);
        pop.setDetachable(false);
    }

    void start() {
        at = 0;
        show();
    }

    private void show() {
        Stop stop = stops.get(at);
        boolean last = at == stops.size() - 1;
        Label count = Texts.caption((at + 1) + " of " + stops.size());
        Button next = Buttons.primary(last ? "Done" : "Next", this::next);
        next.setId("tour-next");
        HBox buttons = new HBox(8, count, Buttons.plain("End the tour", pop::hide), next);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(Texts.heading(stop.heading()), Texts.body(stop.text()), buttons);
        content.getStyleClass().add("popover-content");
        pop.hide();
        pop.setContentNode(content);
        pop.setArrowLocation(stop.arrow());
        pop.show(stop.control());
        next.requestFocus();
    }

    private void next() {
        at++;
        if (at < stops.size()) {
            show();
        } else {
            pop.hide();
        }
    }
}
