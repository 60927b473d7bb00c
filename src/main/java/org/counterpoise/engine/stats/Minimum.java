package org.counterpoise.engine.stats;

import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/// Where a smooth function of few variables is smallest, by the simplex of Nelder and Mead (1965,
/// doi:10.1093/comjnl/7.4.308).
///
/// @param point where
/// @param value how small
public record Minimum(double[] point, double value) {
    private static final int MOST_EVALUATIONS = 20_000;

    /// @param function may return infinity where it is not defined
    /// @param start where the search begins
    /// @param step size of the first simplex in every direction
    public static Minimum of(MultivariateFunction function, double[] start, double step) {
        PointValuePair first = search(function, start, step);
        // A second simplex at the end of the first one, which may have collapsed.
        PointValuePair found = search(function, first.getPoint(), step / 4);
        return new Minimum(found.getPoint(), found.getValue());
    }

    private static PointValuePair search(
            MultivariateFunction function, double[] start, double step) {
        return new SimplexOptimizer(new SimpleValueChecker(1e-11, 1e-8))
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(function),
                        GoalType.MINIMIZE,
                        new NelderMeadSimplex(start.length, step),
                        new InitialGuess(start));
    }
}
