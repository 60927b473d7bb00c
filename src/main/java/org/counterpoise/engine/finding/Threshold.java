package org.counterpoise.engine.finding;

/// What a measure was held against, and whose threshold that is.
///
/// @param value the limit
/// @param description e.g. "absolute gap of at most 10 percentage points"
/// @param source e.g. "founding guide", a citation, or "set by you"
public record Threshold(double value, String description, String source) {}
