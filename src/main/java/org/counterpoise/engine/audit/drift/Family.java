package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.stats.Multiplicity;

import java.util.List;

/// The p-values of one question, adjusted so that all questions of the audit together keep one
/// level: by Holm within the question, and by the question's share of the level.
///
/// @param raw p-values, NaN where there is no test
/// @param adjusted to be held against the level of the whole audit
record Family(double[] raw, double[] adjusted) {

    /// @param share of the level that the question has, over 0 to 1
    static Family of(List<Double> p, double share) {
        double[] raw = p.stream().mapToDouble(Double::doubleValue).toArray();
        double[] adjusted = Multiplicity.holm(raw);
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = Math.min(1, adjusted[i] / share);
        }
        return new Family(raw, adjusted);
    }

    int size() {
        return raw.length;
    }
}
