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

    /// Writes a scene as PNG as it looks at another size, and leaves it at its own.
    ///
    /// On the FX thread the picture is taken at once, so whoever calls should have resized the root
    /// and let it settle. On any other thread this waits until the layout has settled.
    ///
    /// @param width in pixels
    /// @param height in pixels
    public static void save(Scene scene, double width, double height, Path file) {
        if (Platform.isFxApplicationThread()) {
            scene.getRoot().resize(width, height);
            write(picture(scene, width, height), file);
            return;
        }
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> takeWhenSettled(scene, width, height, picture));
        write(picture.join(), file);
    }

    private static void takeWhenSettled(
            Scene scene, double width, double height, CompletableFuture<BufferedImage> picture) {
        scene.getRoot().resize(width, height);
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    stop();
                    picture.complete(picture(scene, width, height));
                } else {
                    Platform.requestNextPulse();
                }
            }
        }.start();
    }

    /// The root as it is, and then back to the size of its scene.
    private static BufferedImage picture(Scene scene, double width, double height) {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        WritableImage image = new WritableImage((int) width, (int) height);
        root.snapshot(null, image);
        root.resize(scene.getWidth(), scene.getHeight());
        return SwingFXUtils.fromFXImage(image, null);
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
