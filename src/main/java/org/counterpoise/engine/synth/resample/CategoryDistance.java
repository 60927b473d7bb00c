package org.counterpoise.engine.synth.resample;

import java.util.Arrays;

/// What it adds to a squared distance that two rows differ in a category.
interface CategoryDistance {

    /// Fills `into[code + 1]` with what is added between `code` and each code of a feature; index 0
    /// and code -1 stand for missing.
    void from(int feature, int code, double[] into);

    /// The same for any two codes that differ: in SMOTE-NC the square of the median standard
    /// deviation of the class's numbers (Chawla et al. 2002, §6.1).
    static CategoryDistance mismatch(double squared) {
        return (feature, code, into) -> {
            Arrays.fill(into, squared);
            into[code + 1] = 0;
        };
    }
}
