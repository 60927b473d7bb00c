package org.counterpoise.workbench.audit.pairs;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.agreement.PairedRows;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.figure.Look;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How fast a million pairs follow the pointer: the view in a window of 1,200 × 800 pixels is moved
/// and zoomed with every frame. Prints the time to prepare the pairs, to fill the pixels of a
/// frame, and from frame to frame, with all pairs in view and as marks.
///
/// To run it: `mvn -q -Pbench test-compile exec:exec
/// -Dbench.main=org.counterpoise.workbench.audit.pairs.PairsFrames`
public final class PairsFrames {
    private static final int PAIRS = Integer.getInteger("pairs", 1_000_000);
    private static final int FRAMES = 150;
    private static final int WARM_UP = 50;

    private PairsFrames() {}

    public static void main(String[] args) {
        PairedRows rows = rows();
        long start = System.nanoTime();
        PairCloud cloud = PairCloud.of(rows, Progress.NONE);
        tell("prepared once", new double[] {(System.nanoTime() - start) / 1e6});
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        for (boolean density : new boolean[] {true, false}) {
            for (int colouring : new int[] {-1, 0}) {
                PairsModel model = new PairsModel(cloud);
                model.density().set(density);
                model.colouring().set(colouring);
                String kind = (density ? "density" : "marks") + (colouring < 0 ? "" : " by group");
                tell("pixels, " + kind, pixels(model));
                CompletableFuture<double[]> frames = new CompletableFuture<>();
                Platform.runLater(() -> new Moving(model, frames).begin());
                tell("frame, " + kind, frames.join());
            }
        }
        Platform.exit();
    }

    private static void tell(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-24s median %6.1f ms, 95 %% %6.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (0.95 * (sorted.length - 1))]);
    }

    private static PairedRows rows() {
        RandomGenerator random = Streams.of(1, 0);
        double[] means = new double[PAIRS];
        double[] differences = new double[PAIRS];
        int[] codes = new int[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            codes[i] = random.nextInt(3);
            means[i] = random.nextGaussian(100, 15);
            differences[i] = random.nextGaussian(codes[i], 3);
        }
        List<Grouping.Group> groups =
                IntStream.range(0, 3)
                        .mapToObj(g -> new Grouping.Group(Map.of("g", "g" + g), 0))
                        .toList();
        return new PairedRows(
                "first − second",
                "first",
                "second",
                "mean",
                "difference",
                false,
                IntStream.range(0, PAIRS).toArray(),
                means,
                differences,
                List.of(new Agreement.Line("bias", 1, 0, 0.9, 1.1, true)),
                List.of(new Grouping(List.of("g"), groups, codes)),
                -1);
    }

    /// Moved and zoomed around the middle, so that nearly all pairs stay in view.
    private static Window at(int frame, Window whole) {
        double zoom = 0.8 + 0.1 * Math.sin(frame / 10.0);
        return whole.zoomed(
                        zoom,
                        (whole.left() + whole.right()) / 2,
                        (whole.bottom() + whole.top()) / 2,
                        whole)
                .moved(0.02 * whole.width() * Math.cos(frame / 7.0), 0);
    }

    private static double[] pixels(PairsModel model) {
        Plot plot = Plot.of(1_200, 620, model);
        PairRaster raster = new PairRaster((int) plot.width(), (int) plot.height());
        double[] millis = new double[FRAMES];
        Window whole = model.window().get();
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            model.window().set(at(frame, whole));
            long start = System.nanoTime();
            raster.draw(
                    model.cloud().grid(),
                    model.codes(),
                    model.window().get(),
                    model.shown(),
                    PairsInk.style(model, Plot.of(1_200, 620, model), 1, Look.LIGHT));
            if (frame >= 0) {
                millis[frame] = (System.nanoTime() - start) / 1e6;
            }
        }
        model.window().set(whole);
        return millis;
    }

    /// Sets another window with every frame.
    private static final class Moving extends AnimationTimer {
        private final PairsModel model;
        private final CompletableFuture<double[]> told;
        private final Window whole;
        private final double[] millis = new double[FRAMES];
        private final Stage stage = new Stage();
        private int frame = -WARM_UP;
        private long last;

        Moving(PairsModel model, CompletableFuture<double[]> told) {
            this.model = model;
            this.told = told;
            this.whole = model.window().get();
        }

        void begin() {
            PairsCanvas canvas = new PairsCanvas(model, new SimpleBooleanProperty(false), _ -> {});
            stage.setScene(new Scene(new StackPane(canvas), 1_200, 800));
            stage.show();
            start();
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (frame > 0 && frame <= FRAMES) {
                millis[frame - 1] = (time - last) / 1e6;
            }
            last = time;
            frame++;
            if (frame > FRAMES) {
                stop();
                stage.close();
                told.complete(millis);
            } else {
                model.window().set(at(frame, whole));
            }
        }
    }
}
