package org.counterpoise.engine.stats.mixed;

/// Generalised least squares at one set of relative covariance factors.
///
/// @param n rows
/// @param inverse of XᵀV⁻¹X, in units of the residual variance
/// @param quadratic residuals' sum of squares, weighted by V⁻¹
/// @param logV logarithm of the determinant of V
/// @param logX that of XᵀV⁻¹X
/// @param effects predicted, by term; empty if not asked for
record MixedFit(
        int n,
        double[] beta,
        double[][] inverse,
        double quadratic,
        double logV,
        double logX,
        double[][] effects) {

    int freedom(boolean restricted) {
        return restricted ? n - beta.length : n;
    }

    /// The residual variance that is likeliest.
    double variance(boolean restricted) {
        return quadratic / freedom(restricted);
    }

    /// Twice the negative logarithm of the likelihood at the likeliest residual variance.
    double deviance(boolean restricted) {
        return deviance(variance(restricted), restricted);
    }

    /// The same at any residual variance.
    double deviance(double variance, boolean restricted) {
        return logV
                + (restricted ? logX : 0)
                + freedom(restricted) * Math.log(2 * Math.PI * variance)
                + quadratic / variance;
    }

    /// The same, by maximum likelihood, with one effect held at a value.
    double devianceAt(int effect, double value) {
        double away = value - beta[effect];
        double held = quadratic + away * away / inverse[effect][effect];
        return logV + n * (Math.log(2 * Math.PI * held / n) + 1);
    }
}
