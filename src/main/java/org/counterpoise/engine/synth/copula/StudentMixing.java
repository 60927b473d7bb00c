package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.stats.ChiSquared;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.StudentScores;

import java.util.random.RandomGenerator;

/// The multivariate t distribution: normal numbers times `√(ν / W)`, with W chi-squared with ν
/// degrees of freedom (Demarta and McNeil 2005, doi:10.1111/j.1751-5823.2005.tb00254.x).
///
/// Given some of the numbers, W has ν + count degrees of freedom, scaled by `1 / (1 + squares/ν)`
/// (Ding 2016, doi:10.1080/00031305.2016.1164756).
final class StudentMixing implements Mixing {
    private final double freedom;
    private final StudentScores scores;

    StudentMixing(double freedom) {
        this.freedom = freedom;
        this.scores = new StudentScores(freedom);
    }

    double freedom() {
        return freedom;
    }

    @Override
    public double outward(double z) {
        return scores.outward(z);
    }

    @Override
    public double inward(double x) {
        return scores.inward(x);
    }

    @Override
    public double truncated(double from, double to, RandomGenerator random) {
        double z = Normal.truncated(scores.inward(from), scores.inward(to), random);
        return Math.clamp(scores.outward(z), from, to);
    }

    @Override
    public double factor(RandomGenerator random) {
        return Math.sqrt(freedom / ChiSquared.draw(freedom, random));
    }

    @Override
    public double factorGiven(double squares, int count, RandomGenerator random) {
        double w = ChiSquared.draw(freedom + count, random) / (1 + squares / freedom);
        return Math.sqrt(freedom / w);
    }
}
