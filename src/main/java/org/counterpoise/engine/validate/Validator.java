package org.counterpoise.engine.validate;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.Method;
import org.counterpoise.engine.Progress;

import java.util.Map;

/// Holds synthetic data against real data under one pillar.
///
/// Implementations are stateless and registered in `META-INF/services`.
///
/// @param <S> its settings record; thresholds are settings, so that they are in the protocol
public interface Validator<S extends Record> extends Method<S> {

    Pillar pillar();

    /// Whether it can judge; some need a holdout or an outcome.
    Applicability applicability(ValidationInput input);

    /// What settings are capped at for a quick look, by name: rows and repeats, never thresholds.
    default Map<String, Integer> quick() {
        return Map.of();
    }

    /// Judges.
    ///
    /// @param seed of all randomness
    Validation run(ValidationInput input, S settings, long seed, Progress progress);
}
