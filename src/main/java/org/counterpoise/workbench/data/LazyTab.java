package org.counterpoise.workbench.data;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A tab that is computed when it is looked at, beside the FX thread.
///
/// @param <T> what is computed
final class LazyTab<T> extends StackPane {
    private final DataModel model;
    private final LatestOnly<Dataset, T> computing;

    /// @param view how it is shown, from top to bottom
    LazyTab(
            DataModel model,
            String waiting,
            BiFunction<Dataset, Progress, T> work,
            Function<T, List<Node>> view) {
        this.model = model;
        computing =
                new LatestOnly<>(
                        model.workspace().jobs(),
                        1,
                        work,
                        result -> show(view.apply(result)),
                        model.workspace()::tell);
        getChildren().setAll(Texts.muted(waiting));
        sceneProperty().subscribe(this::refresh);
        model.grid().dataset().subscribe(this::refresh);
    }

    private void refresh() {
        if (getScene() != null) {
            model.dataset().ifPresent(computing::request);
        }
    }

    private void show(List<Node> nodes) {
        VBox box = new VBox(12);
        box.setPadding(new Insets(16));
        box.getChildren().setAll(nodes);
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        getChildren().setAll(scroll);
    }
}
