package org.counterpoise.engine.synth.copula;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.synth.Precision;

import java.util.function.DoubleUnaryOperator;

/// A smooth distribution between the smallest and the largest training value, with an atom at 0
/// where it is zero-inflated.
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
    private final double zeroBelow;
    private final double[] table = new double[CELLS + 1];

    /// @param zeros probability of 0 beside the distribution
    /// @param quantile of the distribution between `smallest` and `largest`
    FittedMarginal(
            String name,
            double zeros,
            DoubleUnaryOperator quantile,
            double smallest,
            double largest,
            Precision precision) {
        this.name = name;
        this.smallest = smallest;
        this.largest = largest;
        this.precision = precision;
        this.zeroBelow = zeros > 0 ? Normal.quantile(zeros) : Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= CELLS; i++) {
            double u = Normal.below(-END + i * (2 * END / CELLS));
            double above = Math.max(0, (u - zeros) / (1 - zeros));
            table[i] = Math.clamp(quantile.applyAsDouble(above), smallest, largest);
        }
    }

    /// A distribution with a formula, truncated to the range of the training values.
    static FittedMarginal of(BestFit.Candidate fit, StepScores steps, Precision precision) {
        return of(fit.name(), 0, fit, steps, precision);
    }

    /// The same beside an atom at 0.
    ///
    /// @param rest the values over 0
    static FittedMarginal zeroInflated(
            double zeros, BestFit.Candidate fit, StepScores rest, Precision precision) {
        return of("zero-inflated " + fit.name(), zeros, fit, rest, precision);
    }

    private static FittedMarginal of(
            String name,
            double zeros,
            BestFit.Candidate fit,
            StepScores steps,
            Precision precision) {
        ContinuousDistribution distribution = fit.distribution();
        double smallest = steps.distinct()[0];
        double largest = steps.distinct()[steps.distinct().length - 1];
        double low = distribution.cumulativeProbability(smallest);
        double width = distribution.cumulativeProbability(largest) - low;
        return new FittedMarginal(
                name,
                zeros,
                u -> distribution.inverseCumulativeProbability(Math.min(1, low + u * width)),
                smallest,
                largest,
                precision);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double value(double z) {
        if (z < zeroBelow) {
            return 0;
        }
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
