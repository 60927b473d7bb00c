package org.counterpoise.engine.synth.copula;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/// A distribution with a formula, truncated to the range of the training values.
///
/// The quantile function is tabulated over the latent number and joined by straight lines, as
/// inverting a gamma or beta distribution for every draw would be slow.
final class FittedMarginal implements Marginal {
    private static final int CELLS = 1000;
    private static final double END = 5;

    private final String name;
    private final double smallest;
    private final double largest;
    private final Precision precision;
    private final double[] table = new double[CELLS + 1];

    FittedMarginal(
            String name,
            ContinuousDistribution distribution,
            double smallest,
            double largest,
            Precision precision) {
        this.name = name;
        this.smallest = smallest;
        this.largest = largest;
        this.precision = precision;
        double low = distribution.cumulativeProbability(smallest);
        double width = distribution.cumulativeProbability(largest) - low;
        for (int i = 0; i <= CELLS; i++) {
            double u = Normal.cumulative(-END + i * (2 * END / CELLS));
            double value = distribution.inverseCumulativeProbability(Math.min(1, low + u * width));
            table[i] = Math.clamp(value, smallest, largest);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double value(double z) {
        double place = (z + END) * (CELLS / (2 * END));
        if (place <= 0) {
            return smallest;
        } else if (place >= CELLS) {
            return largest;
        }
        int cell = (int) place;
        double value = table[cell] + (place - cell) * (table[cell + 1] - table[cell]);
        return precision.round(Math.clamp(value, smallest, largest));
    }
}
