package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.stream.IntStream;

/// The rows in which two columns are both measured, on the scale on which they are compared.
///
/// @param first what is measured
/// @param second what it is held against
/// @param ratio whether the scale is logarithmic
/// @param rows positions of the pairs
/// @param a values of the first, or their logarithms
/// @param b values of the second
/// @param unusable pairs left out of a logarithmic scale, as one of the two is not above 0
record Pairs(
        ColumnInfo first,
        ColumnInfo second,
        boolean ratio,
        int[] rows,
        double[] a,
        double[] b,
        int unusable) {

    static Pairs of(Dataset data, ColumnInfo first, ColumnInfo second, boolean ratio) {
        double[] x = ((Column.Numbers) data.column(first.name())).values();
        double[] y = ((Column.Numbers) data.column(second.name())).values();
        int[] both =
                IntStream.range(0, data.rows())
                        .filter(row -> Double.isFinite(x[row]) && Double.isFinite(y[row]))
                        .toArray();
        int[] rows = IntStream.of(both).filter(row -> !ratio || x[row] > 0 && y[row] > 0).toArray();
        return new Pairs(
                first,
                second,
                ratio,
                rows,
                values(x, rows, ratio),
                values(y, rows, ratio),
                both.length - rows.length);
    }

    private static double[] values(double[] all, int[] rows, boolean ratio) {
        return IntStream.of(rows)
                .mapToDouble(row -> ratio ? Math.log(all[row]) : all[row])
                .toArray();
    }

    int n() {
        return rows.length;
    }

    double[] differences() {
        return IntStream.range(0, n()).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    double[] means() {
        return IntStream.range(0, n()).mapToDouble(i -> (a[i] + b[i]) / 2).toArray();
    }

    /// The pairs of some rows.
    ///
    /// @param kept by position of a row in the dataset
    Pairs within(boolean[] kept) {
        int[] places = IntStream.range(0, n()).filter(i -> kept[rows[i]]).toArray();
        return new Pairs(
                first,
                second,
                ratio,
                IntStream.of(places).map(i -> rows[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> a[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> b[i]).toArray(),
                0);
    }

    /// As it is told: a difference, or a ratio as a change in per cent.
    double told(double difference) {
        return ratio ? 100 * Math.expm1(difference) : difference;
    }

    /// The unit of what is told, with a blank before it; empty if there is none.
    String unit() {
        return ratio ? " %" : first.unit().isEmpty() ? "" : " " + first.unit();
    }

    /// "wright − mini", or "wright / mini".
    String title() {
        return first.title() + (ratio ? " / " : " − ") + second.title();
    }
}
