package org.counterpoise.engine.synth.copula.vine;

/// The Frank copula; no tail dependence, less dependence of extremes than the Gaussian
/// (Nelsen 2006, 4.2.5).
///
/// @param theta not 0, from -[#MOST] to [#MOST]
record FrankPair(double theta) implements RankPair {
    static final double MOST = 35;

    @Override
    public String name() {
        return "Frank";
    }

    @Override
    public double logDensityAt(double u, double v) {
        double all = -Math.expm1(-theta);
        double rest = all - Math.expm1(-theta * u) * Math.expm1(-theta * v);
        return Math.log(theta * all) - theta * (u + v) - 2 * Math.log(Math.abs(rest));
    }

    @Override
    public double h(double u, double v) {
        double a = -Math.expm1(-theta * u);
        double b = -Math.expm1(-theta * v);
        return Math.exp(-theta * v) * a / (-Math.expm1(-theta) - a * b);
    }

    @Override
    public double inverse(double p, double v) {
        double a = -p * Math.expm1(-theta) / (Math.exp(-theta * v) - p * Math.expm1(-theta * v));
        return -Math.log1p(-a) / theta;
    }
}
