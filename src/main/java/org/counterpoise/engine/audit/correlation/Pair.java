package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.Correlation;
import org.counterpoise.engine.stats.DistanceCorrelation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was measured of two columns of numbers.
///
/// @param x first, NaN where missing or infinite
/// @param y second
/// @param distance of a sample
/// @param stratified by each column that stratifies, then with confounders held
/// @param outlier row whose leaving out changes Pearson's correlation most, -1 for none
/// @param without Pearson's correlation without it
record Pair(
        ColumnInfo first,
        ColumnInfo second,
        double[] x,
        double[] y,
        Correlation pearson,
        Correlation spearman,
        Correlation kendall,
        Optional<DistanceCorrelation> distance,
        List<Stratified> stratified,
        int outlier,
        double without) {

    static Pair of(
            ColumnInfo first,
            ColumnInfo second,
            double[] x,
            double[] y,
            int distanceRows,
            List<Stratified> stratified) {
        int outlier = mostInfluential(x, y);
        return new Pair(
                first,
                second,
                x,
                y,
                Correlation.pearson(x, y),
                Correlation.spearman(x, y),
                Correlation.kendall(x, y),
                distance(x, y, distanceRows),
                List.copyOf(stratified),
                outlier,
                outlier < 0 ? Double.NaN : without(x, y, outlier));
    }

    private static Optional<DistanceCorrelation> distance(double[] x, double[] y, int most) {
        // Rows are in random order already, so the first ones are a sample.
        int[] rows =
                IntStream.range(0, x.length)
                        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                        .limit(most)
                        .toArray();
        return rows.length < 4
                ? Optional.empty()
                : Optional.of(
                        DistanceCorrelation.of(
                                Correlation.midranks(at(x, rows)),
                                Correlation.midranks(at(y, rows))));
    }

    private static double[] at(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /// The row with the largest absolute product of standard scores less the correlation's share
    /// of their squares: the empirical influence function of Pearson's correlation (Devlin,
    /// Gnanadesikan and Kettenring 1975, doi:10.1093/biomet/62.3.531).
    private static int mostInfluential(double[] x, double[] y) {
        double r = Association.pearson(x, y);
        double[] centreX = moments(x, y);
        double[] centreY = moments(y, x);
        int most = -1;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double a = (x[i] - centreX[0]) / centreX[1];
            double b = (y[i] - centreY[0]) / centreY[1];
            double influence = Math.abs(a * b - r * (a * a + b * b) / 2);
            if (influence > largest) {
                largest = influence;
                most = i;
            }
        }
        return most;
    }

    /// Mean and standard deviation of the rows with both.
    private static double[] moments(double[] values, double[] others) {
        int n = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(others[i])) {
                n++;
                double delta = values[i] - mean;
                mean += delta / n;
                squares += delta * (values[i] - mean);
            }
        }
        return new double[] {mean, Math.sqrt(squares / n)};
    }

    private static double without(double[] x, double[] y, int row) {
        double[] rest = x.clone();
        rest[row] = Double.NaN;
        return Association.pearson(rest, y);
    }

    String title() {
        return first.title() + " and " + second.title();
    }

    /// Name in metrics.
    String key() {
        return first.name() + "," + second.name();
    }
}
