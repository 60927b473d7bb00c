package org.counterpoise.workbench.widget;

import javafx.animation.AnimationTimer;

import java.util.function.BooleanSupplier;

/// Work on the FX thread in pieces, one a frame, so that the window is drawn and answers between
/// them: nodes can be made nowhere else, and a page or a screen of cells takes some tenths of a
/// second the first time.
public final class Frames extends AnimationTimer {
    private final BooleanSupplier piece;

    private Frames(BooleanSupplier piece) {
        this.piece = piece;
    }

    /// Does the first piece now and another with each frame.
    ///
    /// @param piece does the next piece; false when nothing is left
    /// @return to stop it before it is done
    public static Frames each(BooleanSupplier piece) {
        Frames frames = new Frames(piece);
        if (piece.getAsBoolean()) {
            frames.start();
        }
        return frames;
    }

    /// Does a piece with each frame, the first with the next one.
    ///
    /// @param piece does the next piece; false when nothing is left
    /// @return to stop it before it is done
    public static Frames later(BooleanSupplier piece) {
        Frames frames = new Frames(piece);
        frames.start();
        return frames;
    }

    /// No work.
    public static Frames none() {
        return new Frames(() -> false);
    }

    /// Does something with the next frame, once.
    ///
    /// @return to stop it before
    public static Frames next(Runnable work) {
        return later(
                () -> {
                    work.run();
                    return false;
                });
    }

    @Override
    public void handle(long now) {
        if (!piece.getAsBoolean()) {
            stop();
        }
    }
}
