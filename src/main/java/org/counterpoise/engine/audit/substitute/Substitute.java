package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rows in which a label and a more direct measure are both known.
///
/// @param label in use
/// @param direct the more direct measure
/// @param rows positions in the dataset
/// @param x values of the label
/// @param y values of the direct measure
/// @param bands of each row by its label, ascending; equal labels share a band
record Substitute(
        ColumnInfo label, ColumnInfo direct, int[] rows, double[] x, double[] y, int[] bands) {

    static Substitute of(Dataset data, ColumnInfo label, ColumnInfo direct, int count) {
        double[] a = ((Column.Numbers) data.column(label.name())).values();
        double[] b = ((Column.Numbers) data.column(direct.name())).values();
        int[] rows =
                IntStream.range(0, data.rows())
                        .filter(row -> Double.isFinite(a[row]) && Double.isFinite(b[row]))
                        .toArray();
        double[] x = Arrays.stream(rows).mapToDouble(row -> a[row]).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(row -> b[row]).toArray();
        return new Substitute(label, direct, rows, x, y, bands(x, count));
    }

    private static int[] bands(double[] x, int count) {
        int[] order = descending(x);
        int[] bands = new int[x.length];
        for (int place = order.length - 1; place >= 0; place--) {
            int below = order.length - 1 - place;
            boolean tied = below > 0 && x[order[place]] == x[order[place + 1]];
            bands[order[place]] =
                    tied ? bands[order[place + 1]] : (int) ((long) below * count / order.length);
        }
        return bands;
    }

    /// Places by falling value; ties in the order of the rows.
    private static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int n() {
        return rows.length;
    }

    /// Which rows have the highest values.
    static boolean[] top(double[] values, int count) {
        boolean[] in = new boolean[values.length];
        int[] order = descending(values);
        for (int i = 0; i < Math.min(count, order.length); i++) {
            in[order[i]] = true;
        }
        return in;
    }

    /// What the label lets expect: within each band the least-squares line of the direct measure
    /// over the label, all groups together.
    double[] expected() {
        double[] left = residuals(y);
        double[] expected = new double[y.length];
        Arrays.setAll(expected, i -> y[i] - left[i]);
        return expected;
    }

    /// What a line over the label in each band leaves.
    double[] residuals(double[] values) {
        int count = 0;
        for (int band : bands) {
            count = Math.max(count, band + 1);
        }
        double[] n = new double[count];
        double[] mx = new double[count];
        double[] mv = new double[count];
        for (int i = 0; i < values.length; i++) {
            int b = bands[i];
            n[b]++;
            mx[b] += (x[i] - mx[b]) / n[b];
            mv[b] += (values[i] - mv[b]) / n[b];
        }
        double[] sxx = new double[count];
        double[] sxv = new double[count];
        for (int i = 0; i < values.length; i++) {
            int b = bands[i];
            double dx = x[i] - mx[b];
            sxx[b] += dx * dx;
            sxv[b] += dx * (values[i] - mv[b]);
        }
        double[] left = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int b = bands[i];
            double slope = sxx[b] > 0 ? sxv[b] / sxx[b] : 0;
            left[i] = values[i] - mv[b] - slope * (x[i] - mx[b]);
        }
        return left;
    }
}
