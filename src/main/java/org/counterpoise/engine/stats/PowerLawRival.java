package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.special.Erf;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/// Another law for the same tail of counts, and whether it fits better than the power law.
///
/// Vuong's test: with R the sum over the tail of `ln p₁ − ln p₂` and σ the standard deviation of
/// its terms, `p = erfc(|R| / (σ √(2n)))`; for the truncated power law, which holds the power law
/// within it, χ² with one degree of freedom on 2|R|. Clauset, Shalizi and Newman, SIAM Review
/// 51:661 (2009), doi:10.1137/070710111; Vuong, Econometrica 57:307 (1989), doi:10.2307/1912557.
///
/// @param name of the other law
/// @param parameters in the order that the law's own comment gives
/// @param ratio R: above 0 the power law is likelier
/// @param normalised R / (σ √n)
/// @param p of Vuong's test, two-sided; small means that the sign of R can be trusted
public record PowerLawRival(
        Law name, double[] parameters, double ratio, double normalised, double p) {

    /// The other laws.
    public enum Law {
        /// μ and σ of the logarithm; a count holds the interval of half a unit around it.
        LOG_NORMAL("log-normal"),
        /// λ of `p ∝ e^−λx`.
        EXPONENTIAL("exponential"),
        /// λ and β of `P(X ≥ x) ∝ e^−(λx)^β`.
        STRETCHED_EXPONENTIAL("stretched exponential"),
        /// α and λ of `p ∝ x^−α e^−λx`.
        TRUNCATED_POWER_LAW("truncated power law");

        private final String words;

        Law(String words) {
            this.words = words;
        }

        /// As people say it.
        public String words() {
            return words;
        }
    }

    /// Terms summed one by one before the truncated law's sum becomes an integral.
    private static final int SUMMED = 256;

    private static final int PANELS = 128;

    /// Beyond this the rivals cannot be told from a power law; the search must end somewhere.
    private static final double MOST = 30;

    /// Fits one law to the tail of `law` and compares.
    public static PowerLawRival of(PowerLaw law, Tally tally, Law other) {
        int from = Arrays.binarySearch(tally.values(), law.xmin());
        long[] x = Arrays.copyOfRange(tally.values(), from, tally.distinct());
        int[] m = Arrays.copyOfRange(tally.multiplicities(), from, tally.distinct());
        double logZeta = Math.log(HurwitzZeta.value(law.alpha(), law.xmin()));
        double[] parameters = fit(other, x, m, law.alpha());
        LongToDoubleFunction rival = logDensity(other, parameters, law.xmin());
        double ratio = 0;
        double[] terms = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            terms[i] = -law.alpha() * Math.log(x[i]) - logZeta - rival.applyAsDouble(x[i]);
            ratio += m[i] * terms[i];
        }
        double mean = ratio / law.tail();
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += m[i] * (terms[i] - mean) * (terms[i] - mean);
        }
        double sigma = Math.sqrt(squares / law.tail());
        double normalised = ratio / (sigma * Math.sqrt(law.tail()));
        double p =
                other == Law.TRUNCATED_POWER_LAW
                        ? Erf.erfc(Math.sqrt(Math.abs(ratio)))
                        : Erf.erfc(Math.abs(normalised) / Math.sqrt(2));
        return new PowerLawRival(other, parameters, ratio, normalised, p);
    }

    private static double[] fit(Law other, long[] x, int[] m, double alpha) {
        double n = 0;
        double sum = 0;
        double logs = 0;
        for (int i = 0; i < x.length; i++) {
            n += m[i];
            sum += (double) m[i] * x[i];
            logs += m[i] * Math.log(x[i]);
        }
        double excess = sum / n - x[0];
        double lambda = Math.log1p(1 / excess);
        return switch (other) {
            // The maximum has a closed form: the excess is geometric.
            case EXPONENTIAL -> new double[] {lambda};
            case LOG_NORMAL -> {
                double[] found = search(other, x, m, logs / n, 0);
                yield new double[] {found[0], Math.exp(found[1])};
            }
            case STRETCHED_EXPONENTIAL -> {
                double[] found = search(other, x, m, Math.log(lambda), Math.log(0.5));
                yield new double[] {Math.exp(found[0]), Math.exp(found[1])};
            }
            case TRUNCATED_POWER_LAW -> {
                double[] found = search(other, x, m, alpha, Math.log(lambda / 100));
                yield new double[] {found[0], Math.exp(found[1])};
            }
        };
    }

    /// The likeliest parameters, those that must be positive as logarithms.
    private static double[] search(Law other, long[] x, int[] m, double first, double second) {
        return Minimum.of(
                        point -> {
                            if (Math.abs(point[0]) > MOST || Math.abs(point[1]) > MOST) {
                                return Double.POSITIVE_INFINITY;
                            }
                            LongToDoubleFunction density =
                                    logDensity(other, positive(other, point), x[0]);
                            double loss = 0;
                            for (int i = 0; i < x.length; i++) {
                                loss -= m[i] * density.applyAsDouble(x[i]);
                            }
                            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
                        },
                        new double[] {first, second},
                        0.5)
                .point();
    }

    private static double[] positive(Law other, double[] point) {
        return new double[] {
            other == Law.STRETCHED_EXPONENTIAL ? Math.exp(point[0]) : point[0], Math.exp(point[1])
        };
    }

    /// `ln p(x)` for `x ≥ xmin`.
    private static LongToDoubleFunction logDensity(Law law, double[] p, long xmin) {
        return switch (law) {
            case EXPONENTIAL -> {
                double first = Math.log(-Math.expm1(-p[0]));
                yield x -> first - p[0] * (x - xmin);
            }
            case LOG_NORMAL -> {
                NormalDistribution normal = NormalDistribution.of(p[0], p[1]);
                double total = normal.survivalProbability(Math.log(xmin - 0.5));
                yield x ->
                        Math.log(normal.probability(Math.log(x - 0.5), Math.log(x + 0.5)) / total);
            }
            case STRETCHED_EXPONENTIAL -> {
                double start = Math.pow(p[0] * xmin, p[1]);
                yield x -> {
                    double here = Math.pow(p[0] * x, p[1]);
                    double next = Math.pow(p[0] * (x + 1), p[1]);
                    return start - here + Math.log(-Math.expm1(here - next));
                };
            }
            case TRUNCATED_POWER_LAW -> {
                double total = Math.log(truncatedSum(p[0], p[1], xmin));
                yield x -> -p[0] * Math.log(x) - p[1] * (x - xmin) - total;
            }
        };
    }

    /// `P(X ≥ x)` of the fitted law for `x ≥ xmin`.
    ///
    /// @param xmin where the tail begins, at least 1
    public double survival(long x, long xmin) {
        double[] p = parameters;
        return switch (name) {
            case EXPONENTIAL -> Math.exp(-p[0] * (x - xmin));
            case LOG_NORMAL -> {
                NormalDistribution normal = NormalDistribution.of(p[0], p[1]);
                yield normal.survivalProbability(Math.log(x - 0.5))
                        / normal.survivalProbability(Math.log(xmin - 0.5));
            }
            case STRETCHED_EXPONENTIAL ->
                    Math.exp(Math.pow(p[0] * xmin, p[1]) - Math.pow(p[0] * x, p[1]));
            case TRUNCATED_POWER_LAW ->
                    truncatedSum(p[0], p[1], x)
                            * Math.exp(-p[1] * (x - xmin))
                            / truncatedSum(p[0], p[1], xmin);
        };
    }

    /// `Σ_{x ≥ xmin} x^−α e^−λ(x − xmin)`: the first terms one by one, the rest by the
    /// Euler–Maclaurin formula with the integral over `t = ln x` by Simpson's rule.
    private static double truncatedSum(double alpha, double lambda, long xmin) {
        double sum = 0;
        long end = xmin + SUMMED;
        for (long x = xmin; x < end; x++) {
            sum += Math.exp(-alpha * Math.log(x) - lambda * (x - xmin));
        }
        double value = Math.exp(-alpha * Math.log(end) - lambda * (end - xmin));
        double slope = -value * (alpha / end + lambda);
        double from = Math.log(end);
        double to = Math.log(end + 40 / lambda);
        if (alpha > 1) {
            to = Math.min(to, from + 40 / (alpha - 1));
        }
        double step = (to - from) / PANELS;
        double integral = 0;
        for (int i = 0; i <= PANELS; i++) {
            double t = from + i * step;
            double weight = i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2;
            integral += weight * Math.exp((1 - alpha) * t - lambda * (Math.exp(t) - xmin));
        }
        return sum + integral * step / 3 + value / 2 - slope / 12;
    }
}
