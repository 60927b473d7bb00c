package org.counterpoise.workbench.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.function.Consumer;

/// Shows values where they can be seen: a node outside the window waits until it is brought in.
///
/// Every page follows the project, but only one is in view; without this, opening a file draws the
/// figures of all of them on the FX thread.
public final class WhenShown {
    private WhenShown() {}

    /// Gives `show` the latest value at once and whenever it changes, while the node is in a
    /// window; else as soon as it is.
    public static <T> void follow(Node node, ObservableValue<T> value, Consumer<? super T> show) {
        new Follower<>(node, value, show).start();
    }

    private static final class Follower<T> {
        private final Node node;
        private final ObservableValue<T> value;
        private final Consumer<? super T> show;
        private boolean behind;

        Follower(Node node, ObservableValue<T> value, Consumer<? super T> show) {
            this.node = node;
            this.value = value;
            this.show = show;
        }

        void start() {
            value.subscribe(
                    _ -> {
                        behind = true;
                        catchUp();
                    });
            node.sceneProperty().subscribe(this::catchUp);
        }

        private void catchUp() {
            if (behind && node.getScene() != null) {
                behind = false;
                show.accept(value.getValue());
            }
        }
    }
}
