package org.counterpoise.report;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.counterpoise.figure.Fonts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/// The part of a bundled font that a page needs, so that the page can carry it.
final class FontSubset {
    private FontSubset() {}

    /// A TrueType file with the glyphs of these characters, as far as the font has them.
    static byte[] of(Fonts.Weight weight, Set<Integer> characters) {
        try (InputStream stream = weight.open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            TTFSubsetter subset = new TTFSubsetter(font);
            characters.forEach(subset::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
