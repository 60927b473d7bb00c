package org.counterpoise.engine.stats.mixed;

import java.util.Optional;

/// Effects that vary at random between the groups of one grouping: an intercept and, if wanted, a
/// slope that may correlate with it.
///
/// @param groups of the rows, 0 to `count` − 1
/// @param slope a covariate, one finite value per row
public record RandomTerm(int[] groups, int count, Optional<double[]> slope) {

    /// A random intercept.
    public static RandomTerm intercept(int[] groups, int count) {
        return new RandomTerm(groups, count, Optional.empty());
    }

    /// A random intercept and a random slope.
    public static RandomTerm slope(int[] groups, int count, double[] covariate) {
        return new RandomTerm(groups, count, Optional.of(covariate));
    }

    /// Effects per group.
    int width() {
        return slope.isPresent() ? 2 : 1;
    }

    /// What the effect is multiplied by in a row.
    double value(int effect, int row) {
        return effect == 0 ? 1 : slope.orElseThrow()[row];
    }
}
