package org.counterpoise.workbench.audit.pairs;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import java.util.Optional;
import java.util.function.Consumer;

/// What pointer and keys do to the picture: dragging picks, with Shift it moves; the wheel zooms
/// with Ctrl, or while the picture has the focus; a double click shows all.
final class PairsGestures {
    private static final double NEAR = 9;
    private static final double SMALLEST_BRUSH = 4;
    private static final double PER_NOTCH = 0.0035;

    private final PairsCanvas canvas;
    private final PairsModel model;
    private final Consumer<String> tell;
    private double startX;
    private double startY;
    private Plot startPlot = Plot.NONE;
    private boolean moving;

    PairsGestures(PairsCanvas canvas, PairsModel model, Consumer<String> tell) {
        this.canvas = canvas;
        this.model = model;
        this.tell = tell;
    }

    void install() {
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(MouseEvent::consume);
        canvas.setOnMouseClicked(this::clicked);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(_ -> nothing());
        canvas.setOnScroll(this::scrolled);
        canvas.setOnZoom(this::pinched);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        // The page that scrolls would take the focus away.
        event.consume();
        startX = event.getX();
        startY = event.getY();
        startPlot = canvas.plot();
        moving = event.isShiftDown() || event.getButton() != MouseButton.PRIMARY;
    }

    private void dragged(MouseEvent event) {
        event.consume();
        double across = event.getX() - startX;
        double down = event.getY() - startY;
        if (moving) {
            model.window()
                    .set(
                            startPlot
                                    .window()
                                    .moved(
                                            -across * startPlot.meanPerPixel(),
                                            down * startPlot.differencePerPixel()));
        } else if (Math.abs(across) > SMALLEST_BRUSH || Math.abs(down) > SMALLEST_BRUSH) {
            Plot plot = canvas.plot();
            model.brush()
                    .set(
                            Optional.of(
                                    Window.between(
                                            plot.mean(startX),
                                            plot.difference(startY),
                                            plot.mean(event.getX()),
                                            plot.difference(event.getY()))));
        }
    }

    private void clicked(MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            model.reset();
        } else if (event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
            model.pickNone();
        }
    }

    private void moved(MouseEvent event) {
        Plot plot = canvas.plot();
        if (!plot.holds(event.getX(), event.getY())) {
            nothing();
            return;
        }
        Optional<PairsModel.Told> near =
                model.near(
                        plot.mean(event.getX()),
                        plot.difference(event.getY()),
                        NEAR * plot.meanPerPixel(),
                        NEAR * plot.differencePerPixel());
        canvas.hover(near.map(PairsModel.Told::place).orElse(-1));
        tell.accept(near.map(PairsModel.Told::words).orElse(""));
    }

    private void nothing() {
        canvas.hover(-1);
        tell.accept("");
    }

    private void scrolled(ScrollEvent event) {
        // Without Ctrl or the focus the page scrolls.
        if (event.isShortcutDown() || canvas.isFocused()) {
            zoom(Math.exp(-event.getDeltaY() * PER_NOTCH), event.getX(), event.getY());
            event.consume();
        }
    }

    private void pinched(ZoomEvent event) {
        zoom(1 / event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        Plot plot = canvas.plot();
        model.zoom(factor, plot.mean(x), plot.difference(y));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.step(-1, 0);
            case RIGHT -> model.step(1, 0);
            case UP -> model.step(0, 1);
            case DOWN -> model.step(0, -1);
            case PLUS, ADD, EQUALS -> model.zoom(true);
            case MINUS, SUBTRACT -> model.zoom(false);
            case DIGIT0, NUMPAD0, HOME -> model.reset();
            case A -> model.pickAll();
            case ESCAPE -> model.pickNone();
            case D -> model.density().set(!model.density().get());
            case J -> model.jitter().set(!model.jitter().get());
            case H -> model.histogram().set(!model.histogram().get());
            case C -> model.nextColouring();
            default -> known = event.getCode() == KeyCode.UNDEFINED;
        }
        if (known) {
            event.consume();
        }
    }
}
