package org.counterpoise.engine.stats.mixed;

import org.counterpoise.engine.stats.Minimum;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Where a deviance is smallest over the parameters of [Scale], of which some may be held.
record MixedSearch(Scale scale, ToDoubleFunction<double[]> deviance) {
    /// Deviations beyond this many residual deviations are not told apart.
    private static final double MOST_RATIO = 1e3;

    private static final int MOST_EVALUATIONS = 500;
    private static final double STEP = 1e-3;
    private static final double SAME = 1e-9;

    /// The smallest deviance.
    ///
    /// @param start of all parameters; those not free stay as they are
    /// @param free which parameters are searched
    double[] minimum(double[] start, int[] free) {
        if (free.length == 0) {
            return start.clone();
        }
        double[] found = free.length == 1 ? line(start, free[0]) : simplex(start, free);
        found = zeroes(found, free);
        for (int i = 0; i < 3; i++) {
            found = polished(found, moving(found, free));
        }
        return found;
    }

    /// Of these parameters, those that are deviations above 0, or angles between two of them.
    int[] moving(double[] at, int[] free) {
        return IntStream.of(free)
                .filter(
                        i ->
                                scale.angle(i)
                                        ? at[i - 1] != 0 && at[i - 2] != 0
                                        : at[i] != 0 && Math.abs(at[i]) < MOST_RATIO * (1 - 1e-6))
                .toArray();
    }

    /// Over r / (1 + r), so that the range is bounded.
    private double[] line(double[] start, int parameter) {
        double most = MOST_RATIO / (1 + MOST_RATIO);
        double s =
                new BrentOptimizer(1e-9, 1e-12)
                        .optimize(
                                new MaxEval(MOST_EVALUATIONS),
                                new UnivariateObjectiveFunction(
                                        t -> deviance.applyAsDouble(with(start, parameter, t))),
                                GoalType.MINIMIZE,
                                new SearchInterval(0, most))
                        .getPoint();
        return with(start, parameter, s);
    }

    private static double[] with(double[] start, int parameter, double s) {
        double[] at = start.clone();
        at[parameter] = s / (1 - s);
        return at;
    }

    private double[] simplex(double[] start, int[] free) {
        double[] from = IntStream.of(free).mapToDouble(i -> start[i]).toArray();
        double[] best =
                Minimum.of(
                                point -> {
                                    double[] at = put(start, free, point);
                                    boolean within =
                                            IntStream.of(free)
                                                    .allMatch(i -> Math.abs(at[i]) < MOST_RATIO);
                                    return within
                                            ? deviance.applyAsDouble(at)
                                            : Double.POSITIVE_INFINITY;
                                },
                                from,
                                0.5)
                        .point();
        double[] at = put(start, free, best);
        for (int i : free) {
            if (!scale.angle(i)) {
                at[i] = Math.abs(at[i]);
            }
        }
        return at;
    }

    private static double[] put(double[] start, int[] free, double[] point) {
        double[] at = start.clone();
        for (int i = 0; i < free.length; i++) {
            at[free[i]] = point[i];
        }
        return at;
    }

    /// A deviation without which the deviance is as small is none.
    private double[] zeroes(double[] found, int[] free) {
        double[] at = found.clone();
        double lowest = deviance.applyAsDouble(at);
        for (int i : free) {
            if (!scale.angle(i)) {
                double[] without = at.clone();
                without[i] = 0;
                double value = deviance.applyAsDouble(without);
                if (value <= lowest + SAME) {
                    at = without;
                    lowest = value;
                }
            }
        }
        return at;
    }

    /// One step of Newton's method, by differences; not taken if it leads uphill.
    private double[] polished(double[] at, int[] moving) {
        if (moving.length == 0) {
            return at;
        }
        Curvature curvature = curvature(at, moving);
        double[] step = curvature.step();
        double[] next = at.clone();
        for (int i = 0; i < moving.length; i++) {
            next[moving[i]] -= step[i];
        }
        boolean sound = Arrays.stream(step).allMatch(Double::isFinite);
        return sound && deviance.applyAsDouble(next) <= deviance.applyAsDouble(at) + SAME
                ? next
                : at;
    }

    Curvature curvature(double[] at, int[] moving) {
        return Curvature.of(deviance, at, moving, STEP);
    }
}
