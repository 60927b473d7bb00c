package org.counterpoise.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// Writes a figure's text into a PDF as text in the house's font, embedded, so that it can be
/// searched and copied.
final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
    private final PDDocument document;
    private final Map<Fonts.Weight, PDFont> loaded = new HashMap<>();

    EmbeddedFonts(PDDocument document) {
        this.document = document;
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
        Fonts.Weight weight = Fonts.weightOf(font);
        PDFont known = loaded.get(weight);
        if (known == null) {
            try (InputStream stream = weight.open()) {
                known = PDType0Font.load(document, stream, true);
            }
            loaded.put(weight, known);
        }
        return known;
    }
}
