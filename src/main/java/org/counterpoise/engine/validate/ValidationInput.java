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
/// @param completing whether the synthetic rows were made to complete the training rows, and are to
///     be used with them; alone they need not resemble anything
public record ValidationInput(
        Dataset training,
        Optional<Dataset> holdout,
        Dataset synthetic,
        Optional<Benchmark> target,
        boolean completing) {

    /// Of rows that stand for themselves.
    public ValidationInput(
            Dataset training,
            Optional<Dataset> holdout,
            Dataset synthetic,
            Optional<Benchmark> target) {
        this(training, holdout, synthetic, target, false);
    }

    /// Without a target population.
    public ValidationInput(Dataset training, Optional<Dataset> holdout, Dataset synthetic) {
        this(training, holdout, synthetic, Optional.empty());
    }
}
