package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/// A linear mixed model with one random intercept: y = Xβ + b of the row's group + e, with b and e
/// normal (Laird and Ware 1982, doi:10.2307/2529876). The likelihood is profiled to the ratio of
/// both standard deviations (Bates et al. 2015, doi:10.18637/jss.v067.i01).
///
/// Rows enter by sums over groups, so an evaluation costs groups × columns².
///
/// @param beta fixed effects
/// @param errors their standard errors
/// @param freedom Satterthwaite's degrees of freedom of each; NaN if undefined
/// @param between standard deviation of the intercepts
/// @param within standard deviation of the residuals
/// @param logLikelihood restricted or full
/// @param varianceP likelihood-ratio test of no variance of intercepts, against the mixture ½χ²₀ +
///     ½χ²₁ (Self and Liang 1987, doi:10.1080/01621459.1987.10478472)
/// @param intercepts predicted intercept of each group, shrunk
public record RandomIntercept(
        double[] beta,
        double[] errors,
        double[] freedom,
        double between,
        double within,
        double logLikelihood,
        double varianceP,
        double[] intercepts) {
    private static final int MOST_EVALUATIONS = 500;

    /// @param x rows by columns, with a column of ones if wanted; of full rank
    /// @param y finite
    /// @param groups of the rows, 0 to `count` − 1
    /// @param restricted whether by restricted maximum likelihood, else by maximum likelihood
    public static RandomIntercept fit(
            double[][] x, double[] y, int[] groups, int count, boolean restricted) {
        GroupSums sums = GroupSums.of(x, y, groups, count);
        // Over t = θ² / (1 + θ²), so that the whole range is bounded; 0 is tried by itself.
        double t =
                new BrentOptimizer(1e-12, 1e-14)
                        .optimize(
                                new MaxEval(MOST_EVALUATIONS),
                                new UnivariateObjectiveFunction(
                                        s -> sums.at(s / (1 - s)).deviance(restricted)),
                                GoalType.MINIMIZE,
                                new SearchInterval(0, 1 - 1e-9))
                        .getPoint();
        double none = sums.at(0).deviance(restricted);
        double ratio = sums.at(t / (1 - t)).deviance(restricted) < none ? t / (1 - t) : 0;
        GroupSums.Fit fit = sums.at(ratio);
        double deviance = fit.deviance(restricted);
        double variance = fit.variance(restricted);
        int p = fit.beta().length;
        double[] errors = new double[p];
        double[] freedom = new double[p];
        for (int i = 0; i < p; i++) {
            errors[i] = Math.sqrt(variance * fit.inverse()[i][i]);
            freedom[i] = satterthwaite(sums, ratio * variance, variance, i, restricted);
        }
        double fall = Math.max(0, none - deviance);
        return new RandomIntercept(
                fit.beta(),
                errors,
                freedom,
                Math.sqrt(ratio * variance),
                Math.sqrt(variance),
                -deviance / 2,
                fall == 0 ? 1 : ChiSquaredDistribution.of(1).survivalProbability(fall) / 2,
                fit.intercepts());
    }

    /// Satterthwaite's 2 v² / Var(v) of the variance v of one effect, with the variance of the two
    /// components from the curvature of the deviance, by differences. Without variance between
    /// groups it is undefined.
    private static double satterthwaite(
            GroupSums sums, double between, double within, int effect, boolean restricted) {
        if (between <= 0) {
            return Double.NaN;
        }
        double a = 1e-3 * between;
        double b = 1e-3 * within;
        double[][] dev = new double[3][3];
        double[][] var = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double s = within + (j - 1) * b;
                GroupSums.Fit fit = sums.at((between + (i - 1) * a) / s);
                dev[i][j] = fit.deviance(s, restricted);
                var[i][j] = s * fit.inverse()[effect][effect];
            }
        }
        double haa = (dev[2][1] - 2 * dev[1][1] + dev[0][1]) / (a * a);
        double hbb = (dev[1][2] - 2 * dev[1][1] + dev[1][0]) / (b * b);
        double hab = (dev[2][2] - dev[2][0] - dev[0][2] + dev[0][0]) / (4 * a * b);
        double ga = (var[2][1] - var[0][1]) / (2 * a);
        double gb = (var[1][2] - var[1][0]) / (2 * b);
        // The variance of the components is twice the inverse of the deviance's curvature.
        double spread =
                2 * (ga * ga * hbb - 2 * ga * gb * hab + gb * gb * haa) / (haa * hbb - hab * hab);
        return 2 * var[1][1] * var[1][1] / spread;
    }

    /// The share of variance that lies between groups (intraclass correlation).
    public double icc() {
        return between * between / (between * between + within * within);
    }

    /// Two-sided p of no effect, by Student's t.
    public double p(int effect) {
        double t = Math.abs(beta[effect] / errors[effect]);
        return freedom[effect] > 0
                ? 2 * TDistribution.of(freedom[effect]).survivalProbability(t)
                : Normal.twoSided(t);
    }
}
