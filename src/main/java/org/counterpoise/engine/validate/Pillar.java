package org.counterpoise.engine.validate;

/// What synthetic data is judged by. Pillars are never averaged: a table that copies its source
/// scores best on fidelity and utility.
public enum Pillar {
    FIDELITY,
    UTILITY,
    PRIVACY,
    FAIRNESS;

    /// Whether the measures of its validators are good when high; the others measure risk or harm.
    public boolean moreIsBetter() {
        return this == FIDELITY || this == UTILITY;
    }
}
