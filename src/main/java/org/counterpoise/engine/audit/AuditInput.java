package org.counterpoise.engine.audit;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;

import java.util.Optional;

/// What an audit looks at.
///
/// @param data the dataset with its roles
/// @param benchmark the target population, if one is set
public record AuditInput(Dataset data, Optional<Benchmark> benchmark) {}
