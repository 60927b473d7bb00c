package org.counterpoise.engine.synth.copula.vine;

/// A copula with high and low exchanged: in both numbers (turned by 180°), or in one, so that it
/// describes numbers that go opposite ways (90° and 270°).
record TurnedPair(PairCopula base, boolean turnX, boolean turnY) implements PairCopula {

    @Override
    public String name() {
        String degrees = turnX && turnY ? "180°" : turnX ? "90°" : "270°";
        return base.name() + " " + degrees;
    }

    @Override
    public int parameters() {
        return base.parameters();
    }

    private static double turned(boolean turn, double score) {
        return turn ? -score : score;
    }

    @Override
    public double logDensity(double x, double y) {
        return base.logDensity(turned(turnX, x), turned(turnY, y));
    }

    @Override
    public double logLikelihood(PairSample sample) {
        return base.logLikelihood(sample.flipped(turnX, turnY));
    }

    @Override
    public double first(double x, double y) {
        return turned(turnX, base.first(turned(turnX, x), turned(turnY, y)));
    }

    @Override
    public double firstInverse(double p, double y) {
        return turned(turnX, base.firstInverse(turned(turnX, p), turned(turnY, y)));
    }

    @Override
    public double second(double y, double x) {
        return turned(turnY, base.second(turned(turnY, y), turned(turnX, x)));
    }

    @Override
    public double secondInverse(double p, double x) {
        return turned(turnY, base.secondInverse(turned(turnY, p), turned(turnX, x)));
    }
}
