package org.counterpoise.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;

import org.counterpoise.figure.Fonts;

import java.io.IOException;
import java.io.OutputStream;

/// A document as pages: the same markup as the web page, laid out for A4.
final class PdfRenderer {
    private PdfRenderer() {}

    static void write(Document document, OutputStream to) throws IOException {
        QuietLibraries.quiet();
        try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useSVGDrawer(svg);
            builder.withHtmlContent(
                    HtmlRenderer.render(document, HtmlRenderer.Medium.PRINT), null);
            builder.withProducer("Counterpoise " + document.version());
            builder.useFont(Fonts.Weight.REGULAR::open, "Inter", 400, FontStyle.NORMAL, true);
            builder.useFont(Fonts.Weight.SEMI_BOLD::open, "Inter", 600, FontStyle.NORMAL, true);
            builder.useFont(Fonts.Weight.MEDIUM::open, "Inter Medium", 400, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false,
                    com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority
                            .RUN_BEFORE_RESOLVING_URI);
            builder.toStream(to);
            builder.run();
        }
    }
}
