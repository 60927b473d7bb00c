package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.List;

/// Squared distances between rows: squares of scaled numbers, and for each category that differs
/// `penalty`. A number that is missing in one of two rows adds `penalty` too, in both nothing.
///
/// @param scales what each number is divided by
record Metric(
        List<Feature.Continuous> numbers,
        List<Feature.Categorical> categories,
        double[] scales,
        double penalty) {

    double squared(int a, int b) {
        double sum = 0;
        for (int f = 0; f < scales.length; f++) {
            double[] values = numbers.get(f).values();
            double difference = (values[a] - values[b]) / scales[f];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
            } else if (Double.isNaN(values[a]) != Double.isNaN(values[b])) {
                sum += penalty;
            }
        }
        for (Feature.Categorical category : categories) {
            sum += category.codes()[a] == category.codes()[b] ? 0 : penalty;
        }
        return sum;
    }

    /// Half the mean squared distance of two rows drawn from these: the sum of the variances of the
    /// columns, a category counting as the indicators of its levels.
    double variance(int[] rows) {
        double sum = 0;
        for (int f = 0; f < scales.length; f++) {
            double deviation = numbers.get(f).deviation(rows) / scales[f];
            sum += deviation * deviation;
        }
        for (Feature.Categorical category : categories) {
            double[] counts = new double[category.levels().size() + 1];
            for (int row : rows) {
                counts[category.codes()[row] + 1]++;
            }
            double alike = Arrays.stream(counts).map(n -> n / rows.length).map(p -> p * p).sum();
            sum += penalty * (1 - alike) / 2;
        }
        return sum;
    }
}
