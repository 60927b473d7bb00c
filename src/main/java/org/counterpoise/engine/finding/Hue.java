package org.counterpoise.engine.finding;

/// What the colour of a series means; the same meaning has the same colour everywhere.
public enum Hue {
    REAL,
    SYNTHETIC,
    AUGMENTED,
    HOLDOUT,
    TARGET,
    NEUTRAL,
    FLAGGED,
    /// A group among several: the n-th such series takes the n-th colour of the palette.
    GROUP
}
