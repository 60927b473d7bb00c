package org.counterpoise.figure;

import org.counterpoise.engine.finding.Figure.Structures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.Arrays;

/// Molecules as structures, up to four side by side, all on one scale.
final class StructuresChart {
    private static final int ACROSS = 4;
    private static final int CELL = 120;

    private StructuresChart() {}

    static JFreeChart chart(Structures figure, Look look) {
        return HouseTheme.chart(
                new StructuresPlot(figure, look), new LegendItemCollection(), "", look);
    }

    private static int lines(Structures figure) {
        return Math.max(1, (figure.structures().size() + ACROSS - 1) / ACROSS);
    }

    static int height(Structures figure) {
        return 30 + CELL * lines(figure);
    }

    /// Draws bonds as lines and atoms other than carbon by their symbols.
    private static final class StructuresPlot extends Plot {
        @Serial private static final long serialVersionUID = 1;

        private static final double CAPTION = 16;
        private static final double MARGIN = 12;

        /// No bond is drawn longer than this, so that small rings do not fill their cell.
        private static final double LONGEST = 24;

        /// Distance of the lines of a double bond, as a share of a bond.
        private static final double APART = 0.16;

        private static final double BOND = 1.5;

        /// Between a symbol and its bond.
        private static final double CLEAR = 1.5;

        /// Of a bond, so that something of it is seen.
        private static final double MOST_FREE = 0.7;

        private final transient Structures figure;
        private final Look look;

        StructuresPlot(Structures figure, Look look) {
            this.figure = figure;
            this.look = look;
        }

        @Override
        public String getPlotType() {
            return "structures";
        }

        @Override
        public void draw(
                Graphics2D g2,
                Rectangle2D area,
                Point2D anchor,
                PlotState parent,
                PlotRenderingInfo info) {
            double width = area.getWidth() / Math.clamp(figure.structures().size(), 1, ACROSS);
            double height = area.getHeight() / lines(figure);
            for (int i = 0; i < figure.structures().size(); i++) {
                one(
                        g2,
                        figure.structures().get(i),
                        new Rectangle2D.Double(
                                area.getX() + i % ACROSS * width,
                                area.getY() + Math.floorDiv(i, ACROSS) * height,
                                width,
                                height));
            }
        }

        private void one(Graphics2D g2, Structures.Structure structure, Rectangle2D cell) {
            double left = Arrays.stream(structure.x()).min().orElse(0);
            double right = Arrays.stream(structure.x()).max().orElse(0);
            double low = Arrays.stream(structure.y()).min().orElse(0);
            double high = Arrays.stream(structure.y()).max().orElse(0);
            double wide = cell.getWidth() - 2 * MARGIN;
            double tall = cell.getHeight() - 2 * MARGIN - CAPTION;
            double scale =
                    Math.min(
                            LONGEST / BOND,
                            Math.min(
                                    wide / Math.max(right - left, BOND),
                                    tall / Math.max(high - low, BOND)));
            double middleX = cell.getCenterX() - scale * (left + right) / 2;
            double middleY = cell.getY() + MARGIN + tall / 2 + scale * (low + high) / 2;
            double[] x = Arrays.stream(structure.x()).map(v -> middleX + scale * v).toArray();
            double[] y = Arrays.stream(structure.y()).map(v -> middleY - scale * v).toArray();
            g2.setPaint(look.text());
            g2.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Font font = HouseTheme.small();
            g2.setFont(font);
            for (int[] bond : structure.bonds()) {
                bond(g2, structure, bond, x, y, APART * BOND * scale);
            }
            for (int atom = 0; atom < x.length; atom++) {
                centred(g2, structure.labels().get(atom), x[atom], y[atom] + font.getSize2D() / 3);
            }
            g2.setPaint(look.muted());
            String caption = TextFit.elide(structure.caption(), font, cell.getWidth() - MARGIN);
            centred(g2, caption, cell.getCenterX(), cell.getMaxY() - 4);
        }

        private static void centred(Graphics2D g2, String text, double x, double y) {
            FontMetrics metrics = g2.getFontMetrics();
            g2.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) y);
        }

        private static void bond(
                Graphics2D g2,
                Structures.Structure structure,
                int[] bond,
                double[] x,
                double[] y,
                double apart) {
            double dx = x[bond[1]] - x[bond[0]];
            double dy = y[bond[1]] - y[bond[0]];
            double length = Math.hypot(dx, dy);
            double fromGap = gap(g2, structure.labels().get(bond[0]), dx, dy);
            double toGap = gap(g2, structure.labels().get(bond[1]), dx, dy);
            for (int line = 0; line < bond[2]; line++) {
                double aside = (line - (bond[2] - 1) / 2.0) * apart;
                double sideX = -dy / length * aside;
                double sideY = dx / length * aside;
                g2.draw(
                        new Line2D.Double(
                                x[bond[0]] + dx * fromGap + sideX,
                                y[bond[0]] + dy * fromGap + sideY,
                                x[bond[1]] - dx * toGap + sideX,
                                y[bond[1]] - dy * toGap + sideY));
            }
        }

        /// The share of a bond that is left free for the symbol at its end: up to where the bond
        /// leaves the box around the symbol.
        private static double gap(Graphics2D g2, String label, double dx, double dy) {
            if (label.isEmpty()) {
                return 0;
            }
            double wide = g2.getFontMetrics().stringWidth(label) / 2.0 + CLEAR;
            double tall = g2.getFont().getSize2D() / 2 + CLEAR;
            return Math.min(MOST_FREE, Math.min(wide / Math.abs(dx), tall / Math.abs(dy)));
        }
    }
}
