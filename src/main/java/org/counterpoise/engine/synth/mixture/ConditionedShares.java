package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.synth.CellTest;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A mixture on condition that categories have certain levels: components by Bayes' rule, and
/// within one the shares of the levels that are left.
final class ConditionedShares {
    private final double[] components;
    private final double[][][] codes;
    private final double[][][] factors;

    private ConditionedShares(double[] components, double[][][] codes, double[][][] factors) {
        this.components = components;
        this.codes = codes;
        this.factors = factors;
    }

    /// @param test what is asked of the columns; what it asks of numbers is left to rejection
    static ConditionedShares of(Mixture mixture, List<Feature> features, CellTest test) {
        double[] weights = mixture.weights().clone();
        double[][][] codes = new double[weights.length][][];
        double[][][] factors = new double[weights.length][][];
        int[] all = IntStream.range(0, mixture.numbers()).toArray();
        int[] categories =
                IntStream.range(0, features.size())
                        .filter(column -> features.get(column) instanceof Feature.Categorical)
                        .toArray();
        for (int k = 0; k < weights.length; k++) {
            factors[k] = Mixture.cholesky(mixture.covariances()[k], all);
            codes[k] = new double[mixture.shares()[k].length][];
            for (int c = 0; c < codes[k].length; c++) {
                double[] left = mixture.shares()[k][c].clone();
                for (int code = 0; c < categories.length && code < left.length; code++) {
                    double value = code == 0 ? Double.NaN : code - 1;
                    if (!test.holds(categories[c], value)) {
                        left[code] = 0;
                    }
                }
                weights[k] *= Arrays.stream(left).sum();
                codes[k][c] = cumulative(left);
            }
        }
        return new ConditionedShares(cumulative(weights), codes, factors);
    }

    private static double[] cumulative(double[] shares) {
        double[] sums = shares.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /// Whether any component can make such a row.
    boolean possible() {
        return components[components.length - 1] > 0;
    }

    int component(RandomGenerator random) {
        return draw(components, random);
    }

    int code(int component, int category, RandomGenerator random) {
        return draw(codes[component][category], random);
    }

    double[][] factor(int component) {
        return factors[component];
    }

    /// A position by cumulative shares; one of no share is never drawn.
    private static int draw(double[] cumulative, RandomGenerator random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
