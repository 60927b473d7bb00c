package org.counterpoise.engine.validate;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;

import java.util.Optional;

/// What a validator looks at.
///
/// @param training the real rows the synthetic ones were made from
/// @param holdout locked real rows, if a holdout was split off
/// @param synthetic the synthetic rows alone, without any real ones
/// @param target the target population, if one is set
public record ValidationInput(
        Dataset training,
        Optional<Dataset> holdout,
        Dataset synthetic,
        Optional<Benchmark> target) {

    /// Without a target population.
    public ValidationInput(Dataset training, Optional<Dataset> holdout, Dataset synthetic) {
        this(training, holdout, synthetic, Optional.empty());
    }
}
