package org.counterpoise.engine.stats;

/// How well the cells of one table reproduce those of another, by the measures of synthpop
/// (Raab, Nowok and Dibben 2021, arXiv:2109.12717).
///
/// With o and s the counts of a cell in the observed and the synthetic table and c the synthetic
/// share of all rows, s is compared with o·c/(1 − c). Cells empty in both tables do not count.
///
/// @param rows rows of both tables
/// @param degreesOfFreedom cells − 1
/// @param voasWilliamson Σ (s − o·c/(1−c))² / ((s + o)·c), χ² under a correct synthesis
/// @param freemanTukey 4 Σ (√s − √(o·c/(1−c)))²
/// @param jensenShannon divergence in bits, 0 to 1
/// @param absoluteDifference Σ |share − share|, 0 to 2
/// @param weightedDifference √(π/2) · Σ |s − o·c/(1−c)| over the root of the mean of both
/// @param bhattacharyya √(1 − Σ √(share·share)), 0 to 1
/// @param pmse propensity mean squared error of the saturated model, 0 to c(1 − c)
public record TableUtility(
        long rows,
        int degreesOfFreedom,
        double voasWilliamson,
        double freemanTukey,
        double jensenShannon,
        double absoluteDifference,
        double weightedDifference,
        double bhattacharyya,
        double pmse) {

    /// Compares the counts of the same cells.
    ///
    /// @return NaN throughout if either table is empty
    public static TableUtility of(long[] observed, long[] synthetic) {
        double n = sum(observed);
        double m = sum(synthetic);
        double c = m / (n + m);
        double voasWilliamson = 0;
        double freemanTukey = 0;
        double weighted = 0;
        int cells = 0;
        for (int i = 0; i < observed.length; i++) {
            if (observed[i] + synthetic[i] > 0) {
                double expected = observed[i] * m / n;
                double difference = synthetic[i] - expected;
                double roots = Math.sqrt(synthetic[i]) - Math.sqrt(expected);
                voasWilliamson += difference * difference / ((observed[i] + synthetic[i]) * c);
                freemanTukey += 4 * roots * roots;
                weighted += Math.abs(difference) / Math.sqrt((expected + synthetic[i]) / 2);
                cells++;
            }
        }
        double[] p = Distances.shares(observed);
        double[] q = Distances.shares(synthetic);
        return new TableUtility(
                (long) (n + m),
                Math.max(0, cells - 1),
                voasWilliamson,
                freemanTukey,
                Distances.jensenShannonDivergence(p, q),
                2 * Distances.totalVariation(p, q),
                weighted * Math.sqrt(Math.PI / 2),
                Distances.hellinger(p, q),
                voasWilliamson * c * (1 - c) * (1 - c) / (n + m));
    }

    /// Compares two contingency tables of the same columns.
    public static TableUtility of(CrossTable observed, CrossTable synthetic) {
        int size = observed.keys().length + synthetic.keys().length;
        long[] o = new long[size];
        long[] s = new long[size];
        int i = 0;
        int j = 0;
        int cells = 0;
        while (i < observed.keys().length || j < synthetic.keys().length) {
            long here = i < observed.keys().length ? observed.keys()[i] : Long.MAX_VALUE;
            long there = j < synthetic.keys().length ? synthetic.keys()[j] : Long.MAX_VALUE;
            o[cells] = here <= there ? observed.counts()[i++] : 0;
            s[cells++] = there <= here ? synthetic.counts()[j++] : 0;
        }
        return of(o, s);
    }

    /// The statistic over its expectation under a correct synthesis: 1 if nothing but chance
    /// differs. NaN with a single cell.
    public double standardised() {
        return degreesOfFreedom == 0 ? Double.NaN : voasWilliamson / degreesOfFreedom;
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
