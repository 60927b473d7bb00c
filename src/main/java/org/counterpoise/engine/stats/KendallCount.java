package org.counterpoise.engine.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Counts the pairs that two columns order alike.
final class KendallCount {
    private KendallCount() {}

    /// τ-b of the rows in which both are present; p as SciPy's asymptotic one.
    static Correlation of(double[] x, double[] y) {
        Integer[] rows =
                IntStream.range(0, x.length)
                        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(i -> x[i])
                                        .thenComparingDouble(i -> y[i]))
                        .toArray(Integer[]::new);
        int n = rows.length;
        double[] sorted = new double[n];
        Ties inX = new Ties();
        Ties inBoth = new Ties();
        int runX = 1;
        int runBoth = 1;
        for (int i = 0; i < n; i++) {
            sorted[i] = y[rows[i]];
            boolean sameX = i > 0 && x[rows[i]] == x[rows[i - 1]];
            boolean same = sameX && y[rows[i]] == y[rows[i - 1]];
            if (i > 0) {
                runX = run(inX, runX, sameX);
                runBoth = run(inBoth, runBoth, same);
            }
        }
        inX.add(runX);
        inBoth.add(runBoth);
        double discordant = inversions(sorted, new double[n], 0, n);
        Ties inY = new Ties();
        int runY = 1;
        for (int i = 1; i < n; i++) {
            runY = run(inY, runY, sorted[i] == sorted[i - 1]);
        }
        inY.add(runY);
        double pairs = n * (n - 1.0) / 2;
        double score = pairs - inX.pairs - inY.pairs + inBoth.pairs - 2 * discordant;
        double tau = score / Math.sqrt((pairs - inX.pairs) * (pairs - inY.pairs));
        double m = n * (n - 1.0);
        double variance =
                (m * (2.0 * n + 5) - inX.spread - inY.spread) / 18
                        + 2 * inX.pairs * inY.pairs / m
                        + inX.triples * inY.triples / (9 * m * (n - 2));
        return new Correlation(
                n < 2 ? Double.NaN : Math.clamp(tau, -1, 1),
                n,
                Correlation.positive(0.437 / (n - 4), n - 4L),
                n < 3 || Double.isNaN(tau)
                        ? Double.NaN
                        : Normal.twoSided(score / Math.sqrt(variance)),
                "Fieller–Hartley–Pearson");
    }

    private static int run(Ties ties, int length, boolean goesOn) {
        if (goesOn) {
            return length + 1;
        }
        ties.add(length);
        return 1;
    }

    /// Sums over runs of equal values.
    private static final class Ties {
        private double pairs;
        private double triples;
        private double spread;

        void add(double t) {
            pairs += t * (t - 1) / 2;
            triples += t * (t - 1) * (t - 2);
            spread += t * (t - 1) * (2 * t + 5);
        }
    }

    /// Sorts a part and counts the pairs that were in the wrong order.
    private static double inversions(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count =
                inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        int i = from;
        int j = middle;
        for (int k = from; k < to; k++) {
            if (j == to || (i < middle && spare[i] <= spare[j])) {
                values[k] = spare[i++];
            } else {
                values[k] = spare[j++];
                count += middle - i;
            }
        }
        return count;
    }
}
