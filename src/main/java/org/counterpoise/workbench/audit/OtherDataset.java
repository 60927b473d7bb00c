package org.counterpoise.workbench.audit;

import org.counterpoise.engine.Applicability;

/// A dataset of the project that can be held against the chosen one.
///
/// @param id the artifact's id
/// @param title its name and part, for people
/// @param applicability whether the question can be asked of the two, and if not, what is missing
record OtherDataset(String id, String title, Applicability applicability) {}
