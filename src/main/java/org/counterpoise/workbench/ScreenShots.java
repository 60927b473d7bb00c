package org.counterpoise.workbench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

/// Pictures of the window, also larger than the screen it is on.
public final class ScreenShots {
    /// Frames until virtual lists, wrapped labels and what listens to the size have settled.
    private static final int FRAMES = 6;

    private ScreenShots() {}

    /// Writes a scene as PNG at its own size, as it looks now. On the FX thread.
    public static void save(Scene scene, Path file) {
        write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), file);
    }

    /// Writes a scene as PNG as it looks at another size, once its layout has settled, and leaves
    /// it at its own. Waits; not on the FX thread.
    ///
    /// @param width in pixels
    /// @param height in pixels
    public static void save(Scene scene, double width, double height, Path file) {
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> take(scene, width, height, picture));
        write(picture.join(), file);
    }

    private static void take(
            Scene scene, double width, double height, CompletableFuture<BufferedImage> picture) {
        Parent root = scene.getRoot();
        root.resize(width, height);
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    WritableImage image = new WritableImage((int) width, (int) height);
                    root.snapshot(null, image);
                    root.resize(scene.getWidth(), scene.getHeight());
                    picture.complete(SwingFXUtils.fromFXImage(image, null));
                } else {
                    Platform.requestNextPulse();
                }
            }
        }.start();
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
