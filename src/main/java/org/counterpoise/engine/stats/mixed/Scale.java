package org.counterpoise.engine.stats.mixed;

import java.util.List;

/// The relative covariance factors Λ of the random terms, from parameters that are free: the
/// standard deviation of each effect in units of the residual's and, between intercept and slope,
/// the angle whose sine is their correlation.
///
/// Signs of deviations do not matter, so a search needs no bounds.
record Scale(List<RandomTerm> terms) {

    /// Parameters of all terms.
    int size() {
        return terms.stream().mapToInt(Scale::size).sum();
    }

    private static int size(RandomTerm term) {
        return term.width() == 1 ? 1 : 3;
    }

    /// Where the parameters of a term begin.
    int from(int term) {
        return term == 0 ? 0 : size(terms.getFirst());
    }

    /// Whether a parameter is an angle, not a deviation.
    boolean angle(int parameter) {
        int term = terms.size() > 1 && parameter >= from(1) ? 1 : 0;
        return parameter - from(term) == 2;
    }

    /// The lower triangle of a term's Λ: one element, or those at (0, 0), (1, 0) and (1, 1).
    double[] factor(int term, double[] parameters) {
        int at = from(term);
        double first = Math.abs(parameters[at]);
        if (terms.get(term).width() == 1) {
            return new double[] {first};
        }
        double second = Math.abs(parameters[at + 1]);
        double angle = parameters[at + 2];
        return new double[] {first, second * Math.sin(angle), second * Math.cos(angle)};
    }
}
