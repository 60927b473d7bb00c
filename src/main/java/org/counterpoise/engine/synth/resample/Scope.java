package org.counterpoise.engine.synth.resample;

/// Whose rows a cleaner may take out.
public enum Scope {
    /// Every class but the smallest.
    LARGER,
    /// Every class.
    ALL
}
