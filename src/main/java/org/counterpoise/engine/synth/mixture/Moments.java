package org.counterpoise.engine.synth.mixture;

/// What a mixture is learned from: sums over rows, each row weighted by its share in a component.
///
/// Sums of parts of the rows are added in the order of the parts, so that the result does not
/// depend on threads.
final class Moments {
    /// Rows' worth of the whole table's shares that every component's shares are drawn towards.
    private static final double PRIOR = 1;

    private final double[] rows;
    private final double[][] first;
    private final double[][][] second;
    private final double[][][] counts;
    private double logLikelihood;

    Moments(int components, int numbers, int[] levels) {
        rows = new double[components];
        first = new double[components][numbers];
        second = new double[components][numbers][numbers];
        counts = new double[components][levels.length][];
        for (double[][] component : counts) {
            for (int c = 0; c < levels.length; c++) {
                component[c] = new double[levels[c]];
            }
        }
    }

    double[] first(int component) {
        return first[component];
    }

    /// Sums of products; only `[i][j]` with j at most i.
    double[][] second(int component) {
        return second[component];
    }

    double[] counts(int component, int category) {
        return counts[component][category];
    }

    void addRows(int component, double sum) {
        rows[component] += sum;
    }

    void addLogLikelihood(double sum) {
        logLikelihood += sum;
    }

    /// Of all rows together, natural logarithm.
    double logLikelihood() {
        return logLikelihood;
    }

    void add(Moments other) {
        logLikelihood += other.logLikelihood;
        add(rows, other.rows);
        for (int k = 0; k < rows.length; k++) {
            add(first[k], other.first[k]);
            for (int i = 0; i < second[k].length; i++) {
                add(second[k][i], other.second[k][i]);
            }
            for (int c = 0; c < counts[k].length; c++) {
                add(counts[k][c], other.counts[k][c]);
            }
        }
    }

    private static void add(double[] sum, double[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }

    /// The parameters that make the weighted rows likeliest, with variances of at least that of
    /// rounding, no correlation from less than a row, and shares of categories drawn a little
    /// towards the whole table's.
    Mixture maximise(MixtureTable table, boolean full) {
        int components = rows.length;
        double all = 0;
        for (double sum : rows) {
            all += sum;
        }
        double[] weights = new double[components];
        double[][] means = new double[components][];
        double[][][] covariances = new double[components][][];
        double[][][] shares = new double[components][counts[0].length][];
        for (int k = 0; k < components; k++) {
            double n = Math.max(rows[k], 1e-10);
            weights[k] = n / all;
            means[k] = first[k].clone();
            for (int i = 0; i < means[k].length; i++) {
                means[k][i] /= n;
            }
            covariances[k] = covariance(k, n, means[k], table, full);
            for (int c = 0; c < counts[k].length; c++) {
                shares[k][c] = shares(k, c, all);
            }
        }
        return new Mixture(weights, means, covariances, shares);
    }

    private double[][] covariance(
            int k, double n, double[] mean, MixtureTable table, boolean full) {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; full && n > 1 && j < i; j++) {
                covariance[i][j] = second[k][i][j] / n - mean[i] * mean[j];
                covariance[j][i] = covariance[i][j];
            }
            double floor = table.scales().get(i).variance();
            covariance[i][i] = Math.max(0, second[k][i][i] / n - mean[i] * mean[i]) + floor;
        }
        return covariance;
    }

    /// None is 0, also of a level that no row of the sample has: others may have it.
    private double[] shares(int k, int category, double all) {
        double[] share = new double[counts[k][category].length];
        double own = 0;
        for (double count : counts[k][category]) {
            own += count;
        }
        for (int level = 0; level < share.length; level++) {
            double whole = 0;
            for (double[][] component : counts) {
                whole += component[category][level];
            }
            double usual = (whole + 1.0 / share.length) / (all + 1);
            share[level] = (counts[k][category][level] + PRIOR * usual) / (own + PRIOR);
        }
        return share;
    }
}
