package org.counterpoise.engine.synth.copula.vine;

import org.apache.commons.numbers.gamma.LogGamma;
import org.counterpoise.engine.stats.StudentScores;

/// The t copula of two numbers; tails depend, high and low alike (Aas et al. 2009, B.2).
final class StudentPair implements PairCopula {
    private final double rho;
    private final double freedom;
    private final StudentScores scores;
    private final StudentScores conditional;
    private final double constant;

    /// Tables of one number of degrees of freedom, for both uses.
    record Tables(double freedom, StudentScores scores, StudentScores conditional) {
        static Tables of(double freedom) {
            return new Tables(freedom, new StudentScores(freedom), new StudentScores(freedom + 1));
        }
    }

    StudentPair(double rho, double freedom) {
        this(rho, Tables.of(freedom));
    }

    StudentPair(double rho, Tables tables) {
        this.rho = rho;
        this.freedom = tables.freedom();
        this.scores = tables.scores();
        this.conditional = tables.conditional();
        this.constant =
                LogGamma.value((freedom + 2) / 2)
                        + LogGamma.value(freedom / 2)
                        - 2 * LogGamma.value((freedom + 1) / 2)
                        - Math.log(1 - rho * rho) / 2;
    }

    double rho() {
        return rho;
    }

    double freedom() {
        return freedom;
    }

    @Override
    public String name() {
        return "t";
    }

    @Override
    public int parameters() {
        return 2;
    }

    @Override
    public double logDensity(double x, double y) {
        return logDensityOf(scores.outward(x), scores.outward(y));
    }

    /// At t-distributed numbers.
    double logDensityOf(double a, double b) {
        double squares = (a * a - 2 * rho * a * b + b * b) / (freedom * (1 - rho * rho));
        double single = (1 + a * a / freedom) * (1 + b * b / freedom);
        return constant
                - (freedom + 2) / 2 * Math.log(1 + squares)
                + (freedom + 1) / 2 * Math.log(single);
    }

    @Override
    public double first(double x, double y) {
        double b = scores.outward(y);
        return conditional.inward((scores.outward(x) - rho * b) / spread(b));
    }

    @Override
    public double firstInverse(double p, double y) {
        double b = scores.outward(y);
        return scores.inward(rho * b + spread(b) * conditional.outward(p));
    }

    private double spread(double b) {
        return Math.sqrt((freedom + b * b) * (1 - rho * rho) / (freedom + 1));
    }
}
