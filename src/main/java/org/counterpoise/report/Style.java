package org.counterpoise.report;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.figure.Fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The style sheet of a report.
final class Style {
    /// Weights that texts and figures use, with the families figures call them by.
    private record Face(String family, Fonts.Weight weight, int css) {}

    private static final List<Face> FACES =
            List.of(
                    new Face("Inter", Fonts.Weight.REGULAR, 400),
                    new Face("Inter", Fonts.Weight.SEMI_BOLD, 600),
                    new Face("Inter Medium", Fonts.Weight.MEDIUM, 400));

    private Style() {}

    /// @param body the page's markup, whose characters the embedded fonts must have
    static String css(Document document, HtmlRenderer.Medium medium, String body) {
        return switch (medium) {
            case SCREEN -> faces(body) + resource("report.css") + resource("screen.css");
            case PRINT ->
                    resource("report.css")
                            + resource("print.css")
                                    .replace("$TITLE", cssText(document.title()))
                                    .replace("$PROJECT", cssText(document.project()));
        };
    }

    /// The severity's name in the style sheet.
    static String name(Severity severity) {
        return "is-" + Phrases.constant(severity);
    }

    /// The severity's mark, different in shape as well as in colour.
    static String shape(Severity severity) {
        return switch (severity) {
            case OK -> "✓";
            case NOTE -> "●";
            case WARNING -> "◆";
            case SERIOUS -> "▲";
        };
    }

    private static String faces(String body) {
        Set<Integer> characters =
                body.codePoints().filter(c -> c >= ' ').boxed().collect(Collectors.toSet());
        StringBuilder css = new StringBuilder();
        for (Face face : FACES) {
            css.append("@font-face { font-family: \"")
                    .append(face.family())
                    .append("\"; font-weight: ")
                    .append(face.css())
                    .append("; src: url(data:font/ttf;base64,")
                    .append(
                            Base64.getEncoder()
                                    .encodeToString(FontSubset.of(face.weight(), characters)))
                    .append(") format(\"truetype\"); }\n");
        }
        return css.toString();
    }

    /// A text as it may stand between double quotes in a style sheet inside a page.
    private static String cssText(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '.') {
                                safe.appendCodePoint(c);
                            } else {
                                safe.append(String.format("\\%06x", c));
                            }
                        });
        return safe.toString();
    }

    private static String resource(String name) {
        try (InputStream stream = Style.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
