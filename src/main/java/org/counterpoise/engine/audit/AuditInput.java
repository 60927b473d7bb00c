package org.counterpoise.engine.audit;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;

import java.util.Optional;

/// What an audit looks at.
///
/// @param data the dataset with its roles
/// @param benchmark the target population, if one is set
/// @param other a second dataset that is held against it, for audits that compare two; its own
///     roles do not count
public record AuditInput(Dataset data, Optional<Benchmark> benchmark, Optional<Dataset> other) {

    /// One dataset by itself.
    public AuditInput(Dataset data, Optional<Benchmark> benchmark) {
        this(data, benchmark, Optional.empty());
    }
}
