package org.counterpoise.workbench;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Pictures of the window, also larger than the screen it is on.
public final class ScreenShots {
    private ScreenShots() {}

    /// Writes a scene as PNG at its own size. On the FX thread.
    public static void save(Scene scene, Path file) {
        save(scene, scene.getWidth(), scene.getHeight(), file);
    }

    /// Writes a scene as PNG as it looks at another size, and leaves it at its own. On the FX
    /// thread.
    ///
    /// @param width in pixels
    /// @param height in pixels
    public static void save(Scene scene, double width, double height, Path file) {
        Parent root = scene.getRoot();
        WritableImage image = new WritableImage((int) width, (int) height);
        if (root instanceof Region region) {
            layOut(region, width, height);
            root.snapshot(null, image);
            layOut(region, scene.getWidth(), scene.getHeight());
        } else {
            scene.snapshot(image);
        }
        write(image, file);
    }

    private static void layOut(Region root, double width, double height) {
        root.resize(width, height);
        // Listeners to the size, virtual lists and wrapped labels settle in the later passes.
        for (int pass = 0; pass < 4; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    private static void write(WritableImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
