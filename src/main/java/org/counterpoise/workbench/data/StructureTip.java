package org.counterpoise.workbench.data;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

import org.counterpoise.engine.audit.molecule.MoleculePicture;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.ChartView;

import java.util.List;
import java.util.Optional;

/// Draws the molecule of a cell beside it while the pointer rests there. Structures are laid out
/// beside the FX thread; only the latest is shown.
final class StructureTip {
    private static final int REST_MILLIS = 200;
    private static final double WIDTH = 260;
    private static final double HEIGHT = 200;

    private record Wanted(Node cell, String smiles) {}

    private record Laid(Node cell, String smiles, Optional<Figure.Structures> figure) {}

    private final Workspace workspace;
    private final Tooltip tip = new Tooltip();
    private final LatestOnly<Wanted, Laid> laying;

    StructureTip(Workspace workspace) {
        this.workspace = workspace;
        this.laying =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (wanted, _) ->
                                new Laid(
                                        wanted.cell(),
                                        wanted.smiles(),
                                        MoleculePicture.of(List.of(wanted.smiles()))),
                        this::show,
                        workspace::tell);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH + 24);
    }

    /// Asks for the structure of a cell's text, to be drawn below it.
    void rest(Node cell, String smiles) {
        tip.hide();
        laying.request(new Wanted(cell, smiles));
    }

    void leave() {
        laying.cancel();
        tip.hide();
    }

    private void show(Laid laid) {
        Bounds place = laid.cell().localToScreen(laid.cell().getBoundsInLocal());
        if (place == null) {
            return;
        }
        tip.setText(laid.figure().isPresent() ? laid.smiles() : laid.smiles() + " is no SMILES.");
        tip.setGraphic(laid.figure().map(this::drawn).orElse(null));
        tip.setContentDisplay(ContentDisplay.TOP);
        tip.show(laid.cell(), place.getMinX(), place.getMaxY() + 4);
    }

    private ChartView drawn(Figure.Structures figure) {
        ChartView view = new ChartView(workspace, figure);
        view.setPrefSize(WIDTH, HEIGHT);
        return view;
    }

    /// For tests.
    Tooltip tip() {
        return tip;
    }
}
