package org.counterpoise.engine.stats;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A discrete power law `p(x) = x^−α / ζ(α, xmin)` for `x ≥ xmin`, fitted to counts.
///
/// α maximises the likelihood, xmin is the distinct value (but the largest) from which on the
/// Kolmogorov–Smirnov distance is smallest, and the plausibility repeats the whole fit, search for
/// xmin included, on samples of the fitted law. Clauset, Shalizi and Newman, SIAM Review 51:661
/// (2009), doi:10.1137/070710111.
///
/// @param xmin from which count on the law holds
/// @param alpha exponent, searched between 1.01 and 6
/// @param standardError of alpha, from the information: `1 / √(n (ζ''/ζ − (ζ'/ζ)²))`
/// @param ks Kolmogorov–Smirnov distance of the tail
/// @param tail how many counts are at least xmin
/// @param size how many counts there are
public record PowerLaw(
        long xmin, double alpha, double standardError, double ks, int tail, int size) {
    static final double LOWEST_ALPHA = 1.01;
    static final double HIGHEST_ALPHA = 6;
    private static final double TOLERANCE = 1e-11;

    /// How often samples of the law fit it as badly as the data do, and how its exponent varies.
    ///
    /// @param p share of samples whose distance is at least the data's; a power law is ruled out
    ///     where it is at most 0.1
    /// @param alphaError standard deviation of the exponents fitted to the samples: unlike
    ///     [#standardError()] it counts that xmin was searched for
    /// @param replicates how many samples were drawn
    public record Plausibility(double p, double alphaError, int replicates) {}

    /// Fits; empty if there are fewer than two distinct counts.
    public static Optional<PowerLaw> fit(Tally tally) {
        int distinct = tally.distinct();
        if (distinct < 2) {
            return Optional.empty();
        }
        double[] logs = new double[distinct];
        int[] sizes = new int[distinct + 1];
        double[] sums = new double[distinct + 1];
        for (int i = distinct - 1; i >= 0; i--) {
            logs[i] = Math.log(tally.values()[i]);
            sizes[i] = sizes[i + 1] + tally.multiplicities()[i];
            sums[i] = sums[i + 1] + tally.multiplicities()[i] * logs[i];
        }
        int best = -1;
        double bestAlpha = 2;
        double bestKs = Double.POSITIVE_INFINITY;
        double alpha = 2;
        for (int i = 0; i < distinct - 1; i++) {
            alpha = exponent(tally.values()[i], sizes[i], sums[i], alpha);
            double ks = distance(tally.values(), sizes, i, alpha, bestKs);
            if (ks < bestKs) {
                best = i;
                bestAlpha = alpha;
                bestKs = ks;
            }
        }
        long xmin = tally.values()[best];
        double[] zeta = HurwitzZeta.derivatives(bestAlpha, xmin);
        double slope = zeta[1] / zeta[0];
        double information = sizes[best] * (zeta[2] / zeta[0] - slope * slope);
        return Optional.of(
                new PowerLaw(
                        xmin,
                        bestAlpha,
                        1 / Math.sqrt(information),
                        bestKs,
                        sizes[best],
                        sizes[0]));
    }

    /// The exponent that makes `n` counts of at least `xmin` whose logarithms sum to `logSum`
    /// likeliest, within the bounds.
    ///
    /// @param start where Newton's method begins
    static double exponent(long xmin, int n, double logSum, double start) {
        double low = LOWEST_ALPHA;
        double high = HIGHEST_ALPHA;
        double alpha = Math.clamp(start, low, high);
        for (int i = 0; i < 100 && high - low > TOLERANCE; i++) {
            double[] zeta = HurwitzZeta.derivatives(alpha, xmin);
            double ratio = zeta[1] / zeta[0];
            double slope = -n * ratio - logSum;
            if (slope > 0) {
                low = alpha;
            } else {
                high = alpha;
            }
            double next = alpha + slope / (n * (zeta[2] / zeta[0] - ratio * ratio));
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - alpha) < TOLERANCE) {
                return next;
            }
            alpha = next;
        }
        return alpha;
    }

    /// Largest difference of the empirical and the fitted distribution function over the distinct
    /// counts from position `from` on; stops early once it reaches `enough`.
    private static double distance(
            long[] values, int[] sizes, int from, double alpha, double enough) {
        Survival survival = new Survival(alpha, values[from]);
        double largest = 0;
        for (int i = from; i < values.length && largest < enough; i++) {
            double empirical = (double) sizes[i + 1] / sizes[from];
            largest = Math.max(largest, Math.abs(empirical - survival.of(values[i] + 1)));
        }
        return largest;
    }

    /// `P(X ≥ x)` of the law.
    private static final class Survival {
        private final double alpha;
        private final double total;
        private final double[] small;

        Survival(double alpha, long xmin) {
            this.alpha = alpha;
            this.small = new double[HurwitzZeta.ASYMPTOTIC + 1];
            if (xmin < HurwitzZeta.ASYMPTOTIC) {
                int x = HurwitzZeta.ASYMPTOTIC;
                small[x] = zeta(x);
                for (x--; x >= xmin; x--) {
                    small[x] = small[x + 1] + Math.pow(x, -alpha);
                }
            }
            this.total = xmin < HurwitzZeta.ASYMPTOTIC ? small[(int) xmin] : zeta(xmin);
        }

        private double zeta(long x) {
            return HurwitzZeta.tail(alpha, x, Math.exp(-alpha * Math.log(x)));
        }

        double of(long x) {
            return (x <= HurwitzZeta.ASYMPTOTIC ? small[(int) x] : zeta(x)) / total;
        }
    }

    /// `P(X ≥ x)` for `x ≥ xmin`.
    public double survival(long x) {
        return HurwitzZeta.value(alpha, x) / HurwitzZeta.value(alpha, xmin);
    }

    /// Draws samples that hold the law above xmin and the data below it, fits each from scratch,
    /// and counts how many fit worse than the data.
    ///
    /// @param replicates at least 1; 2,500 give the share to about 0.01
    public Plausibility plausibility(Tally tally, int replicates, long seed, Progress progress) {
        Sampler sampler = new Sampler(tally);
        List<Optional<PowerLaw>> fits =
                Parallel.map(
                        replicates,
                        progress,
                        "Drawing samples of the power law",
                        i -> fit(sampler.sample(Streams.of(seed, i))));
        long worse =
                fits.stream().filter(fit -> fit.map(law -> law.ks() >= ks).orElse(true)).count();
        double[] alphas =
                fits.stream().flatMap(Optional::stream).mapToDouble(PowerLaw::alpha).toArray();
        double mean = Arrays.stream(alphas).average().orElse(Double.NaN);
        double squares = Arrays.stream(alphas).map(a -> (a - mean) * (a - mean)).sum();
        return new Plausibility(
                (double) worse / replicates, Math.sqrt(squares / (alphas.length - 1)), replicates);
    }

    /// As many counts as the law was fitted to: from the law above xmin, from the data below.
    Tally sample(Tally tally, RandomGenerator random) {
        return new Sampler(tally).sample(random);
    }

    /// Draws from the fitted law above xmin and from the data below.
    private final class Sampler {
        private static final int TABLE = 4096;
        private final long[] body;
        private final double[] table = new double[TABLE];

        Sampler(Tally tally) {
            long[] below = new long[size - tail];
            int filled = 0;
            for (int i = 0; filled < below.length; i++) {
                Arrays.fill(below, filled, filled + tally.multiplicities()[i], tally.values()[i]);
                filled += tally.multiplicities()[i];
            }
            this.body = below;
            Survival survival = new Survival(alpha, xmin);
            Arrays.setAll(table, i -> -survival.of(xmin + i));
        }

        Tally sample(RandomGenerator random) {
            long[] sample = new long[size];
            double tailShare = (double) tail / size;
            Survival survival = new Survival(alpha, xmin);
            for (int i = 0; i < size; i++) {
                sample[i] =
                        random.nextDouble() < tailShare
                                ? draw(1 - random.nextDouble(), survival)
                                : body[random.nextInt(body.length)];
            }
            Arrays.sort(sample);
            return Tally.ofSorted(sample);
        }

        /// The largest x with `P(X ≥ x) ≥ u`.
        private long draw(double u, Survival survival) {
            if (-table[TABLE - 1] < u) {
                int position = Arrays.binarySearch(table, -u);
                // The first entry that is more than −u comes after all that are at least u.
                int after = position < 0 ? -position - 1 : position + 1;
                return xmin + after - 1;
            }
            long low = xmin + TABLE - 1;
            long high = 2 * low;
            while (high < 1L << 52 && survival.of(high) >= u) {
                low = high;
                high *= 2;
            }
            while (high - low > 1) {
                long middle = (low + high) >>> 1;
                if (survival.of(middle) >= u) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
