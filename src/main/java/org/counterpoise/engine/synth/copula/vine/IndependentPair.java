package org.counterpoise.engine.synth.copula.vine;

/// Two numbers that have nothing to do with each other.
record IndependentPair() implements PairCopula {

    @Override
    public String name() {
        return "independence";
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public double logDensity(double x, double y) {
        return 0;
    }

    @Override
    public double first(double x, double y) {
        return x;
    }

    @Override
    public double firstInverse(double p, double y) {
        return p;
    }
}
