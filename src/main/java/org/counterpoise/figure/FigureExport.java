package org.counterpoise.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Figures as files: SVG, PDF and PNG for print, their numbers as CSV or TSV. Always light.
public final class FigureExport {
    private static final double POINTS_PER_PIXEL = 0.75;

    private FigureExport() {}

    /// The figure as a complete SVG document.
    ///
    /// @param idPrefix makes ids within the SVG distinct from those of others in the same page; the
    ///     same figure, size and prefix give the same text
    public static String svg(Figure figure, Size size, String idPrefix) {
        SVGGraphics2D g2 = new SVGGraphics2D(size.widthPixels(), size.heightPixels());
        g2.setDefsKeyPrefix(idPrefix + "-");
        g2.setGeomDoubleConverter(FigureExport::coordinate);
        g2.setTransformDoubleConverter(FigureExport::coordinate);
        g2.setFontFunction(FigureExport::cssFamily);
        FigureCharts.chart(figure).draw(g2, area(size));
        String svg = g2.getSVGElement(idPrefix);
        int rootEnd = svg.indexOf('>');
        String titleId = idPrefix + "-title";
        String summaryId = idPrefix + "-desc";
        return svg.substring(0, rootEnd)
                + " viewBox=\"0 0 "
                + coordinate(size.widthPixels())
                + " "
                + coordinate(size.heightPixels())
                + "\" role=\"img\" aria-labelledby=\""
                + titleId
                + " "
                + summaryId
                + "\"><title id=\""
                + titleId
                + "\">"
                + escaped(figure.title())
                + "</title><desc id=\""
                + summaryId
                + "\">"
                + escaped(figure.summary())
                + "</desc>"
                + svg.substring(rootEnd + 1);
    }

    /// Writes the figure as a PDF of one page, all vectors, with the fonts embedded.
    public static void pdf(Figure figure, Size size, OutputStream to) throws IOException {
        float width = (float) (size.widthPixels() * POINTS_PER_PIXEL);
        float height = (float) (size.heightPixels() * POINTS_PER_PIXEL);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(figure.title());
            about.setSubject(figure.summary());
            PdfBoxGraphics2D g2 =
                    new PdfBoxGraphics2D(
                            document, (float) size.widthPixels(), (float) size.heightPixels());
            try (PdfFigures figures = new PdfFigures(document)) {
                figures.draw(figure, g2, size.widthPixels(), size.heightPixels());
                g2.dispose();
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.transform(
                            Matrix.getScaleInstance(
                                    (float) POINTS_PER_PIXEL, (float) POINTS_PER_PIXEL));
                    content.drawForm(g2.getXFormObject());
                }
                document.save(to);
            }
        }
    }

    /// The figure as a PNG.
    ///
    /// @param dpi dots per inch, 36 to 1,200
    public static byte[] png(Figure figure, Size size, int dpi) throws IOException {
        return png(FigureCharts.chart(figure), size, dpi);
    }

    static byte[] png(JFreeChart chart, Size size, int dpi) throws IOException {
        double scale = Math.clamp(dpi, 36, 1200) / 96.0;
        BufferedImage image =
                new BufferedImage(
                        (int) Math.round(size.widthPixels() * scale),
                        (int) Math.round(size.heightPixels() * scale),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.scale(scale, scale);
        chart.draw(
                g2,
                new Rectangle2D.Double(0, 0, image.getWidth() / scale, image.getHeight() / scale));
        g2.dispose();
        return PngWriter.write(image, dpi);
    }

    /// The figure's numbers in full precision, comma-separated, as RFC 4180 has it.
    public static String csv(Figure figure) {
        return table(figure.data(), ",");
    }

    /// The figure's numbers in full precision, tab-separated, for a spreadsheet's clipboard.
    public static String tsv(Figure figure) {
        return table(figure.data(), "\t");
    }

    private static String table(Evidence data, String separator) {
        StringBuilder text = new StringBuilder(line(data.columns(), separator));
        data.rows().forEach(row -> text.append(line(row, separator)));
        return text.toString();
    }

    private static String line(List<?> cells, String separator) {
        return cells.stream()
                        .map(cell -> quoted(cell.toString(), separator))
                        .collect(Collectors.joining(separator))
                + "\r\n";
    }

    private static String quoted(String cell, String separator) {
        boolean plain =
                !cell.contains(separator)
                        && !cell.contains("\"")
                        && !cell.contains("\n")
                        && !cell.contains("\r");
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static Rectangle2D area(Size size) {
        return new Rectangle2D.Double(0, 0, size.widthPixels(), size.heightPixels());
    }

    private static String coordinate(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded);
    }

    private static String cssFamily(String family) {
        return family.equals("Inter") ? "Inter, sans-serif" : family + ", Inter, sans-serif";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
