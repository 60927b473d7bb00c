package org.counterpoise.engine.synth.copula.vine;

/// A copula of two exchangeable numbers whose formulas are in ranks from 0 to 1.
interface RankPair extends PairCopula {

    /// The log density at ranks.
    double logDensityAt(double u, double v);

    /// `P(U ≤ u | V = v)`.
    double h(double u, double v);

    /// The `u` at which [#h] is `p`.
    double inverse(double p, double v);

    @Override
    default int parameters() {
        return 1;
    }

    @Override
    default double logDensity(double x, double y) {
        return logDensityAt(PairSample.rank(x), PairSample.rank(y));
    }

    @Override
    default double first(double x, double y) {
        return PairSample.score(h(PairSample.rank(x), PairSample.rank(y)));
    }

    @Override
    default double firstInverse(double p, double y) {
        return PairSample.score(inverse(PairSample.rank(p), PairSample.rank(y)));
    }

    @Override
    default double logLikelihood(PairSample sample) {
        double sum = 0;
        for (int row = 0; row < sample.u().length; row++) {
            sum += logDensityAt(sample.u()[row], sample.v()[row]);
        }
        return sum;
    }
}
