package org.counterpoise.engine.stats.mixed;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.Progress;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

import java.util.Arrays;

/// Logistic regression with a random intercept: kᵢ ~ Binomial(nᵢ, logit⁻¹(xᵢβ + u of the row's
/// group)), u ~ N(0, σ²), by maximum likelihood with Laplace's approximation of the integral over
/// each group's u (Breslow and Clayton 1993, doi:10.1080/01621459.1993.10594284, as in lme4's
/// glmer).
///
/// With few successes or failures per group the approximation understates σ.
///
/// @param beta log odds
/// @param covariance of β, from the observed information
/// @param deviation σ, log odds
/// @param logLikelihood with the binomial coefficients
/// @param varianceP likelihood-ratio test of σ = 0, against ½χ²₀ + ½χ²₁
/// @param converged false if the likelihood has no maximum (separated classes); β is then where the
///     search stopped
public record LogisticMixed(
        double[] beta,
        double[][] covariance,
        double deviation,
        double logLikelihood,
        double varianceP,
        boolean converged) {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 30;
    private static final double TOLERANCE = 1e-8;
    private static final double STEP = 1e-4;

    /// Beyond this a coefficient only says that the classes are separated.
    private static final double DIVERGED = 15;

    /// A smaller σ is none.
    private static final double NONE = 1e-3;

    /// Fits.
    ///
    /// @param x columns of the fixed effects, linearly independent, on scales not far from 1
    /// @param successes per row, 0 to its trials
    /// @param trials per row, at least 1
    /// @param groups of the rows, 0 to `count` − 1
    public static LogisticMixed fit(
            double[][] x,
            int[] successes,
            int[] trials,
            int[] groups,
            int count,
            Progress progress) {
        LaplaceLikelihood likelihood =
                new LaplaceLikelihood(x, successes, trials, groups, count, progress);
        int p = x.length;
        Found plain = maximum(likelihood, new double[p + 1], p);
        double[] start = plain.at().clone();
        start[p] = 0.7;
        Found mixed = maximum(likelihood, start, p + 1);
        boolean none = Math.abs(mixed.at()[p]) < NONE || !(mixed.value() > plain.value() + 1e-9);
        Found found = none ? plain : mixed;
        RealMatrix information = information(likelihood, found.at(), none ? p : p + 1);
        double[][] covariance =
                new LUDecomposition(information, 0)
                        .getSolver()
                        .getInverse()
                        .getSubMatrix(0, p - 1, 0, p - 1)
                        .getData();
        double rise = 2 * (found.value() - plain.value());
        return new LogisticMixed(
                Arrays.copyOf(found.at(), p),
                covariance,
                Math.abs(found.at()[p]),
                found.value() + likelihood.constant(),
                none ? 1 : ChiSquaredDistribution.of(1).survivalProbability(rise) / 2,
                found.converged());
    }

    private record Found(double[] at, double value, boolean converged) {}

    /// Newton's method with step halving over the first `free` parameters. The information is kept
    /// for further steps while they do well.
    private static Found maximum(LaplaceLikelihood likelihood, double[] start, int free) {
        double[] at = start.clone();
        LaplaceLikelihood.Point point = likelihood.at(at);
        LUDecomposition kept = null;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (Arrays.stream(at).anyMatch(v -> Math.abs(v) > DIVERGED)) {
                return new Found(at, point.value(), false);
            }
            boolean fresh = kept == null;
            LUDecomposition information =
                    kept == null
                            ? new LUDecomposition(positive(information(likelihood, at, free)), 0)
                            : kept;
            double[] gradient = Arrays.copyOf(point.gradient(), free);
            RealVector step = information.getSolver().solve(new ArrayRealVector(gradient));
            double gain = step.dotProduct(new ArrayRealVector(gradient));
            double size = 1;
            double[] next = moved(at, step, size);
            LaplaceLikelihood.Point there = likelihood.at(next);
            for (int h = 0; h < MOST_HALVINGS && !(there.value() >= point.value() - 1e-10); h++) {
                size /= 2;
                next = moved(at, step, size);
                there = likelihood.at(next);
            }
            at = next;
            point = there;
            if (gain < TOLERANCE && fresh) {
                return new Found(at, point.value(), true);
            }
            double[] left = Arrays.copyOf(point.gradient(), free);
            RealVector ahead = information.getSolver().solve(new ArrayRealVector(left));
            boolean well = size == 1 && ahead.dotProduct(new ArrayRealVector(left)) < gain / 16;
            kept = well && gain >= TOLERANCE ? information : null;
        }
        return new Found(at, point.value(), false);
    }

    private static double[] moved(double[] at, RealVector step, double size) {
        double[] moved = at.clone();
        for (int i = 0; i < step.getDimension(); i++) {
            moved[i] += size * step.getEntry(i);
        }
        return moved;
    }

    /// The negative Hessian: by β exact, by σ by central differences of the gradient.
    private static RealMatrix information(LaplaceLikelihood likelihood, double[] at, int free) {
        int p = at.length - 1;
        double[][] byBeta = likelihood.curvature(at);
        double[][] h = new double[free][free];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                h[i][j] = -byBeta[i][j];
            }
        }
        if (free > p) {
            double[] more = likelihood.at(Curvature.moved(at, p, STEP)).gradient();
            double[] less = likelihood.at(Curvature.moved(at, p, -STEP)).gradient();
            for (int j = 0; j <= p; j++) {
                h[p][j] = (less[j] - more[j]) / (2 * STEP);
                h[j][p] = h[p][j];
            }
        }
        RealMatrix matrix = new Array2DRowRealMatrix(h, false);
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /// Where the likelihood of σ is not concave, its curvature is taken as if it were.
    private static RealMatrix positive(RealMatrix information) {
        for (int i = 0; i < information.getRowDimension(); i++) {
            double own = information.getEntry(i, i);
            information.setEntry(i, i, Math.max(Math.abs(own), 1e-8));
        }
        return information;
    }

    /// A weighted sum of β, taken as normal.
    public Contrast contrast(double[] weights) {
        RealVector w = new ArrayRealVector(weights, false);
        RealMatrix c = new Array2DRowRealMatrix(covariance, false);
        return new Contrast(
                w.dotProduct(new ArrayRealVector(beta, false)),
                Math.sqrt(c.operate(w).dotProduct(w)),
                Double.POSITIVE_INFINITY);
    }

    /// Wald's chi-square test of several contrasts.
    ///
    /// @param contrasts linearly independent, each as long as β
    public double p(double[][] contrasts) {
        RealMatrix l = new Array2DRowRealMatrix(contrasts);
        RealMatrix part =
                l.multiply(new Array2DRowRealMatrix(covariance, false)).multiply(l.transpose());
        RealVector values = l.operate(new ArrayRealVector(beta, false));
        double statistic =
                new LUDecomposition(part, 0).getSolver().solve(values).dotProduct(values);
        return ChiSquaredDistribution.of(contrasts.length).survivalProbability(statistic);
    }
}
