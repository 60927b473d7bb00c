package org.counterpoise.engine.stats;

import java.util.Arrays;

/// How unequally records are spread over choices.
///
/// @param sorted records per choice, descending; only choices that occur
public record Concentration(long[] sorted) {

    /// @param counts records per choice; zeros are left out
    public static Concentration of(long[] counts) {
        long[] ascending = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
        long[] descending = new long[ascending.length];
        Arrays.setAll(descending, i -> ascending[ascending.length - 1 - i]);
        return new Concentration(descending);
    }

    /// How many choices occur.
    public int choices() {
        return sorted.length;
    }

    public long records() {
        return Arrays.stream(sorted).sum();
    }

    /// Share of records, 0 to 1, that the most popular `share` (0 to 1) of choices make, with the
    /// choice on the border counted in part; NaN without choices.
    public double recordsOfTop(double share) {
        double wanted = share * choices();
        double sum = 0;
        for (int i = 0; i < sorted.length && i < wanted; i++) {
            sum += sorted[i] * Math.min(1, wanted - i);
        }
        return sum / records();
    }

    /// How many of the most popular choices it takes to make at least this share (0 to 1) of
    /// records.
    public int choicesFor(double share) {
        double wanted = share * records();
        long sum = 0;
        int i = 0;
        while (i < sorted.length && sum < wanted * (1 - 1e-12)) {
            sum += sorted[i++];
        }
        return i;
    }

    /// The Gini coefficient, 0 (all alike) to 1 − 1/choices; `Σ (2i − k − 1) xᵢ / (k Σ xᵢ)` over
    /// ascending xᵢ (Gini 1912); NaN without choices.
    public double gini() {
        int k = sorted.length;
        double weighted = 0;
        for (int i = 1; i <= k; i++) {
            weighted += (2.0 * i - k - 1) * sorted[k - i];
        }
        return weighted / ((double) k * records());
    }

    /// How many equally popular choices would be as diverse: the exponential of Shannon's entropy
    /// (Hill 1973, doi:10.2307/1934352); NaN without choices.
    public double effectiveNumber() {
        double n = records();
        double entropy = 0;
        for (long count : sorted) {
            entropy -= count / n * Math.log(count / n);
        }
        return sorted.length == 0 ? Double.NaN : Math.exp(entropy);
    }

    /// Chance that two records drawn with replacement have the same choice, `Σ pᵢ²` (Simpson 1949,
    /// doi:10.1038/163688a0); NaN without choices.
    public double simpson() {
        double n = records();
        double sum = 0;
        for (long count : sorted) {
            sum += count / n * (count / n);
        }
        return sorted.length == 0 ? Double.NaN : sum;
    }

    /// The Lorenz curve: share of records (0 to 1) of the least popular 0, 1, … choices, as long as
    /// there are choices plus one.
    public double[] lorenz() {
        double[] curve = new double[sorted.length + 1];
        for (int i = 1; i < curve.length; i++) {
            curve[i] = curve[i - 1] + sorted[sorted.length - i];
        }
        double n = records();
        return Arrays.stream(curve).map(sum -> sum / n).toArray();
    }
}
