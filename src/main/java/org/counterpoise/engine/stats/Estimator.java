package org.counterpoise.engine.stats;

/// Something measured that can say how sure it is at any level of confidence. The value does not
/// depend on the level; intervals of a higher level hold those of a lower one.
@FunctionalInterface
public interface Estimator {

    /// @param confidence between 0 and 1
    Estimate at(double confidence);
}
