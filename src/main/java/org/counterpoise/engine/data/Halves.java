package org.counterpoise.engine.data;

/// A dataset cut in two.
///
/// @param training rows that may be fitted, [Part#TRAINING]
/// @param holdout locked rows, [Part#HOLDOUT]
public record Halves(Dataset training, Dataset holdout) {}
