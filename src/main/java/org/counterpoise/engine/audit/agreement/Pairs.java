package org.counterpoise.engine.audit.agreement;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows in which two columns are both measured, on the scale on which they are compared.
///
/// @param first what is measured
/// @param second what it is held against
/// @param ratio whether the scale is logarithmic
/// @param rows positions of the pairs
/// @param a values of the first, or their logarithms
/// @param b values of the second
/// @param subject of each pair, 0 to `subjects` − 1
/// @param unusable pairs left out of a logarithmic scale, as one of the two is not above 0
record Pairs(
        ColumnInfo first,
        ColumnInfo second,
        boolean ratio,
        int[] rows,
        double[] a,
        double[] b,
        int[] subject,
        int subjects,
        int unusable) {

    /// @param subjects of each row of the dataset; rows with −1 are of nobody else
    static Pairs of(
            Dataset data, ColumnInfo first, ColumnInfo second, boolean ratio, int[] subjects) {
        double[] x = ((Column.Numbers) data.column(first.name())).values();
        double[] y = ((Column.Numbers) data.column(second.name())).values();
        int[] both =
                IntStream.range(0, data.rows())
                        .filter(row -> Double.isFinite(x[row]) && Double.isFinite(y[row]))
                        .toArray();
        int[] rows = IntStream.of(both).filter(row -> !ratio || x[row] > 0 && y[row] > 0).toArray();
        int[] subject = numbered(IntStream.of(rows).map(row -> subjects[row]).toArray());
        return new Pairs(
                first,
                second,
                ratio,
                rows,
                values(x, rows, ratio),
                values(y, rows, ratio),
                subject,
                count(subject),
                both.length - rows.length);
    }

    /// Codes numbered anew without gaps, in the order in which they occur; each −1 is another.
    private static int[] numbered(int[] codes) {
        int[] numbers = new int[1 + Math.max(0, IntStream.of(codes).max().orElse(0))];
        Arrays.fill(numbers, -1);
        int next = 0;
        int[] numbered = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < 0) {
                numbered[i] = next++;
            } else {
                if (numbers[codes[i]] < 0) {
                    numbers[codes[i]] = next++;
                }
                numbered[i] = numbers[codes[i]];
            }
        }
        return numbered;
    }

    private static int count(int[] numbered) {
        return 1 + IntStream.of(numbered).max().orElse(-1);
    }

    private static double[] values(double[] all, int[] rows, boolean ratio) {
        return IntStream.of(rows)
                .mapToDouble(row -> ratio ? Math.log(all[row]) : all[row])
                .toArray();
    }

    int n() {
        return rows.length;
    }

    /// Whether some subject has several pairs.
    boolean repeated() {
        return subjects < n();
    }

    /// One pair for each subject, of its means, at the place of its first.
    Pairs bySubject() {
        if (!repeated()) {
            return this;
        }
        double[] counts = new double[subjects];
        double[] x = new double[subjects];
        double[] y = new double[subjects];
        int[] firstRows = new int[subjects];
        for (int i = n() - 1; i >= 0; i--) {
            counts[subject[i]]++;
            x[subject[i]] += a[i];
            y[subject[i]] += b[i];
            firstRows[subject[i]] = rows[i];
        }
        Arrays.setAll(x, s -> x[s] / counts[s]);
        Arrays.setAll(y, s -> y[s] / counts[s]);
        return new Pairs(
                first,
                second,
                ratio,
                firstRows,
                x,
                y,
                IntStream.range(0, subjects).toArray(),
                subjects,
                0);
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
        int[] own = numbered(IntStream.of(places).map(i -> subject[i]).toArray());
        return new Pairs(
                first,
                second,
                ratio,
                IntStream.of(places).map(i -> rows[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> a[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> b[i]).toArray(),
                own,
                count(own),
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

    /// What a mean is, with its unit.
    String meanLabel() {
        return ratio
                ? "mean of logarithms"
                : "mean of both" + (first.unit().isEmpty() ? "" : " (" + first.unit() + ")");
    }

    /// What a difference is, with its unit.
    String differenceLabel() {
        return ratio
                ? "log " + title()
                : title() + (first.unit().isEmpty() ? "" : " (" + first.unit() + ")");
    }
}
