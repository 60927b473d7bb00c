package org.counterpoise.workbench.report;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The pages of a PDF as pictures, drawn one by one when they are wanted.
final class PdfPages implements AutoCloseable {
    private static final int POINTS_PER_INCH = 72;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private boolean closed;

    /// Reads the document's structure; draws nothing yet. Not for the FX thread.
    PdfPages(byte[] pdf) {
        try {
            document = Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        renderer = new PDFRenderer(document);
    }

    int count() {
        return document.getNumberOfPages();
    }

    /// Height over width of a page.
    double proportion(int page) {
        var box = document.getPage(page).getCropBox();
        return box.getHeight() / (double) box.getWidth();
    }

    /// Draws a page, one at a time. Not for the FX thread.
    ///
    /// @param width in pixels
    synchronized Image draw(int page, double width) {
        if (closed) {
            throw new org.counterpoise.engine.CancelledException();
        }
        double inches = document.getPage(page).getCropBox().getWidth() / POINTS_PER_INCH;
        try {
            return SwingFXUtils.toFXImage(
                    renderer.renderImageWithDPI(page, (float) (width / inches), ImageType.RGB),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
