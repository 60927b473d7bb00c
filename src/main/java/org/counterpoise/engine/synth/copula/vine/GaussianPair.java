package org.counterpoise.engine.synth.copula.vine;

/// The Gaussian copula of two numbers; no tail dependence.
///
/// @param rho correlation of the normal scores, between -1 and 1
record GaussianPair(double rho) implements PairCopula {

    @Override
    public String name() {
        return "Gaussian";
    }

    @Override
    public int parameters() {
        return 1;
    }

    @Override
    public double logDensity(double x, double y) {
        double rest = 1 - rho * rho;
        return -Math.log(rest) / 2 - (rho * rho * (x * x + y * y) - 2 * rho * x * y) / (2 * rest);
    }

    @Override
    public double first(double x, double y) {
        return (x - rho * y) / Math.sqrt(1 - rho * rho);
    }

    @Override
    public double firstInverse(double p, double y) {
        return rho * y + Math.sqrt(1 - rho * rho) * p;
    }
}
