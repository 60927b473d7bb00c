package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;

/// A column as trees split on it: a small number per row.
///
/// Numbers are cut into at most 255 bins of about equal counts, one per value if there are no more;
/// missing values have bin 0, below all others. Categories keep their codes, one up.
///
/// @param bins per training row
/// @param count bins in all, empty ones too
/// @param nominal whether the order of the bins means nothing
/// @param edges the largest value of each bin but the last, from bin 1 on; empty for categories
record Predictor(char[] bins, int count, boolean nominal, double[] edges) {
    private static final int MOST_BINS = 255;
    private static final double[] NO_EDGES = {};

    static Predictor of(Feature feature) {
        return switch (feature) {
            case Feature.Categorical category -> {
                char[] bins = new char[category.codes().length];
                for (int row = 0; row < bins.length; row++) {
                    bins[row] = (char) Math.min(category.codes()[row] + 1, Character.MAX_VALUE);
                }
                int count = Math.min(category.levels().size() + 1, Character.MAX_VALUE + 1);
                yield new Predictor(bins, count, true, NO_EDGES);
            }
            case Feature.Continuous number -> {
                double[] edges = edges(number.values());
                char[] bins = new char[number.values().length];
                for (int row = 0; row < bins.length; row++) {
                    bins[row] = bin(number.values()[row], edges);
                }
                yield new Predictor(bins, edges.length + 2, false, edges);
            }
        };
    }

    /// The bin of a drawn value or code.
    char bin(double value) {
        if (!nominal) {
            return bin(value, edges);
        }
        return Double.isNaN(value) ? 0 : (char) Math.min((int) value + 1, Character.MAX_VALUE);
    }

    private static char bin(double value, double[] edges) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (char) (low + 1);
    }

    private static double[] edges(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return NO_EDGES;
        }
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] edges = distinct;
        if (distinct.length > MOST_BINS) {
            double[] quantiles = new double[MOST_BINS];
            for (int bin = 0; bin < MOST_BINS; bin++) {
                quantiles[bin] = sorted[(int) ((bin + 1L) * sorted.length / MOST_BINS) - 1];
            }
            edges = Arrays.stream(quantiles).distinct().toArray();
        }
        return Arrays.copyOf(edges, edges.length - 1);
    }
}
