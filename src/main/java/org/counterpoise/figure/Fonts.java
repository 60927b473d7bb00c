package org.counterpoise.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The one type family of the program: Inter, bundled so that every machine shows the same.
///
/// Its digits are tabular; see `fonts/NOTICE.txt`.
public final class Fonts {
    private static final List<Font> LOADED = load();

    private Fonts() {}

    /// The weights that are bundled.
    public enum Weight {
        REGULAR("Inter-Regular.ttf", 400),
        MEDIUM("Inter-Medium.ttf", 500),
        SEMI_BOLD("Inter-SemiBold.ttf", 600),
        BOLD("Inter-Bold.ttf", 700);

        private final String file;
        private final int css;

        Weight(String file, int css) {
            this.file = file;
            this.css = css;
        }

        /// The weight's number in CSS.
        public int css() {
            return css;
        }

        /// The TrueType file. The caller closes the stream.
        public InputStream open() {
            InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file);
            if (stream == null) {
                throw new IllegalStateException("font " + file + " is not on the class path");
            }
            return stream;
        }
    }

    /// Inter in this weight, `size` points (pixels on a screen of 72 dpi) tall.
    public static Font of(Weight weight, double size) {
        return LOADED.get(weight.ordinal()).deriveFont((float) size);
    }

    /// Which of the bundled weights a font is; REGULAR for a font that is not ours.
    static Weight weightOf(Font font) {
        for (Weight weight : Weight.values()) {
            if (LOADED.get(weight.ordinal()).getFontName().equals(font.getFontName())) {
                return weight;
            }
        }
        return Weight.REGULAR;
    }

    private static List<Font> load() {
        List<Font> fonts = new ArrayList<>();
        for (Weight weight : Weight.values()) {
            try (InputStream stream = weight.open()) {
                fonts.add(Font.createFont(Font.TRUETYPE_FONT, stream));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("bundled font " + weight.file, e);
            }
        }
        return fonts;
    }
}
