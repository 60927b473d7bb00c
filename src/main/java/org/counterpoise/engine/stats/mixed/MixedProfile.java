package org.counterpoise.engine.stats.mixed;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Minimum;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

import java.util.stream.IntStream;

/// Intervals of a mixed model's parameters from its profile likelihood: values at which the
/// deviance, smallest over all other parameters, is within χ²₁ of its minimum (Bates et al. 2015,
/// doi:10.18637/jss.v067.i01, section 5). They cost some thousand evaluations each.
public final class MixedProfile {
    private static final int MOST_EVALUATIONS = 100;
    private static final int MOST_DOUBLINGS = 60;
    private static final String METHOD = "profile likelihood";

    private final MixedSums sums;
    private final int[] all;
    private final double[] units;
    private final double confidence;
    private final Progress progress;
    private final double[] best;
    private final MixedFit fit;
    private final double limit;

    MixedProfile(
            MixedSums sums,
            double[] near,
            int[] all,
            double[] units,
            double confidence,
            Progress progress) {
        this.sums = sums;
        this.all = all;
        this.units = units;
        this.confidence = confidence;
        this.progress = progress;
        best = new MixedSearch(sums.scale(), at -> at(at).deviance(false)).minimum(near, all);
        fit = sums.at(best);
        limit =
                fit.deviance(false)
                        + ChiSquaredDistribution.of(1).inverseCumulativeProbability(confidence);
    }

    private MixedFit at(double[] parameters) {
        progress.check();
        return sums.at(parameters);
    }

    /// Of a fixed effect.
    public Interval effect(int effect) {
        UnivariateFunction profile =
                value -> {
                    MixedSearch search =
                            new MixedSearch(sums.scale(), at -> at(at).devianceAt(effect, value));
                    return search.deviance().applyAsDouble(search.minimum(best, all)) - limit;
                };
        double estimate = fit.beta()[effect];
        double step = Math.sqrt(fit.variance(false) * fit.inverse()[effect][effect]);
        return new Interval(
                crossing(profile, estimate, -step, Double.NEGATIVE_INFINITY),
                crossing(profile, estimate, step, Double.POSITIVE_INFINITY),
                confidence,
                METHOD);
    }

    /// Of the standard deviation of the residuals.
    public Interval residual() {
        double estimate = Math.sqrt(fit.variance(false));
        UnivariateFunction profile =
                value -> {
                    MixedSearch search =
                            new MixedSearch(
                                    sums.scale(), at -> at(at).deviance(value * value, false));
                    return search.deviance().applyAsDouble(search.minimum(best, all)) - limit;
                };
        double step = estimate / Math.sqrt(2.0 * sums.rows());
        return new Interval(
                crossing(profile, estimate, -step, 0),
                crossing(profile, estimate, step, Double.POSITIVE_INFINITY),
                confidence,
                METHOD);
    }

    /// Of the standard deviation of a term's intercepts.
    public Interval intercept(int term) {
        return deviation(sums.scale().from(term), 1);
    }

    /// Of the standard deviation of a term's slopes, per unit of the covariate.
    public Interval slope(int term) {
        return deviation(sums.scale().from(term) + 1, units[term]);
    }

    private Interval deviation(int parameter, double unit) {
        double sigma = Math.sqrt(fit.variance(false));
        double estimate = Math.abs(best[parameter]) * sigma;
        int[] rest = IntStream.of(all).filter(i -> i != parameter).toArray();
        UnivariateFunction profile = value -> held(parameter, rest, value, sigma) - limit;
        double step = estimate > 0 ? estimate / 4 : sigma / 4;
        return new Interval(
                crossing(profile, estimate, -step, 0) / unit,
                crossing(profile, estimate, step, Double.POSITIVE_INFINITY) / unit,
                confidence,
                METHOD);
    }

    /// The smallest deviance with one deviation held, over the residual's and the other parameters.
    private double held(int parameter, int[] rest, double value, double sigma) {
        double[] start = new double[rest.length + 1];
        for (int i = 0; i < rest.length; i++) {
            start[i] = best[rest[i]] == 0 ? 0.1 : best[rest[i]];
        }
        start[rest.length] = Math.log(sigma);
        return Minimum.of(
                        point -> {
                            double residual = Math.exp(point[rest.length]);
                            double[] at = best.clone();
                            for (int i = 0; i < rest.length; i++) {
                                at[rest[i]] = point[i];
                            }
                            at[parameter] = value / residual;
                            return at(at).deviance(residual * residual, false);
                        },
                        start,
                        0.1)
                .value();
    }

    /// Where the profile crosses 0, from the estimate in steps that double; `end` if it does not.
    private static double crossing(
            UnivariateFunction profile, double estimate, double step, double end) {
        double inner = estimate;
        double outer = estimate;
        double size = step;
        for (int i = 0; i < MOST_DOUBLINGS; i++) {
            outer = inner + size;
            boolean past = step < 0 ? outer <= end : outer >= end;
            if (past) {
                outer = end;
            }
            if (profile.value(outer) > 0) {
                return new BrentSolver(1e-10, Math.abs(step) * 1e-7, 1e-9)
                        .solve(
                                MOST_EVALUATIONS,
                                profile,
                                Math.min(inner, outer),
                                Math.max(inner, outer));
            }
            if (past) {
                return end;
            }
            inner = outer;
            size *= 2;
        }
        return end;
    }
}
