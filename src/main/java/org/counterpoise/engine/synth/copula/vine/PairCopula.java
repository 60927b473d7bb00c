package org.counterpoise.engine.synth.copula.vine;

/// A copula of two numbers, X and Y, seen through their normal scores.
///
/// Probabilities are passed as normal scores too, so that nothing is lost in the tails.
interface PairCopula {

    /// For people, e.g. "Clayton".
    String name();

    /// Numbers that were estimated.
    int parameters();

    /// The log density at a pair of ranks, relative to independence.
    double logDensity(double x, double y);

    /// The normal score of `P(X ≤ x | Y = y)`, the h-function of Aas et al. 2009.
    double first(double x, double y);

    /// The `x` at which [#first] is `p`.
    double firstInverse(double p, double y);

    /// The normal score of `P(Y ≤ y | X = x)`.
    default double second(double y, double x) {
        return first(y, x);
    }

    /// The `y` at which [#second] is `p`.
    default double secondInverse(double p, double x) {
        return firstInverse(p, x);
    }

    /// Summed over a sample.
    default double logLikelihood(PairSample sample) {
        double sum = 0;
        for (int row = 0; row < sample.x().length; row++) {
            sum += logDensity(sample.x()[row], sample.y()[row]);
        }
        return sum;
    }

    /// Akaike's information criterion; smaller is better.
    default double aic(PairSample sample) {
        return 2 * parameters() - 2 * logLikelihood(sample);
    }
}
