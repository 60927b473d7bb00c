package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.finding.Figure.Agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Pairs too many for a dot each, counted in small rectangles by group: fine enough for a page in
/// print, few enough for a file of vectors.
public final class PairDensity {
    private static final int ACROSS = 160;
    private static final int UP = 110;

    /// The margin around points and lines, as a share of their range.
    private static final double MARGIN = 0.05;

    private final double[] window;
    private final double width;
    private final double height;
    private final int[][] counts;

    /// @param window least and largest mean, least and largest difference; others are left out
    /// @param groups how many there are, at least 1
    public PairDensity(double[] window, int groups) {
        this.window = window.clone();
        this.width = (window[1] - window[0]) / ACROSS;
        this.height = (window[3] - window[2]) / UP;
        this.counts = new int[groups][ACROSS * UP];
    }

    public void add(double mean, double difference, int group) {
        if (mean >= window[0]
                && mean <= window[1]
                && difference >= window[2]
                && difference <= window[3]) {
            int column = Math.min(ACROSS - 1, (int) ((mean - window[0]) / width));
            int row = Math.min(UP - 1, (int) ((difference - window[2]) / height));
            counts[group][row * ACROSS + column]++;
        }
    }

    /// All that was added, as a figure.
    ///
    /// @param names of the groups; one that is empty if there are none
    public Agreement figure(
            String title,
            String summary,
            String xLabel,
            String yLabel,
            List<Agreement.Line> lines,
            List<String> names) {
        int filled = 0;
        for (int[] group : counts) {
            filled += (int) Arrays.stream(group).filter(count -> count > 0).count();
        }
        double[] x = new double[filled];
        double[] y = new double[filled];
        int[] pairs = new int[filled];
        int[] groups = new int[filled];
        int at = 0;
        for (int g = 0; g < counts.length; g++) {
            for (int cell = 0; cell < ACROSS * UP; cell++) {
                if (counts[g][cell] > 0) {
                    int column = cell % ACROSS;
                    int row = cell / ACROSS;
                    x[at] = window[0] + (column + 0.5) * width;
                    y[at] = window[2] + (row + 0.5) * height;
                    pairs[at] = counts[g][cell];
                    groups[at++] = g;
                }
            }
        }
        return new Agreement(
                title,
                summary,
                xLabel,
                yLabel,
                x,
                y,
                lines,
                Optional.of(
                        new Agreement.Crowd(
                                pairs, width, height, groups, new ArrayList<>(names), window)));
    }

    /// Least and largest mean, least and largest difference that hold all points and, where there
    /// are points, all lines and their intervals, with a margin.
    ///
    /// @param points least and largest mean, least and largest difference
    public static double[] around(double[] points, List<Agreement.Line> lines) {
        double low = points[2];
        double high = points[3];
        for (Agreement.Line line : lines) {
            double atLeft = line.intercept() + line.slope() * points[0];
            double atRight = line.intercept() + line.slope() * points[1];
            for (double value : new double[] {atLeft, atRight, line.lower(), line.upper()}) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        double across = margin(points[0], points[1]);
        double up = margin(low, high);
        return new double[] {points[0] - across, points[1] + across, low - up, high + up};
    }

    private static double margin(double low, double high) {
        return high > low ? (high - low) * MARGIN : Math.max(Math.abs(high) * 0.1, 0.01);
    }
}
