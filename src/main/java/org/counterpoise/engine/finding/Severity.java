package org.counterpoise.engine.finding;

/// How much a finding matters, mildest first.
public enum Severity {
    /// Held against a threshold and within it.
    OK,
    /// Worth knowing; nothing was held against a threshold.
    NOTE,
    /// Beyond a threshold, or too uncertain to say.
    WARNING,
    /// Beyond a threshold by a wide margin, or certain to mislead.
    SERIOUS
}
