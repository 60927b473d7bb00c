package org.counterpoise.engine.stats.plate;

import org.counterpoise.engine.stats.TwoSampleTest;

/// What decides between an additive and a multiplicative bias.
public enum ModelTest {
    /// How the spread of a line goes with its mean.
    SPREAD,
    /// As published, its default.
    ANDERSON_DARLING,
    KOLMOGOROV_SMIRNOV,
    CRAMER_VON_MISES;

    /// The test that compares corrected wells with the rest of the plate.
    TwoSampleTest sample() {
        return switch (this) {
            case SPREAD, ANDERSON_DARLING -> TwoSampleTest.ANDERSON_DARLING;
            case KOLMOGOROV_SMIRNOV -> TwoSampleTest.KOLMOGOROV_SMIRNOV;
            case CRAMER_VON_MISES -> TwoSampleTest.CRAMER_VON_MISES;
        };
    }
}
