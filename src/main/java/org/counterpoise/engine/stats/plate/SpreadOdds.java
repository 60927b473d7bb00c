package org.counterpoise.engine.stats.plate;

import java.util.Arrays;

/// The odds of an additive against a multiplicative bias by the spread of flagged lines.
///
/// If a line with mean m was raised from the plate's mean μ by adding, the logarithm of its
/// standard deviation over that of the rest is 0; by multiplying, it is log(m/μ). Its sampling
/// error is nearly normal with variance 1/(2(n − 1)) + 1/(2(N − 1)) for normal readouts, which
/// gives each line a likelihood ratio. Likely hits are left out.
final class SpreadOdds {
    private static final int FEWEST = 4;
    private static final double HIT = 3;

    /// Readouts are never quite normal: one line is no more than this much evidence.
    private static final double MOST_PER_LINE = 5;

    private SpreadOdds() {}

    /// The natural logarithm of the odds, above 0 for additive; 0 where nothing can be told.
    static double of(Wells wells, BiasedLines lines) {
        double[] buffer = new double[wells.size()];
        Sample rest = Sample.of(buffer, outside(wells, lines, buffer));
        if (!rest.usable() || rest.mean == 0) {
            return 0;
        }
        double sum = 0;
        for (int row = 0; row < wells.rows(); row++) {
            if (lines.rows()[row]) {
                int n = line(wells, lines, row * wells.columns(), 1, wells.columns(), buffer);
                sum += odds(Sample.of(buffer, n), rest);
            }
        }
        for (int column = 0; column < wells.columns(); column++) {
            if (lines.columns()[column]) {
                int n = line(wells, lines, column, wells.columns(), wells.rows(), buffer);
                sum += odds(Sample.of(buffer, n), rest);
            }
        }
        return sum;
    }

    private static double odds(Sample line, Sample rest) {
        double ratio = line.mean / rest.mean;
        // A factor cannot turn a sign; the correction would not try.
        if (!line.usable() || !(ratio > 0)) {
            return 0;
        }
        double stretched = Math.log(ratio);
        double seen = Math.log(line.deviation / rest.deviation);
        double variance = 1 / (2.0 * (line.n - 1)) + 1 / (2.0 * (rest.n - 1));
        double odds = ((seen - stretched) * (seen - stretched) - seen * seen) / (2 * variance);
        return Math.clamp(odds, -MOST_PER_LINE, MOST_PER_LINE);
    }

    private static int outside(Wells wells, BiasedLines lines, double[] buffer) {
        int n = 0;
        for (int well = 0; well < wells.size(); well++) {
            if (wells.sample(well)
                    && !lines.touches(well / wells.columns(), well % wells.columns())) {
                buffer[n++] = wells.values()[well];
            }
        }
        return n;
    }

    private static int line(
            Wells wells, BiasedLines lines, int first, int step, int length, double[] buffer) {
        int n = 0;
        for (int k = 0, well = first; k < length; k++, well += step) {
            if (wells.sample(well)
                    && !lines.crosses(well / wells.columns(), well % wells.columns())) {
                buffer[n++] = wells.values()[well];
            }
        }
        return n;
    }

    /// Mean and standard deviation without likely hits.
    private record Sample(int n, double mean, double deviation) {

        static Sample of(double[] buffer, int size) {
            double[] values = Arrays.copyOf(buffer, size);
            double median = Robust.median(values);
            double reach = HIT * Robust.rawDeviation(values, median);
            int n = 0;
            double sum = 0;
            double squares = 0;
            for (double value : values) {
                if (Math.abs(value - median) <= reach) {
                    n++;
                    sum += value - median;
                    squares += (value - median) * (value - median);
                }
            }
            double mean = sum / n;
            double variance = n < 2 ? Double.NaN : (squares - n * mean * mean) / (n - 1);
            return new Sample(n, median + mean, Math.sqrt(variance));
        }

        boolean usable() {
            return n >= FEWEST && deviation > 0;
        }
    }
}
