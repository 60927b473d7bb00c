package org.counterpoise.engine.synth.copula.vine;

/// The Gumbel copula `exp(-((-ln u)^θ + (-ln v)^θ)^(1/θ))`; high values depend, λ = 2 - 2^(1/θ),
/// τ = 1 - 1/θ.
///
/// @param theta at least 1 and at most [#MOST]
record GumbelPair(double theta) implements RankPair {
    /// τ = 0.95.
    static final double MOST = 20;

    private static final int NEWTON_STEPS = 50;

    @Override
    public String name() {
        return "Gumbel";
    }

    @Override
    public double logDensityAt(double u, double v) {
        double x = -Math.log(u);
        double y = -Math.log(v);
        double logSum = logSum(Math.log(x), Math.log(y));
        double w = Math.exp(logSum);
        return x
                + y
                - w
                + (theta - 1) * (Math.log(x) + Math.log(y))
                + (2 - 2 * theta) * logSum
                + Math.log1p((theta - 1) / w);
    }

    /// `ln (x^θ + y^θ)^(1/θ)`.
    private double logSum(double logX, double logY) {
        double high = Math.max(logX, logY);
        double low = Math.min(logX, logY);
        return high + Math.log1p(Math.exp(theta * (low - high))) / theta;
    }

    @Override
    public double h(double u, double v) {
        double y = -Math.log(v);
        double logY = Math.log(y);
        double logW = logSum(Math.log(-Math.log(u)), logY);
        return Math.exp(y - Math.exp(logW) + (theta - 1) * (logY - logW));
    }

    /// Newton for `w + (θ-1) ln w = y + (θ-1) ln y - ln p`, which is concave, from `y`, below the
    /// root: every step stays below it. Then `x = (w^θ - y^θ)^(1/θ)`.
    @Override
    public double inverse(double p, double v) {
        double y = -Math.log(v);
        double rise = -Math.log(p);
        double w = y;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double lacking = rise - (w - y) - (theta - 1) * Math.log(w / y);
            double step = lacking / (1 + (theta - 1) / w);
            w += step;
            if (Math.abs(step) < 1e-12 * w) {
                break;
            }
        }
        double logX = Math.log(y) + Math.log(Math.expm1(theta * Math.log(w / y))) / theta;
        return Math.exp(-Math.exp(logX));
    }
}
