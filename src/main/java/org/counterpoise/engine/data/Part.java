package org.counterpoise.engine.data;

/// Which part of the truth a dataset is. Travels with every row selection and copy.
public enum Part {
    /// Real data that has not been split.
    WHOLE,
    /// The real rows that may be fitted.
    TRAINING,
    /// The locked real rows; nothing is ever fitted on them.
    HOLDOUT,
    SYNTHETIC,
    /// Real training rows and synthetic rows together.
    AUGMENTED
}
