package org.counterpoise.engine.validate.fidelity;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.List;

/// How many values of a column lie beyond a far quantile of the real ones, in both tables.
///
/// @param column its name
/// @param upper whether the largest values are meant
/// @param limit the quantile
/// @param real real values beyond it
/// @param synthetic synthetic values beyond it
/// @param realRows real values that are present
/// @param syntheticRows synthetic values that are present
/// @param p two-sided, that both tables were drawn from one distribution; exact unless values tie
record Tail(
        String column,
        boolean upper,
        double limit,
        long real,
        long synthetic,
        int realRows,
        int syntheticRows,
        double p) {
    /// What lies beyond the limit among real values.
    static final double SHARE = 0.01;

    /// Fewer real values have no tail to speak of.
    private static final int LEAST = 500;

    /// Both tails of every column of numbers that has enough values, where any lie beyond.
    static List<Tail> of(AlignedTables tables) {
        List<Tail> tails = new ArrayList<>();
        for (AlignedColumn column : tables.columns()) {
            if (column instanceof AlignedColumn.Numbers numbers) {
                double[] real = Distances.sortedPresent(numbers.values()[0]);
                double[] synthetic = Distances.sortedPresent(numbers.values()[1]);
                if (real.length >= LEAST && synthetic.length > 0) {
                    tails.add(of(column.name(), false, real, synthetic));
                    tails.add(of(column.name(), true, negated(real), negated(synthetic)));
                    tails.removeIf(tail -> tail.real() == 0);
                }
            }
        }
        return tails;
    }

    private static double[] negated(double[] sorted) {
        double[] turned = new double[sorted.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -sorted[turned.length - 1 - i];
        }
        return turned;
    }

    private static Tail of(String column, boolean upper, double[] real, double[] synthetic) {
        double limit = real[(int) (SHARE * real.length)];
        int inReal = under(real, limit);
        int inSynthetic = under(synthetic, limit);
        return new Tail(
                column,
                upper,
                upper ? -limit : limit,
                inReal,
                inSynthetic,
                real.length,
                synthetic.length,
                p(inReal, inSynthetic, real.length, synthetic.length));
    }

    private static int under(double[] sorted, double limit) {
        int count = 0;
        while (count < sorted.length && sorted[count] < limit) {
            count++;
        }
        return count;
    }

    /// That fewer than `x + 1` of `m` values lie under the real value of rank `r + 1` means that
    /// among the `r + 1 + x` least of all values at least `r + 1` are real.
    private static double p(int r, int x, int n, int m) {
        double fewer = atMost(r, x, n, m);
        double more = x == 0 ? 1 : 1 - atMost(r, x - 1, n, m);
        return Math.min(1, 2 * Math.min(fewer, more));
    }

    private static double atMost(int r, int x, int n, int m) {
        return HypergeometricDistribution.of(n + m, n, r + 1 + x).survivalProbability(r);
    }

    /// Synthetic share beyond the limit over the real share.
    double ratio() {
        return (double) synthetic / syntheticRows / ((double) real / realRows);
    }
}
