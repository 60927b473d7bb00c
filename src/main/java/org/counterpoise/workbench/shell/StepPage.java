package org.counterpoise.workbench.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.counterpoise.engine.finding.Remedy;
import org.kordamp.ikonli.Ikon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One entry of the rail and what it opens. Made once per window, on the FX thread.
public interface StepPage {

    /// Stable name by which others navigate here, e.g. `audit`.
    String id();

    /// What the rail says.
    String title();

    Ikon icon();

    /// The page itself; the shell scrolls it. The same node every time.
    Node view();

    /// What stands at the right of the page; the same node every time.
    Optional<Node> inspector();

    /// How this step stands, for the rail.
    ObservableValue<RailState> railState();

    /// Called each time the page comes into view.
    void shown();

    /// Called once when the window is there and nobody waits: makes what would be slow to make at
    /// its first use. On the FX thread, for a tenth of a second at most.
    default void warmUp() {}

    /// Whether the page scrolls as a whole. A page that returns `false` gets the height of the
    /// window and scrolls inside, e.g. a table.
    default boolean scrolls() {
        return true;
    }

    /// What Ctrl+K can find here just now: actions, methods, columns, findings.
    default List<Command> commands() {
        return List.of();
    }

    /// The kinds of remedy that lead to this page.
    default Set<Remedy.Action> remedies() {
        return Set.of();
    }

    /// Prepares the page for a remedy of one of its kinds. The page is shown right after.
    ///
    /// @param findingId where the remedy came from
    default void prepare(Remedy remedy, String findingId) {}

    /// Offers a data file that was dropped or chosen. The first page that takes it is shown.
    ///
    /// @return whether this page takes it
    default boolean take(Path file) {
        return false;
    }
}
