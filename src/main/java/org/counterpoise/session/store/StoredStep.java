package org.counterpoise.session.store;

/// A step as the project file keeps it.
///
/// @param number 1 for the first
/// @param undone whether it is only kept to be redone
/// @param json the record of the step
public record StoredStep(int number, boolean undone, String json) {}
