package org.counterpoise.workbench.data;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

import org.counterpoise.engine.audit.molecule.MoleculePicture;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.figure.FigureCharts;
import org.counterpoise.figure.Look;
import org.counterpoise.workbench.shell.Workspace;
import org.jfree.chart.JFreeChart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Pictures of molecules, drawn beside the FX thread and kept while they are likely to be wanted
/// again. What was asked for last is drawn first: it is what is in view. Use on the FX thread.
final class StructurePictures {
    static final int WIDTH = 190;
    static final int HEIGHT = 130;

    /// Twice as fine as the screen is taken to be.
    private static final int FINE = 2;

    private static final int KEPT = 300;
    private static final int MOST_WAITING = 80;
    private static final int AT_ONCE = 6;

    /// @param dark whether it is drawn on a dark ground
    record Wanted(String smiles, boolean dark) {}

    private record Drawn(Wanted wanted, Optional<Image> picture) {}

    private final Workspace workspace;
    private final BiConsumer<Wanted, Optional<Image>> ready;
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private final Map<Wanted, Optional<Image>> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Wanted, Optional<Image>> eldest) {
                    return size() > KEPT;
                }
            };
    private boolean drawing;

    /// @param ready told of each picture that was drawn; empty for a text that is no SMILES
    StructurePictures(Workspace workspace, BiConsumer<Wanted, Optional<Image>> ready) {
        this.workspace = workspace;
        this.ready = ready;
    }

    /// The picture if it has been drawn; else it is drawn soon. Whether there is one at all is the
    /// outer Optional, whether the text could be read the inner one.
    Optional<Optional<Image>> of(Wanted wanted) {
        Optional<Image> picture = kept.get(wanted);
        if (picture != null) {
            return Optional.of(picture);
        }
        waiting.remove(wanted);
        waiting.addFirst(wanted);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeLast();
        }
        drawNext();
        return Optional.empty();
    }

    private void drawNext() {
        if (drawing || waiting.isEmpty()) {
            return;
        }
        List<Wanted> next = new ArrayList<>();
        while (next.size() < AT_ONCE && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        drawing = true;
        workspace
                .jobs()
                .quietly(_ -> next.stream().map(StructurePictures::draw).toList())
                .result()
                .whenComplete(
                        (drawn, failure) -> {
                            drawing = false;
                            if (failure == null) {
                                drawn.forEach(this::keep);
                                drawNext();
                            } else {
                                workspace.tell(failure);
                            }
                        });
    }

    private void keep(Drawn drawn) {
        kept.put(drawn.wanted(), drawn.picture());
        ready.accept(drawn.wanted(), drawn.picture());
    }

    private static Drawn draw(Wanted wanted) {
        return new Drawn(
                wanted,
                MoleculePicture.of(List.of(wanted.smiles()))
                        .map(figure -> picture(figure, wanted.dark() ? Look.DARK : Look.LIGHT)));
    }

    /// Without a ground of its own: that of the cell shows the pointer and the focus.
    private static Image picture(Figure figure, Look look) {
        JFreeChart chart = FigureCharts.chart(figure, look);
        chart.setBackgroundPaint(null);
        chart.getPlot().setBackgroundPaint(null);
        return SwingFXUtils.toFXImage(
                chart.createBufferedImage(FINE * WIDTH, FINE * HEIGHT, WIDTH, HEIGHT, null), null);
    }
}
