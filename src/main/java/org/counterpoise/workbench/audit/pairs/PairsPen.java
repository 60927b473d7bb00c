package org.counterpoise.workbench.audit.pairs;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.counterpoise.engine.finding.Figure.Agreement;
import org.counterpoise.figure.Look;
import org.counterpoise.figure.Palette;

import java.util.Arrays;

/// Draws what lies below and above the pairs.
final class PairsPen {
    private static final double SMALL = 11;
    private static final double NORMAL = 12;
    private static final double BAND = 0.24;

    private final PairsModel model;
    private final Plot plot;
    private final Look look;

    PairsPen(PairsModel model, Plot plot, Look look) {
        this.model = model;
        this.plot = plot;
        this.look = look;
    }

    // ---- below ------------------------------------------------------------------------------

    void below(GraphicsContext g, PairRaster.Seen seen, PairRaster.Style style) {
        clear(g);
        clipped(g, () -> bands(g));
        axes(g);
        if (plot.aside() > 0) {
            clippedTo(
                    g, plot.asideLeft(), plot.aside(), () -> histogram(g, seen.histogram(), style));
        }
    }

    private static void clear(GraphicsContext g) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    }

    private void clipped(GraphicsContext g, Runnable drawing) {
        clippedTo(g, plot.left(), plot.width(), drawing);
    }

    private void clippedTo(GraphicsContext g, double left, double width, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(left, plot.top(), width, plot.height());
        g.clip();
        drawing.run();
        g.restore();
    }

    private void bands(GraphicsContext g) {
        g.setFill(fx(Palette.mix(look.ground(), Palette.NEUTRAL, BAND)));
        for (Agreement.Line line : model.cloud().rows().lines()) {
            if (line.slope() == 0 && line.lower() < line.upper()) {
                double high = plot.y(line.upper());
                g.fillRect(plot.left(), high, plot.width(), plot.y(line.lower()) - high);
            }
        }
    }

    private void axes(GraphicsContext g) {
        g.setFont(Font.font("Inter", SMALL));
        g.setLineWidth(1);
        Window w = plot.window();
        Ticks across = Ticks.of(w.left(), w.right(), plot.width() / 80);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int i = 0; i < across.count(); i++) {
            double x = sharp(plot.x(across.at(i)));
            g.setStroke(fx(look.grid()));
            g.strokeLine(x, plot.top(), x, plot.bottom());
            g.setFill(fx(look.muted()));
            g.fillText(across.text(i), x, plot.bottom() + 6);
        }
        Ticks up = Ticks.of(w.bottom(), w.top(), plot.height() / 44);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < up.count(); i++) {
            double y = sharp(plot.y(up.at(i)));
            g.setStroke(fx(look.grid()));
            g.strokeLine(plot.left(), y, plot.right(), y);
            g.setFill(fx(look.muted()));
            g.fillText(up.text(i), plot.left() - 6, y);
        }
        g.setStroke(fx(look.line()));
        double floor = sharp(plot.bottom());
        g.strokeLine(plot.left(), floor, plot.right(), floor);
        g.strokeLine(sharp(plot.left()), plot.top(), sharp(plot.left()), plot.bottom());
        names(g);
    }

    private void names(GraphicsContext g) {
        g.setFill(fx(look.muted()));
        g.setFont(Font.font("Inter", NORMAL));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        double middle = plot.left() + plot.width() / 2;
        g.fillText(model.cloud().rows().meanLabel(), middle, plot.bottom() + 40, plot.width());
        g.save();
        g.translate(0, plot.top() + plot.height() / 2);
        g.rotate(-90);
        g.setTextBaseline(VPos.TOP);
        g.fillText(model.cloud().rows().differenceLabel(), 0, 2, plot.height());
        g.restore();
    }

    private void histogram(GraphicsContext g, int[][] counts, PairRaster.Style style) {
        int[] all = new int[style.bins()];
        for (int[] group : counts) {
            Arrays.setAll(all, bin -> all[bin] + group[bin]);
        }
        int most = Math.max(1, Arrays.stream(all).max().orElse(1));
        double tall = style.binWidth() / plot.differencePerPixel();
        double gap = tall > 3 ? 1 : 0;
        double[] base = new double[style.bins()];
        java.awt.Color[] colours = PairsInk.colours(model, look);
        for (int group = 0; group < counts.length; group++) {
            g.setFill(fx(Palette.mix(look.ground(), colours[group], 0.7)));
            for (int bin = 0; bin < style.bins(); bin++) {
                double length = plot.aside() * counts[group][bin] / most;
                if (length > 0) {
                    double top = plot.y(style.binFrom() + (bin + 1) * style.binWidth());
                    g.fillRect(plot.asideLeft() + base[bin], top, length, tall - gap);
                    base[bin] += length;
                }
            }
        }
        g.setStroke(fx(look.line()));
        double x = sharp(plot.asideLeft());
        g.strokeLine(x, plot.top(), x, plot.bottom());
    }

    // ---- above ------------------------------------------------------------------------------

    /// @param hovered place of the pair pointed at, −1 for none
    void above(GraphicsContext g, int hovered, boolean focused) {
        clear(g);
        clipped(
                g,
                () -> {
                    lines(g);
                    if (hovered >= 0) {
                        ring(g, hovered);
                    }
                    model.brush().get().ifPresent(brush -> brush(g, brush));
                });
        if (focused) {
            g.setStroke(fx(Palette.REAL));
            g.setLineWidth(1.5);
            g.strokeRect(plot.left(), plot.top(), plot.width(), plot.height());
        }
    }

    private void lines(GraphicsContext g) {
        Window w = plot.window();
        g.setFont(Font.font("Inter", SMALL));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        for (Agreement.Line line : model.cloud().rows().lines()) {
            if (Double.isFinite(line.intercept()) && Double.isFinite(line.slope())) {
                double from = plot.y(line.intercept() + line.slope() * w.left());
                double to = plot.y(line.intercept() + line.slope() * w.right());
                // A pale seam, as pairs of any colour may lie behind.
                g.setLineDashes();
                g.setStroke(fx(look.ground()).deriveColor(0, 1, 1, 0.65));
                g.setLineWidth(line.strong() ? 4 : 3.4);
                g.strokeLine(plot.left(), from, plot.right(), to);
                g.setStroke(fx(look.text()));
                g.setLineWidth(line.strong() ? 1.8 : 1.2);
                if (!line.strong()) {
                    g.setLineDashes(5, 4);
                }
                g.strokeLine(plot.left(), from, plot.right(), to);
                label(g, line, to);
            }
        }
        g.setLineDashes();
    }

    /// Over a ground of its own, as pairs may lie behind.
    private void label(GraphicsContext g, Agreement.Line line, double end) {
        double wide = 6.1 * line.label().length() + 8;
        double right = plot.right() - 4;
        // Below the line where there is no room above it.
        double y = end > plot.top() && end < plot.top() + 18 ? end + 20 : end;
        g.setFill(fx(look.ground()).deriveColor(0, 1, 1, 0.78));
        g.fillRoundRect(right - wide, y - 17, wide, 15, 4, 4);
        g.setFill(fx(look.text()));
        g.fillText(line.label(), right - 4, y - 3);
    }

    private void ring(GraphicsContext g, int place) {
        PairGrid grid = model.cloud().grid();
        Jitter jitter = model.shown();
        double x = plot.x(jitter.x(grid.x(place), grid.point(place)));
        double y = plot.y(jitter.y(grid.y(place), grid.point(place)));
        g.setStroke(fx(look.ground()));
        g.setLineWidth(4);
        g.strokeOval(x - 6, y - 6, 12, 12);
        g.setStroke(fx(look.text()));
        g.setLineWidth(1.6);
        g.strokeOval(x - 6, y - 6, 12, 12);
    }

    private void brush(GraphicsContext g, Window brush) {
        double x = plot.x(brush.left());
        double y = plot.y(brush.top());
        double width = plot.x(brush.right()) - x;
        double height = plot.y(brush.bottom()) - y;
        Color colour = fx(Palette.FLAGGED);
        g.setFill(colour.deriveColor(0, 1, 1, 0.12));
        g.fillRect(x, y, width, height);
        g.setStroke(colour);
        g.setLineWidth(1.4);
        g.strokeRect(x, y, width, height);
    }

    /// The middle of a pixel, so that lines of one pixel are not smeared over two.
    private static double sharp(double at) {
        return Math.floor(at) + 0.5;
    }

    static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
