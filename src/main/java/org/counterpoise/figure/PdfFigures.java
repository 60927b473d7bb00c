package org.counterpoise.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.counterpoise.engine.finding.Figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Closeable;

/// Draws figures into a PDF as vectors; their text is text, in fonts embedded once for all figures.
public final class PdfFigures implements Closeable {
    private final EmbeddedFonts fonts;

    /// @param document that the figures become part of
    public PdfFigures(PDDocument document) {
        this.fonts = new EmbeddedFonts(document);
    }

    /// Draws a figure at the origin.
    ///
    /// @param to a canvas of the document
    /// @param width in pixels of 1/96 inch
    /// @param height in pixels of 1/96 inch
    public void draw(Figure figure, Graphics2D to, double width, double height) {
        if (to instanceof PdfBoxGraphics2D pdf) {
            pdf.setFontTextDrawer(fonts);
        }
        FigureCharts.chart(figure).draw(to, new Rectangle2D.Double(0, 0, width, height));
    }

    @Override
    public void close() {
        fonts.close();
    }
}
