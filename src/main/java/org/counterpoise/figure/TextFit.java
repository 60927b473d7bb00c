package org.counterpoise.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/// Fits labels of any length into the width there is.
final class TextFit {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private TextFit() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /// Breaks a text into at most `maxLines` lines of at most `width`, between words where it can;
    /// what does not fit ends in "…".
    static List<String> lines(String text, Font font, double width, int maxLines) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < maxLines - 1 && width(rest, font) > width) {
            int end = breakAt(rest, font, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(elide(rest, font, width));
        return lines;
    }

    /// The text, cut with "…" where it is wider than `width`.
    static String elide(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int length = fitting(text, font, width - width("…", font));
        return text.substring(0, length).strip() + "…";
    }

    private static int breakAt(String text, Font font, double width) {
        int fits = Math.max(1, fitting(text, font, width));
        for (int i = Math.min(fits, text.length() - 1); i > fits / 3; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return fits;
    }

    /// How many leading characters fit, never splitting a surrogate pair.
    private static int fitting(String text, Font font, double width) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle), font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean split =
                low > 0 && low < text.length() && Character.isHighSurrogate(text.charAt(low - 1));
        return split ? low - 1 : low;
    }
}
