package org.counterpoise.workbench.audit.pairs;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.counterpoise.figure.Look;
import org.counterpoise.workbench.widget.Frames;
import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;
import java.util.function.Consumer;

/// The pairs as a picture: grid, bands and histogram below, pairs as pixels, lines and what is
/// picked above. Whatever changes asks for one redraw with the next frame.
final class PairsCanvas extends Region {
    private static final double LOWEST = 300;
    private static final double HIGHEST = 620;
    private static final double SHAPE = 0.62;

    private final PairsModel model;
    private final ObservableBooleanValue dark;
    private final Canvas below = new Canvas();
    private final ImageView pairs = new ImageView();
    private final Canvas above = new Canvas();
    private Frames coming = Frames.none();
    private boolean asked;
    private @Nullable PairRaster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private Plot plot = Plot.NONE;
    private int hovered = -1;

    /// @param tell told what is under the pointer, in words; empty for nothing
    PairsCanvas(PairsModel model, ObservableBooleanValue dark, Consumer<String> tell) {
        this.model = model;
        this.dark = dark;
        getChildren().addAll(below, pairs, above);
        pairs.setManaged(false);
        getStyleClass().add("plate-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(
                "Differences of "
                        + model.cloud().rows().title()
                        + " against the mean. Arrow keys move, plus and minus zoom, 0 shows all, A"
                        + " picks the pairs in view, Enter shows their rows, Escape picks none.");
        setFocusTraversable(true);
        setMinWidth(200);
        new PairsGestures(this, model, tell).install();
        dark.subscribe(_ -> ask());
        focusedProperty().subscribe(_ -> ask());
        model.window().subscribe(_ -> ask());
        model.colouring().subscribe(_ -> ask());
        model.density().subscribe(_ -> ask());
        model.jitter().subscribe(_ -> ask());
        model.histogram().subscribe(_ -> ask());
        model.brush().subscribe(_ -> ask());
    }

    /// Where pairs are drawn now.
    Plot plot() {
        return plot;
    }

    /// Points at a pair.
    ///
    /// @param place in the grid, −1 for none
    void hover(int place) {
        if (place != hovered) {
            hovered = place;
            ask();
        }
    }

    // ---- size -------------------------------------------------------------------------------

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.clamp(SHAPE * (width < 0 ? getWidth() : width), LOWEST, HIGHEST);
    }

    @Override
    protected double computeMinHeight(double width) {
        return LOWEST;
    }

    @Override
    protected void layoutChildren() {
        for (Canvas canvas : new Canvas[] {below, above}) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        draw();
    }

    // ---- drawing ----------------------------------------------------------------------------

    private void ask() {
        if (!asked) {
            asked = true;
            coming.stop();
            coming = Frames.next(this::draw);
        }
    }

    private void draw() {
        asked = false;
        if (getWidth() < 80 || getHeight() < 80) {
            return;
        }
        Look look = dark.get() ? Look.DARK : Look.LIGHT;
        plot = Plot.of(getWidth(), getHeight(), model);
        PairRaster fresh = raster();
        PairRaster.Style style = PairsInk.style(model, plot, scale(), look);
        PairRaster.Seen seen =
                fresh.draw(
                        model.cloud().grid(),
                        model.codes(),
                        model.window().get(),
                        model.shown(),
                        style);
        if (buffer != null) {
            buffer.updateBuffer(_ -> null);
        }
        PairsPen pen = new PairsPen(model, plot, look);
        pen.below(below.getGraphicsContext2D(), seen, style);
        pen.above(above.getGraphicsContext2D(), hovered, isFocused());
    }

    /// Pixels of the screen to a unit of the window.
    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private PairRaster raster() {
        int width = (int) Math.ceil(plot.width() * scale());
        int height = (int) Math.ceil(plot.height() * scale());
        if (raster == null || raster.width() != width || raster.height() != height) {
            raster = new PairRaster(width, height);
            buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(raster.pixels()),
                            PixelFormat.getIntArgbPreInstance());
            pairs.setImage(new WritableImage(buffer));
        }
        pairs.relocate(plot.left(), plot.top());
        pairs.setFitWidth(width / scale());
        pairs.setFitHeight(height / scale());
        return raster;
    }
}
