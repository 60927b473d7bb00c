package org.counterpoise.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.figure.Fonts;
import org.counterpoise.figure.PdfFigures;
import org.w3c.dom.Element;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/// A document as pages: the same markup as the web page, laid out for A4, tagged for screen
/// readers.
///
/// Figures are drawn straight into the pages, so they stay vectors and their text stays text.
final class PdfRenderer {
    /// What an `object` in the markup says it is, its `data` being the figure's number.
    static final String FIGURE_TYPE = "application/x-figure";

    private PdfRenderer() {}

    static void write(Document document, OutputStream to) throws IOException {
        QuietLibraries.quiet();
        try (PDDocument pdf = new PDDocument();
                PdfFigures figures = new PdfFigures(pdf)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.usePdfUaAccessibility(true);
            builder.useObjectDrawerFactory(new FigureObjects(document, figures));
            builder.withHtmlContent(HtmlRenderer.render(document, HtmlRenderer.Medium.PRINT), null);
            builder.withProducer("Counterpoise " + document.version());
            builder.useFont(Fonts.Weight.REGULAR::open, "Inter", 400, FontStyle.NORMAL, true);
            builder.useFont(Fonts.Weight.SEMI_BOLD::open, "Inter", 600, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.toStream(to);
            builder.run();
        }
    }

    /// Finds the figure that an `object` of the markup stands for, and draws it.
    private static final class FigureObjects implements FSObjectDrawerFactory {
        private final Map<String, Figure> byNumber = new HashMap<>();
        private final PdfFigures figures;

        FigureObjects(Document document, PdfFigures figures) {
            this.figures = figures;
            for (Block block : document.blocks()) {
                if (block instanceof Block.Picture picture) {
                    byNumber.put(Integer.toString(picture.number()), picture.figure());
                }
            }
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return FIGURE_TYPE.equals(element.getAttribute("type"));
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            return (object, x, y, width, height, device, context, dotsPerPixel) -> {
                Figure figure = byNumber.get(object.getAttribute("data"));
                if (figure == null) {
                    throw new IllegalStateException("no figure " + object.getAttribute("data"));
                }
                double w = width / dotsPerPixel;
                double h = height / dotsPerPixel;
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) w,
                        (float) h,
                        canvas -> figures.draw(figure, canvas, w, h));
                return Map.of();
            };
        }
    }
}
