package org.counterpoise.engine.synth.copula.vine;

import org.counterpoise.engine.stats.Normal;

import java.util.Arrays;

/// Pairs of numbers, as normal scores and as ranks from 0 to 1.
record PairSample(double[] x, double[] y, double[] u, double[] v) {
    /// Ranks are kept this far from 0 and 1, where densities are infinite.
    static final double EDGE = 1e-12;

    static PairSample of(double[] x, double[] y) {
        return new PairSample(x, y, ranks(x), ranks(y));
    }

    private static double[] ranks(double[] scores) {
        return Arrays.stream(scores).map(PairSample::rank).toArray();
    }

    /// The rank of a normal score.
    static double rank(double score) {
        return Math.clamp(Normal.below(score), EDGE, 1 - EDGE);
    }

    /// The normal score of a rank.
    static double score(double rank) {
        return Normal.quantile(Math.clamp(rank, EDGE, 1 - EDGE));
    }

    /// With high and low exchanged in one or both numbers.
    PairSample flipped(boolean first, boolean second) {
        return new PairSample(
                first ? negative(x) : x,
                second ? negative(y) : y,
                first ? rest(u) : u,
                second ? rest(v) : v);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] rest(double[] values) {
        return Arrays.stream(values).map(value -> 1 - value).toArray();
    }

    /// Pearson's correlation of the normal scores.
    double correlation() {
        return correlation(x, y);
    }

    static double correlation(double[] x, double[] y) {
        double n = x.length;
        double sumX = 0;
        double sumY = 0;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int row = 0; row < x.length; row++) {
            sumX += x[row];
            sumY += y[row];
            squaresX += x[row] * x[row];
            squaresY += y[row] * y[row];
            products += x[row] * y[row];
        }
        double varianceX = squaresX - sumX * sumX / n;
        double varianceY = squaresY - sumY * sumY / n;
        return varianceX > 1e-9 * n && varianceY > 1e-9 * n
                ? (products - sumX * sumY / n) / Math.sqrt(varianceX * varianceY)
                : 0;
    }
}
