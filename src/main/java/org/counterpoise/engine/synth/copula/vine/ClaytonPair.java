package org.counterpoise.engine.synth.copula.vine;

/// The Clayton copula `(u^-θ + v^-θ - 1)^(-1/θ)`; low values depend, λ = 2^(-1/θ), τ = θ/(θ+2).
///
/// @param theta over 0 and at most [#MOST]
record ClaytonPair(double theta) implements RankPair {
    /// τ = 0.91; beyond it powers of small ranks overflow.
    static final double MOST = 20;

    @Override
    public String name() {
        return "Clayton";
    }

    @Override
    public double logDensityAt(double u, double v) {
        double logU = Math.log(u);
        double logV = Math.log(v);
        double sum = Math.exp(-theta * logU) + Math.exp(-theta * logV) - 1;
        return Math.log1p(theta) - (theta + 1) * (logU + logV) - (2 + 1 / theta) * Math.log(sum);
    }

    @Override
    public double h(double u, double v) {
        double sum = Math.pow(u, -theta) + Math.pow(v, -theta) - 1;
        return Math.exp(-(theta + 1) * Math.log(v) - (1 + 1 / theta) * Math.log(sum));
    }

    @Override
    public double inverse(double p, double v) {
        double power = Math.exp(-theta / (1 + theta) * (Math.log(p) + (theta + 1) * Math.log(v)));
        return Math.pow(power + 1 - Math.pow(v, -theta), -1 / theta);
    }
}
