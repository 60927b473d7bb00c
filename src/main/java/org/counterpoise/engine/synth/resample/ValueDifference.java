package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;

/// The value difference metric of SMOTE-N (Stanfill and Waltz 1986; Cost and Salzberg 1993, with
/// k = 1 and r = 2): two values are near if the classes are distributed alike among the rows that
/// have them.
///
/// A feature adds `(Σ_c |P(c | a) − P(c | b)|)²`. Missing counts as a value of its own.
final class ValueDifference implements CategoryDistance {
    /// By feature, by code + 1, by class: the share of the class among the rows with that value.
    private final double[][][] shares;

    /// @param features the categories
    /// @param classes class of every training row, from 0
    /// @param classCount number of classes; with one, all values would be alike
    ValueDifference(List<Feature.Categorical> features, int[] classes, int classCount) {
        shares = new double[features.size()][][];
        for (int f = 0; f < shares.length; f++) {
            shares[f] = shares(features.get(f), classes, classCount);
        }
    }

    private static double[][] shares(Feature.Categorical feature, int[] classes, int classCount) {
        double[][] counts = new double[feature.levels().size() + 1][classCount];
        for (int row = 0; row < classes.length; row++) {
            counts[feature.codes()[row] + 1][classes[row]]++;
        }
        for (double[] count : counts) {
            double total = Arrays.stream(count).sum();
            for (int c = 0; c < classCount && total > 0; c++) {
                count[c] /= total;
            }
        }
        return counts;
    }

    @Override
    public void from(int feature, int code, double[] into) {
        double[][] values = shares[feature];
        double[] own = values[code + 1];
        for (int other = 0; other < values.length; other++) {
            double sum = 0;
            for (int c = 0; c < own.length; c++) {
                sum += Math.abs(own[c] - values[other][c]);
            }
            into[other] = sum * sum;
        }
    }
}
